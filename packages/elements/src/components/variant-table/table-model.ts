import type { Option, Variant } from '@kontor/sdk';

import type { Words } from '../../locale/words.js';
import { columnsFor, shapeOf, type Column, type Mode, type Shape, type Sight } from './columns.js';
import { fitting, reachable, type OptionChoice } from './option-filter.js';
import type { ShownVariants } from './product-source.js';

/** Rows and columns of the moment, worked out again only when what they come from has changed. */
export class TableModel {
  /** Variants under the filter, in their order. */
  rows: readonly Variant[] = [];
  columns: readonly Column[] = [];
  mode: Mode = 'wide';
  reachable: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  options: readonly Option[] = [];
  #rowBySku: ReadonlyMap<string, number> | undefined;
  #bySku: ReadonlyMap<string, Variant> | undefined;
  #variants: readonly Variant[] = [];
  #choice: OptionChoice = {};
  #shape: { of: readonly unknown[]; shape: Shape } | undefined;

  rowOf(sku: string): number | undefined {
    this.#rowBySku ??= new Map(this.rows.map((each, row) => [each.sku, row]));
    return this.#rowBySku.get(sku);
  }

  /** All variants by SKU in capitals, whatever the filter. */
  get bySku(): ReadonlyMap<string, Variant> {
    return (this.#bySku ??= new Map(this.#variants.map((each) => [each.sku.toUpperCase(), each])));
  }

  update(
    { variants, options }: ShownVariants,
    choice: OptionChoice,
    {
      words,
      sight,
      currency,
      width,
    }: { words: Words; sight: Sight; currency: string | undefined; width: number },
  ): void {
    if (variants !== this.#variants || choice !== this.#choice || options !== this.options) {
      this.#variants = variants;
      this.#choice = choice;
      this.#bySku = undefined;
      this.options = options;
      this.rows = fitting(variants, choice);
      this.#rowBySku = undefined;
      this.reachable = reachable(variants, options, choice);
    }
    const of = [variants, options, words, currency, sight.prices, sight.stock, sight.quantities];
    if (!this.#shape?.of.every((each, index) => each === of[index]))
      this.#shape = { of, shape: shapeOf(variants, options, sight, words, currency) };
    ({ mode: this.mode, columns: this.columns } = columnsFor(this.#shape.shape, width));
  }
}
