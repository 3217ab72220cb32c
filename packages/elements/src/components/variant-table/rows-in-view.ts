import type { Availability, Price, PriceItem, Variant } from '@kontor/sdk';
import type { Entry, LineView, ShopCore } from '@kontor/state';
import type { LitElement, ReactiveController } from 'lit';

import { WatchController } from '../../base/watch-controller.js';
import { AnalogueOffers } from './analogue-offers.js';
import { isOut } from './table-notes.js';

/** Milliseconds without scrolling before prices and stock of what is in view are asked for. */
const settleFor = 120;
/** Lines of the cart whose stock is known before they come into view. */
const mostLines = 100;

/** Rows of this moment. */
export interface RowsNow {
  /** Those in view and around. */
  readonly drawn: readonly Variant[];
  /** Whether one of them is in view. */
  readonly isInView: (index: number) => boolean;
  readonly lines: readonly LineView[];
  readonly rowOf: (sku: string) => number | undefined;
}

/** Prices and stock of rows in view, asked for once a scroll has come to rest, and analogues of those that are out. */
export class RowsInView implements ReactiveController {
  readonly offers: AnalogueOffers;
  readonly #prices: WatchController<PriceItem, Price>;
  readonly #stock: WatchController<string, Availability>;
  #wanted = '';
  #hasAsked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, shop: () => ShopCore | undefined) {
    this.#prices = new WatchController(host, () => shop()?.prices);
    this.#stock = new WatchController(host, () => shop()?.stock);
    this.offers = new AnalogueOffers(host);
    host.addController(this);
  }

  readonly priceOf = (sku: string): Entry<Price> => this.#prices.get({ sku });
  readonly stockOf = (sku: string): Entry<Availability> => this.#stock.get(sku);

  look(shop: ShopCore, { drawn, isInView, lines, rowOf }: RowsNow): void {
    for (const [index, { sku, analogueCount }] of drawn.entries())
      if (analogueCount > 0 && isInView(index) && isOut(this.stockOf(sku).item)) this.offers.want(shop, sku);
    const skus = new Set(drawn.map(({ sku }) => sku));
    for (const { sku } of lines.slice(0, mostLines)) if (rowOf(sku) !== undefined) skus.add(sku);
    for (const sku of this.offers.skus())
      for (const { variant } of this.offers.of(sku)) skus.add(variant.sku);
    this.#want([...skus]);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#wanted = '';
    this.#hasAsked = false;
  }

  #want(skus: readonly string[]): void {
    const wanted = skus.join('\n');
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#hasAsked = true;
        this.#prices.want(skus.map((sku) => ({ sku })));
        this.#stock.want(skus);
      },
      this.#hasAsked ? settleFor : 0,
    );
  }
}
