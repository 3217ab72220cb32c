// @ts-check
import { Random } from './random.mjs';

/**
 * @typedef {{ id: string, name: string, currency: string }} PriceType
 * @typedef {{ id: string, name: string }} Named
 * @typedef {{ id: string, values: Record<string, string> }} Characteristic
 * @typedef {{ id: string, article: string, name: string, group: string, unit: string, rate: string, isDeleted: boolean,
 *   version: number, characteristics: Characteristic[] }} Goods
 * @typedef {{ id: string, name: string, inn: string, kpp: string }} Counterparty
 * @typedef {{ rate: string | null, amount: string, isIncluded: boolean }} Tax
 * @typedef {{ id: string, article: string, name: string, unit: string, price: string, quantity: string, total: string,
 *   tax: Tax | null, isService: boolean }} Line
 * @typedef {{ guid: string, number: string, date: string }} Subordinate
 * @typedef {{ guid: string, number: string, date: string, siteId: string | null, siteNumber: string, sitePart: { order: string, of: number } | null, placed: string,
 *   counterparty: string, currency: string, total: string, lines: Line[], isPosted: boolean, isCancelled: boolean,
 *   hasOtherLines: boolean, invoice: Subordinate | null, payment: Subordinate | null, shipment: Subordinate | null }} Order
 * @typedef {'counterparty' | 'goods' | 'order' | 'price' | 'rest'} Kind
 *
 * @typedef {object} State Everything that 1C remembers, as JSON.
 * @property {number} seed
 * @property {string} began day on which the base was made
 * @property {Named[]} groups
 * @property {PriceType[]} priceTypes
 * @property {Named[]} warehouses
 * @property {Goods[]} goods
 * @property {string[]} learned ids of goods of which only orders told
 * @property {Counterparty[]} counterparties
 * @property {Record<string, Record<string, string>>} prices by offer and price type
 * @property {Record<string, Record<string, number>>} rests by offer and warehouse
 * @property {Order[]} orders
 * @property {Record<string, number>} registered versions of what the site was not told, by kind and id
 * @property {Record<string, number>} numbers last numbers of documents
 * @property {string[]} errors what should never have come
 */

/** @returns {State} */
const emptyState = () => ({
  seed: 1,
  began: localNow().slice(0, 10),
  groups: [],
  priceTypes: [],
  warehouses: [],
  goods: [],
  learned: [],
  counterparties: [],
  prices: {},
  rests: {},
  orders: [],
  registered: {},
  numbers: {},
  errors: [],
});

/** The infobase: dictionaries, documents, and the exchange plan that remembers what the site was not told. */
export class Base {
  /** @param {Partial<State>} [state] what was kept of an earlier run */
  constructor(state = {}) {
    /** @type {State} */
    this.state = { ...emptyState(), ...state };
    this.random = new Random(this.state.seed + (this.state.numbers['change'] ?? 0));
  }

  /**
   * Remembers that the site has to be told.
   * @param {Kind} kind
   * @param {string} id
   * @returns {number} the version of what has changed
   */
  register(kind, id) {
    return (this.state.registered[`${kind} ${id}`] = this.#next('change'));
  }

  /**
   * What the site was not told of, with its versions.
   * @param {readonly Kind[]} kinds
   * @returns {Map<string, number>} by kind and id
   */
  changes(kinds) {
    return new Map(
      Object.entries(this.state.registered).filter(([key]) =>
        kinds.includes(/** @type {Kind} */ (key.split(' ')[0])),
      ),
    );
  }

  /**
   * Forgets what the site was told, unless it has changed meanwhile.
   * @param {ReadonlyMap<string, number>} told
   */
  settle(told) {
    this.state.registered = Object.fromEntries(
      Object.entries(this.state.registered).filter(([key, version]) => told.get(key) !== version),
    );
  }

  /**
   * The next number of a kind of document, as configurations make them.
   * @param {string} kind
   */
  nextNumber(kind) {
    return `УТ-${String(this.#next(kind)).padStart(6, '0')}`;
  }

  /** @param {string} kind */
  #next(kind) {
    return (this.state.numbers[kind] = (this.state.numbers[kind] ?? 0) + 1);
  }

  /** @param {string} message */
  complain(message) {
    this.state.errors.push(message);
  }

  /**
   * Ids of what is sold: a product, or each of its characteristics.
   * @param {Pick<Goods, 'characteristics' | 'id'>} goods
   */
  offersOf({ id, characteristics }) {
    return characteristics.length === 0 ? [id] : characteristics.map((each) => `${id}#${each.id}`);
  }

  /** @param {string} offer */
  goodsOf(offer) {
    const [id] = offer.split('#');
    return this.state.goods.find((goods) => goods.id === id);
  }

  /** @param {string} offer */
  isKnown(offer) {
    if (this.state.learned.includes(offer)) return true;
    const goods = this.goodsOf(offer);
    return goods !== undefined && (offer === goods.id || this.offersOf(goods).includes(offer));
  }

  /**
   * @param {string} offer
   * @param {string} type
   * @param {string} amount
   */
  setPrice(offer, type, amount) {
    (this.state.prices[offer] ??= {})[type] = amount;
    this.register('price', offer);
  }

  /**
   * @param {string} offer
   * @param {string} warehouse
   * @param {number} quantity
   */
  setRest(offer, warehouse, quantity) {
    (this.state.rests[offer] ??= {})[warehouse] = quantity;
    this.register('rest', offer);
  }

  /** @param {Omit<Goods, 'version'>} goods */
  setGoods(goods) {
    const changed = { ...goods, version: this.register('goods', goods.id) };
    this.state.goods = [...this.state.goods.filter(({ id }) => id !== goods.id), changed];
  }

  /** @param {Counterparty} counterparty */
  setCounterparty(counterparty) {
    this.state.counterparties.push(counterparty);
    this.register('counterparty', counterparty.id);
  }
}

/** Local time of 1C, without a zone. */
export function localNow() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
