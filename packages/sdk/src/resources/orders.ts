import type {
  Checkout as CheckoutAnswer,
  DeliveryChoice,
  DeliveryMethod,
  DeliveryQuote,
  Document,
  Money,
  Order,
  OrderStatus,
  OrderSummary,
  Provenance,
  ShopEvent,
  UpdateCheckout,
} from '@kontor/contract';

import type { Events, WatchOptions } from '../events.js';
import type { Http } from '../http.js';
import { List } from '../list.js';
import type { CallOptions, ChangeOptions } from '../options.js';

/** Ways to get the goods. */
export class Delivery {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  async methods(options?: CallOptions): Promise<DeliveryMethod[]> {
    return (await this.#http.get<{ items: DeliveryMethod[] }>('delivery/methods', undefined, options)).items;
  }

  /** Cost and time of a choice for a cart, per fulfilment group. @throws ApiError `delivery_not_available` */
  quote(cartId: string, choice: DeliveryChoice, options?: CallOptions): Promise<DeliveryQuote> {
    return this.#http.ask('delivery/quote', { cartId, choice }, options);
  }
}

/** From a cart to an order. */
export class Checkout {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Starts the checkout of a cart; the same cart gives the same checkout. @throws ApiError `cart_empty` */
  start(cartId: string, options?: ChangeOptions): Promise<CheckoutAnswer> {
    return this.#http.change('POST', 'checkouts', { cartId }, options);
  }

  get(id: string, options?: CallOptions): Promise<CheckoutAnswer> {
    return this.#http.get(`checkouts/${encodeURIComponent(id)}`, undefined, options);
  }

  /** Answers delivery, date, comment; what is left out stays. */
  update(id: string, input: UpdateCheckout, options?: ChangeOptions): Promise<CheckoutAnswer> {
    return this.#http.change('PATCH', `checkouts/${encodeURIComponent(id)}`, input, options);
  }

  /**
   * Places the order, once: keep `options.idempotencyKey` with the intent where a reload may come between.
   * @param expectedTotal the total that the buyer saw, delivery included
   * @throws ApiError `total_changed`, `not_enough_stock`, `cart_has_problems`, `checkout_incomplete`: nothing was placed
   */
  place(id: string, expectedTotal: Money, options?: ChangeOptions): Promise<Order> {
    return this.#http.change('POST', `checkouts/${encodeURIComponent(id)}/place`, { expectedTotal }, options);
  }
}

/** What a list of orders is narrowed by. */
export interface OrderQuery {
  status?: OrderStatus;
  provenance?: Provenance;
  /** Order number, purchase-order number or SKU. */
  query?: string;
  /** ISO date. */
  from?: string;
  /** ISO date, that day included. */
  to?: string;
  placedByMe?: boolean;
  limit?: number;
  after?: string;
}

/** Orders of the company, offline ones included. */
export class Orders {
  readonly #http: Http;
  readonly #events: Events;

  constructor(http: Http, events: Events) {
    this.#http = http;
    this.#events = events;
  }

  /** Newest first. */
  list({ after, ...query }: OrderQuery = {}, options?: CallOptions): List<OrderSummary> {
    return new List((cursor) => this.#http.get('orders', { ...query, after: cursor }, options), after);
  }

  /** @throws ApiError `not_found` */
  get(id: string, options?: CallOptions): Promise<Order> {
    return this.#http.get(`orders/${encodeURIComponent(id)}`, undefined, options);
  }

  /** @throws ApiError `order_not_cancelable` */
  cancel(id: string, input: { comment?: string } = {}, options?: ChangeOptions): Promise<Order> {
    return this.#http.change('POST', `orders/${encodeURIComponent(id)}/cancel`, input, options);
  }

  async documents(id: string, options?: CallOptions): Promise<Document[]> {
    return (
      await this.#http.get<{ items: Document[] }>(
        `orders/${encodeURIComponent(id)}/documents`,
        undefined,
        options,
      )
    ).items;
  }

  /** Orders as they are placed and move on. Ends with the signal. */
  async *watch(options: WatchOptions = {}): AsyncGenerator<OrderShopEvent, void, undefined> {
    for await (const event of this.#events.watch(options)) if (isOrderEvent(event)) yield event;
  }
}

/** An event that concerns an order. */
export type OrderShopEvent = Extract<ShopEvent, { orderId: string }>;

function isOrderEvent(event: ShopEvent): event is OrderShopEvent {
  return 'orderId' in event;
}

/** Documents of orders. */
export class Documents {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  get(id: string, options?: CallOptions): Promise<Document> {
    return this.#http.get(`documents/${encodeURIComponent(id)}`, undefined, options);
  }

  /**
   * The file of a document. An invoice is rendered within seconds of its order.
   * @throws ApiError `document_not_ready` until then
   */
  content(id: string, options?: CallOptions): Promise<Blob> {
    return this.#http.file(`documents/${encodeURIComponent(id)}/content`, undefined, options);
  }
}
