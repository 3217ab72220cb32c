import { html, type TemplateResult } from 'lit';

/** A text with the parts that were searched marked; everything stays text. */
export function markedText(text: string, query: string): TemplateResult {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return html`${text}`;
  const pattern = new RegExp(`(${words.sort(byLength).map(anyCase).join('|')})`, 'giu');
  return html`${text.split(pattern).map((part, index) => (index % 2 === 1 ? html`<mark>${part}</mark>` : part))}`;
}

/** The longer first, else it would never be found beside a shorter that begins it. */
const byLength = (left: string, right: string): number => right.length - left.length;

/** A word as a pattern; people write е for ё. */
const anyCase = (word: string): string =>
  word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/[её]/giu, '[её]');
