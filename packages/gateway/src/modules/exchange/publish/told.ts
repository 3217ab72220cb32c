import type { Goods } from '@kontor/commerceml';

/** What was told of goods: any of it may be missing. */
export interface ToldGoods extends Partial<Goods> {
  /** A catalogue listed a variant of the product, and all of this was said of that. */
  readonly isMadeOfVariant?: boolean;
}

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
  /** By its name: nobody is shown what it says. */
  readonly isOfPrices: boolean;
  readonly meanings: ReadonlyMap<string, string>;
}

export type Properties = ReadonlyMap<string, ToldProperty>;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The texts of values: properties with a list of values are told by the value's id. An id that no file explains says nothing to
 * anybody, and is left out.
 */
export function meaningsOf(property: ToldProperty | undefined, values: readonly string[]): string[] {
  return values
    .map((value) => property?.meanings.get(value) ?? (guid.test(value) ? '' : value))
    .filter((text) => text !== '');
}
