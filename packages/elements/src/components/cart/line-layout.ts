import type { WindowLayout } from '../../base/window-controller.js';

/** Where lines of the cart stand: each as high as it was when it was last seen, the others as high as most are. */
export class LineLayout implements WindowLayout {
  rowCount = 0;
  readonly #heights = new Map<string, number>();
  #estimate: number | undefined;
  #keys: readonly string[] = [];
  #tops = new Float64Array(1);

  get height(): number {
    return this.topOf(this.rowCount);
  }

  topOf(row: number): number {
    return this.#tops[Math.min(row, this.rowCount)] ?? 0;
  }

  rowAt(top: number): number {
    let [low, high] = [0, Math.max(0, this.rowCount - 1)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.topOf(middle) <= top) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Takes lines in their order. */
  arrange(keys: readonly string[]): void {
    this.#keys = keys;
    this.rowCount = keys.length;
    if (this.#tops.length <= keys.length) this.#tops = new Float64Array(keys.length * 2 + 1);
    let top = 0;
    for (const [row, key] of keys.entries()) {
      this.#tops[row] = top;
      top += this.#heights.get(key) ?? this.#estimate ?? usual;
    }
    this.#tops[keys.length] = top;
  }

  /** Takes heights as they are on the page. @returns whether lines stand elsewhere now */
  measure(heights: ReadonlyMap<string, number>): boolean {
    let isOther = false;
    for (const [key, height] of heights) {
      if (this.#heights.get(key) === height) continue;
      this.#heights.set(key, height);
      isOther = true;
    }
    // Once for all: lines nobody has seen must not move at each one that is.
    if (isOther) this.#estimate ??= middleOf([...heights.values()]);
    if (isOther) this.arrange(this.#keys);
    return isOther;
  }

  /** Nothing is as high as it was. */
  forget(): void {
    this.#heights.clear();
    this.#estimate = undefined;
    this.arrange(this.#keys);
  }
}

/** Pixels of a line without a problem. */
const usual = 65;

const middleOf = (values: readonly number[]): number | undefined =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
