import type { LineChange } from '@kontor/sdk';
import type { LineView, ShopCore } from '@kontor/state';
import x from 'lucide/dist/esm/icons/x.mjs';
import { html, nothing, type TemplateResult } from 'lit';

import { styled } from '../../base/styled.js';
import { icon } from '../../icons/icon.js';
import type { Words } from '../../locale/words.js';
import { outcomeText } from '../add-to-cart/outcome-words.js';
import '../call-me/call-me.js';
import type { KontorQuantity } from '../quantity/quantity.js';
import { problemsOf } from './line-problems.js';

/** What a line of the cart is drawn with. */
export interface CartLineParts {
  readonly words: Words;
  readonly shop: ShopCore;
  /** What the last switch of the agreement did to its price. */
  readonly change: LineChange | undefined;
  readonly href: ((sku: string, productId: string | null) => string | undefined) | undefined;
  readonly onQuantity: (view: LineView, quantity: string) => void;
  readonly onAnalogues: (sku: string) => void;
}

/** Where a line stands among all, in a cart of which only a part is drawn. */
export interface LinePlace {
  readonly position: number;
  readonly count: number;
  /** Pixels from the top where it stands alone. */
  readonly keptAt: number | undefined;
}

export function renderCartLine(
  view: LineView,
  parts: CartLineParts,
  place: LinePlace | undefined,
): TemplateResult {
  const { words, shop, change, onQuantity } = parts;
  const { sku, line, quantity, isSaving } = view;
  const name = line?.name ?? sku;
  const keptAt = place?.keptAt;
  return html`<li
    class="line ${isSaving ? 'saving' : ''} ${keptAt === undefined ? '' : 'kept'}"
    data-sku=${sku}
    aria-setsize=${place?.count ?? nothing}
    aria-posinset=${place?.position ?? nothing}
    ${styled('top', keptAt === undefined ? 'auto' : `${String(keptAt)}px`)}
  >
    <div class="name">${renderName(view, parts)}<small class="sku">${sku}</small></div>
    <kontor-quantity
      .shop=${shop}
      .label=${name}
      .value=${quantity}
      @change=${(event: Event) => onQuantity(view, (event.target as KontorQuantity).value || '0')}
    ></kontor-quantity>
    ${renderPrice(view, words, change)}
    <div class="sum">
      <b>${line?.total === undefined ? nothing : words.money(line.total, currencyOf(shop))}</b
      ><small><bdi>${words.number(quantity)} ${line?.unit.name ?? ''}</bdi></small>
    </div>
    <button
      class="icon remove"
      aria-label=${words.t('cart.removeOf', { name })}
      @click=${() => onQuantity(view, '0')}
    >
      ${icon(x)}
    </button>
    ${renderProblems(view, parts)}
  </li>`;
}

function renderName({ line, sku }: LineView, { href }: CartLineParts): TemplateResult {
  const name = line?.name ?? sku;
  const address = href?.(sku, line?.productId ?? null);
  return address ? html`<a href=${address}>${name}</a>` : html`<span>${name}</span>`;
}

function renderPrice({ line }: LineView, words: Words, change: LineChange | undefined): TemplateResult {
  if (line?.unitPrice === undefined) return html`<div class="price"></div>`;
  const tone =
    change?.from === undefined || change.to === undefined
      ? ''
      : isLess(change.to, change.from)
        ? 'down'
        : 'up';
  return html`<div class="price ${change ? 'changed' : ''}">
    <span class=${tone}>${words.unitPrice(line.unitPrice)}</span>
    <small
      >${
        change?.from === undefined
          ? line.unit.name
          : html`<s class="was"
              ><span class="visually-hidden">${words.t('cart.was')}</span>${words.unitPrice(change.from)}</s
            >`
      }</small
    >
  </div>`;
}

function renderProblems(
  view: LineView,
  { words, shop, onQuantity, onAnalogues }: CartLineParts,
): TemplateResult | TemplateResult[] {
  const { line, outcome, isSaving } = view;
  const corrected = outcome
    ? html`<div class="problem"><span>${outcomeText(words, outcome)}</span></div>`
    : html``;
  if (!line || isSaving) return corrected;
  return [
    corrected,
    ...problemsOf(words, line).map(
      ({ text, isBlocking, solutions, hasAnalogues }) =>
        html`<div class="problem ${isBlocking ? 'blocking' : ''}">
          <span>${text}</span>
          ${solutions.map(
            ({ label, quantity }) =>
              html`<button @click=${() => onQuantity(view, quantity)}>${label}</button>`,
          )}
          ${
            hasAnalogues
              ? html`<button @click=${() => onAnalogues(view.sku)}>${words.t('cart.analogues')}</button>`
              : nothing
          }
          ${
            isBlocking
              ? html`<kontor-call-me
                  .shop=${shop}
                  .about=${{ sku: line.sku, ...cartOf(shop) }}
                  .subject=${line.name}
                ></kontor-call-me>`
              : nothing
          }
        </div>`,
    ),
  ];
}

const cartOf = (shop: ShopCore): { cartId?: string } => {
  const cartId = shop.cart.$cart.get().summary?.id;
  return cartId === undefined ? {} : { cartId };
};

const isLess = (left: string, right: string): boolean => Number(left) < Number(right);

const currencyOf = (shop: ShopCore): string =>
  shop.cart.$cart.get().summary?.totals?.currency ?? shop.session.$agreement.get()?.currency ?? 'RUB';
