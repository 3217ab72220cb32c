import type { ProductSummary, Suggestions } from '@kontor/sdk';
import { html, nothing, type TemplateResult } from 'lit';

import type { MessageKey } from '../../locale/messages.js';
import type { Words } from '../../locale/words.js';
import { markedText } from './marked-text.js';

type FoundVariant = Suggestions['variants'][number];
type FoundCategory = Suggestions['categories'][number];

/** One line of the list. */
export type Suggestion =
  | { readonly kind: 'variant'; readonly variant: FoundVariant; readonly product: ProductSummary | undefined }
  | { readonly kind: 'product'; readonly product: ProductSummary }
  | { readonly kind: 'category'; readonly category: FoundCategory };

const most = { variant: 5, product: 6, category: 4 } as const;
const titles: Readonly<Record<Suggestion['kind'], MessageKey>> = {
  variant: 'search.variants',
  product: 'search.products',
  category: 'search.categories',
};

/** The lines in their order: articles first, for who types one wants that one. Variants found by name are their product's. */
export function linesOf({ variants, products, categories }: Suggestions): readonly Suggestion[] {
  return [
    ...variants
      .filter(({ matchedBy }) => matchedBy !== 'name')
      .slice(0, most.variant)
      .map((variant) => ({
        kind: 'variant' as const,
        variant,
        product: products.find(({ id }) => id === variant.productId),
      })),
    ...categories.slice(0, most.category).map((category) => ({ kind: 'category' as const, category })),
    ...products.slice(0, most.product).map((product) => ({ kind: 'product' as const, product })),
  ];
}

/** What a list of suggestions needs of its element. */
export interface ListOptions {
  readonly words: Words;
  readonly query: string;
  /** Index of the line that the keyboard is on; −1 for none. */
  readonly active: number;
  readonly hrefOf: (line: Suggestion) => string | undefined;
  readonly onChoose: (line: Suggestion, event: Event) => void;
}

/** The lines in groups, as options of a listbox. */
export function suggestionList(lines: readonly Suggestion[], options: ListOptions): TemplateResult {
  const { words } = options;
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  return html`${kinds.map(
    (kind) =>
      html`<div role="group" aria-labelledby="of-${kind}">
        <h3 id="of-${kind}" role="presentation">${words.t(titles[kind])}</h3>
        ${lines.map((line, index) => (line.kind === kind ? option(line, index, options) : nothing))}
      </div>`,
  )}`;
}

function option(
  line: Suggestion,
  index: number,
  { words, query, active, hrefOf, onChoose }: ListOptions,
): TemplateResult {
  const href = hrefOf(line);
  const content = contentOf(line, query, words);
  const choose = (event: Event): void => onChoose(line, event);
  return href === undefined
    ? html`<div
        id="option-${index}"
        role="option"
        part="option"
        aria-selected=${index === active}
        @click=${choose}
      >
        ${content}
      </div>`
    : html`<a
        id="option-${index}"
        role="option"
        part="option"
        tabindex="-1"
        href=${href}
        aria-selected=${index === active}
        @click=${choose}
        >${content}</a
      >`;
}

function contentOf(line: Suggestion, query: string, words: Words): TemplateResult {
  switch (line.kind) {
    case 'variant': {
      const { sku, name, matchedBy } = line.variant;
      const by = matchedBy === 'sku' || matchedBy === 'name' ? undefined : words.t(`search.by.${matchedBy}`);
      return html`<span class="name">${name}</span>
        <small><code>${markedText(sku, query)}</code>${by ? html` · ${by}` : nothing}</small>`;
    }
    case 'category':
      return html`<span class="name">${markedText(line.category.name, query)}</span>`;
    case 'product': {
      const { name, brand, variantCount } = line.product;
      return html`<span class="name">${markedText(name, query)}</span>
        <small
          >${brand && !name.includes(brand) ? html`${brand} · ` : nothing}${words.t('catalog.variants', { n: variantCount })}</small
        >`;
    }
  }
}
