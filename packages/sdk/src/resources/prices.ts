import type { Availability, Locale, Price, PriceExplanation, Warehouse } from '@kontor/contract';
import { limits } from '@kontor/contract/limits';

import { gather } from '../gather.js';
import type { Http } from '../http.js';
import type { CallOptions, CompleteOptions } from '../options.js';

/** An item to price; without a quantity the smallest that may be ordered. */
export interface PriceItem {
  sku: string;
  /** Decimal string in the variant's unit. */
  quantity?: string;
}

/** Answers of one buyer context. */
export interface Stamped<Item> {
  contextId: string;
  /** Grows with each switch of company, agreement or location: drop an answer of an older one. */
  revision: number;
  /** One per item asked, in order. */
  items: Item[];
}

/** How long calls are gathered, and how long they may take. */
type GatherTimes = Pick<CompleteOptions, 'gatherFor' | 'timeout'>;

/** The only place where prices come from. */
export class Prices {
  readonly #http: Http;
  readonly #resolve: (items: readonly PriceItem[], options?: CallOptions) => Promise<Stamped<Price>>;

  constructor(http: Http, { gatherFor, timeout }: GatherTimes) {
    this.#http = http;
    this.#resolve = gather<PriceItem, Price, { contextId: string; revision: number }>(
      (items, options) => http.ask('prices/resolve', { items }, options),
      {
        most: limits.pricesPerCall,
        gatherFor,
        timeout,
        keyOf: ({ sku, quantity }) => `${quantity ?? ''}\n${sku}`,
      },
    );
  }

  /** Prices of any number of items; calls of the same moment share requests. @throws RangeError for no item */
  resolve(items: readonly PriceItem[], options?: CallOptions): Promise<Stamped<Price>> {
    return this.#resolve(items, options);
  }

  /** A price with every step that led to it. @throws ApiError `not_found`, `prices_hidden` */
  explain(sku: string, quantity?: string, options?: CallOptions): Promise<PriceExplanation> {
    return this.#http.ask('prices/explain', quantity === undefined ? { sku } : { sku, quantity }, options);
  }

  /** The price list as a file. Give it a longer `timeout` for a big one. @throws ApiError `prices_hidden` */
  export(
    query: { format: 'xlsx' | 'csv'; category?: string; locale?: Locale },
    options?: CallOptions,
  ): Promise<Blob> {
    return this.#http.file('prices/export', { ...query }, options);
  }
}

/** What can be had, as the display policy of the company shows it. */
export class Stock {
  readonly #http: Http;
  readonly #resolve: (skus: readonly string[], options?: CallOptions) => Promise<Stamped<Availability>>;

  constructor(http: Http, { gatherFor, timeout }: GatherTimes) {
    this.#http = http;
    this.#resolve = gather<string, Availability, { contextId: string; revision: number }>(
      (skus, options) => http.ask('stock/resolve', { skus }, options),
      {
        most: limits.stockPerCall,
        gatherFor,
        timeout,
        keyOf: (sku) => sku,
      },
    );
  }

  /** Availability of any number of variants; calls of the same moment share requests. @throws RangeError for no SKU */
  resolve(skus: readonly string[], options?: CallOptions): Promise<Stamped<Availability>> {
    return this.#resolve(skus, options);
  }

  /** Warehouses that may serve the buyer, nearest first. */
  async warehouses(options?: CallOptions): Promise<Warehouse[]> {
    return (await this.#http.get<{ items: Warehouse[] }>('warehouses', undefined, options)).items;
  }
}
