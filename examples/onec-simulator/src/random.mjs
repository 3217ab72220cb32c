// @ts-check

/** Chance that repeats itself: the same seed tells the same story. */
export class Random {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.seed = seed;
    this.#state = seed >>> 0;
  }

  /** From 0 up to 1, without it (mulberry32). */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @param {number} probability */
  happens(probability) {
    return this.next() < probability;
  }

  /**
   * A whole number, both ends possible.
   * @param {number} from
   * @param {number} to
   */
  between(from, to) {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /**
   * @template Item
   * @param {readonly Item[]} items
   * @returns {Item | undefined}
   */
  oneOf(items) {
    return items[this.between(0, items.length - 1)];
  }

  guid() {
    const hex = Array.from({ length: 32 }, () => this.between(0, 15).toString(16)).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }
}
