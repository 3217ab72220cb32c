import { html, nothing, render, type TemplateResult } from 'lit';

import type { RowNote } from './row-notes.js';
import type { RowPlace } from './drawn-row.js';

/** What a note shows: a sentence with an offer, or markup of its own. */
export interface NoteContent {
  readonly sku: string;
  readonly note: RowNote | 'analogue';
  readonly columnCount: number;
  readonly renderAnalogue: (sku: string) => unknown;
  readonly onTake: (sku: string, quantity: string) => void;
}

/** The line under a row. */
export class DrawnNote {
  readonly element: HTMLElement;

  constructor() {
    this.element = document.createElement('div');
    this.element.part.add('note');
    this.element.role = 'row';
  }

  cell(): HTMLElement | undefined {
    return this.element.firstElementChild as HTMLElement | undefined;
  }

  show({ top, line }: RowPlace, content: NoteContent): void {
    const { element } = this;
    const { sku, note, columnCount } = content;
    element.className = `under ${note === 'analogue' ? note : note.tone}`;
    element.setAttribute('aria-rowindex', String(line + 2));
    element.dataset['line'] = String(line);
    element.dataset['sku'] = sku;
    element.style.transform = `translateY(${top}px)`;
    render(
      html`<div role="gridcell" aria-colspan=${columnCount} data-cell="0" tabindex="-1">
        ${note === 'analogue' ? content.renderAnalogue(sku) : renderSentence(note, content)}
      </div>`,
      element,
    );
  }
}

const renderSentence = ({ text, offer }: RowNote, { sku, onTake }: NoteContent): TemplateResult =>
  html`<span class="say"
    >${text}${
      offer
        ? html` ·
            <button class="link" type="button" tabindex="-1" @click=${() => onTake(sku, offer.quantity)}>
              ${offer.label}
            </button>`
        : nothing
    }</span
  >`;
