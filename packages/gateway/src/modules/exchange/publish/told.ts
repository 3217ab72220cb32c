import type { Goods } from '@kontor/commerceml';

/** What was told of goods: any of it may be missing. */
export type ToldGoods = Partial<Goods>;

/** An offer of a product, as it was told. */
export interface ToldOffer {
  /** `product` or `product#characteristic`. */
  readonly id: string;
  readonly isAbsent: boolean;
  readonly goods: ToldGoods;
}

/** A product with everything that was told of it. */
export interface ToldProduct {
  readonly id: string;
  readonly isAbsent: boolean;
  readonly goods: ToldGoods;
  readonly offers: readonly ToldOffer[];
}

/** A property, with the texts that ids of its values stand for. */
export interface ToldProperty {
  readonly name: string | undefined;
  readonly isDeleted: boolean;
  readonly isFacet: boolean;
  readonly meanings: ReadonlyMap<string, string>;
}

export type Properties = ReadonlyMap<string, ToldProperty>;

/** The text of a value: properties with a list of values are told by the value's id. */
export function meaningOf(property: ToldProperty | undefined, value: string): string {
  return property?.meanings.get(value) ?? value;
}
