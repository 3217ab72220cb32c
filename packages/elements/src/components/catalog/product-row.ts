import type { ProductSummary } from '@kontor/sdk';
import type { ShopCore } from '@kontor/state';
import packageIcon from 'lucide/dist/esm/icons/package.mjs';
import { html, nothing, type TemplateResult } from 'lit';

import { icon } from '../../icons/icon.js';
import type { Words } from '../../locale/words.js';
import '../add-to-cart/add-to-cart.js';
import '../price/price.js';
import { srcsetOf } from '../product/picture-sources.js';
import '../stock/stock.js';
import type { ProductHref } from './product-selected-event.js';

/** What a row needs of its element. */
export interface RowOptions {
  readonly shop: ShopCore;
  readonly words: Words;
  readonly productHref: ProductHref | undefined;
  /** Whether this caller gets to know prices; else there is one way in for the whole list. */
  readonly seesPrices: boolean;
  /** @returns false when the page wants to show the product its own way */
  readonly onSelect: (product: ProductSummary, sku: string | undefined, event: Event) => void;
}

/** Found variants of a product that are named in its row. */
const mostMatches = 5;

/** A product in a list or a tile; the arrangement is a matter of style. */
export function productItem(product: ProductSummary, options: RowOptions): TemplateResult {
  return html`<li data-id=${product.id} part="product">
    ${picture(product, options)}
    <div class="what">
      ${nameOf(product, options)}${detailsOf(product, options)}${matchesOf(product, options)}
    </div>
    ${isOne(product) ? buying(product.firstSku, options) : nothing}
  </li>`;
}

/** Columns that a table has only where they say something. */
export interface TableColumns {
  readonly withBrand: boolean;
  /** Price, stock and a way into the cart, for products that are one thing. */
  readonly withBuying: boolean;
}

/** A product in a table. */
export function productTableRow(
  product: ProductSummary,
  options: RowOptions,
  { withBrand, withBuying }: TableColumns,
): TemplateResult {
  const { shop, seesPrices, words } = options;
  return html`<tr data-id=${product.id} part="product">
    <td>${picture(product, options)}</td>
    <th scope="row">${nameOf(product, options)}${matchesOf(product, options)}</th>
    ${withBrand ? html`<td>${product.brand}</td>` : nothing}
    <td class="figure">${words.number(String(product.variantCount))}</td>
    ${
      withBuying
        ? isOne(product)
          ? html`<td class="figure">
                ${seesPrices ? html`<kontor-price .shop=${shop} .sku=${product.firstSku}></kontor-price>` : nothing}
              </td>
              <td><kontor-stock .shop=${shop} .sku=${product.firstSku}></kontor-stock></td>
              <td><kontor-add-to-cart .shop=${shop} .sku=${product.firstSku}></kontor-add-to-cart></td>`
          : html`<td></td>
              <td></td>
              <td></td>`
        : nothing
    }
  </tr>`;
}

/** Whether a product is one thing that can be bought right here. */
export const isOne = (product: ProductSummary): product is ProductSummary & { firstSku: string } =>
  product.variantCount === 1 && product.firstSku !== null;

function buying(sku: string, { shop, seesPrices }: RowOptions): TemplateResult {
  return html`<div class="buy">
    ${seesPrices ? html`<kontor-price .shop=${shop} .sku=${sku}></kontor-price>` : nothing}
    <kontor-stock .shop=${shop} .sku=${sku}></kontor-stock>
    <kontor-add-to-cart .shop=${shop} .sku=${sku}></kontor-add-to-cart>
  </div>`;
}

function picture({ picture: found }: ProductSummary, { shop }: RowOptions): TemplateResult {
  return html`<div class="picture">
    ${icon(packageIcon, 20)}${
      found
        ? html`<img
            sizes="auto, 20rem"
            srcset=${srcsetOf(found, (url) => shop.resolveUrl(url))}
            src=${shop.resolveUrl(found.url)}
            alt=${found.alt}
            width=${found.width}
            height=${found.height}
            loading="lazy"
            decoding="async"
            @error=${hideBroken}
            @load=${showLoaded}
          />`
        : nothing
    }
  </div>`;
}

/** A picture that is not to be had leaves the quiet sign of a product. */
const hideBroken = (event: Event): void => void ((event.target as HTMLImageElement).hidden = true);
const showLoaded = (event: Event): void => void ((event.target as HTMLImageElement).hidden = false);

const nameOf = (product: ProductSummary, options: RowOptions): TemplateResult =>
  link(product, undefined, html`${product.name}`, 'name', options);

function detailsOf(product: ProductSummary, { words }: RowOptions): TemplateResult {
  const { brand, name, variantCount, firstSku } = product;
  const parts = [
    // Many suppliers write the brand into the name already.
    brand !== null && !name.includes(brand) ? html`<span>${brand}</span>` : undefined,
    isOne(product)
      ? html`<code>${firstSku}</code>`
      : html`<span>${words.t('catalog.variants', { n: variantCount })}</span>`,
  ].filter((part) => part !== undefined);
  return html`<p class="details">
    ${parts.map((part, index) => html`${index > 0 ? ' · ' : nothing}${part}`)}
  </p>`;
}

/** Variants that the query meant, one press from here. */
function matchesOf(product: ProductSummary, options: RowOptions): TemplateResult | typeof nothing {
  const { matches = [], variantCount } = product;
  if (matches.length === 0 || isOne(product) || matches.length === variantCount) return nothing;
  const rest = matches.length - mostMatches;
  return html`<p class="matches">
    ${matches.slice(0, mostMatches).map(({ sku, name }) => link(product, sku, html`<code title=${name}>${sku}</code>`, 'sku', options))}
    ${rest > 0 ? html`<span>${options.words.t('catalog.moreMatches', { n: rest })}</span>` : nothing}
  </p>`;
}

function link(
  product: ProductSummary,
  sku: string | undefined,
  content: TemplateResult,
  kind: 'name' | 'sku',
  { productHref, onSelect }: RowOptions,
): TemplateResult {
  const select = (event: Event): void => onSelect(product, sku, event);
  return productHref
    ? html`<a class=${kind} part=${kind} href=${productHref(product, sku)} @click=${select}>${content}</a>`
    : html`<button class="link ${kind}" part=${kind} @click=${select}>${content}</button>`;
}
