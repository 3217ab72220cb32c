import type { CommerceMLRecord, OfferRecord, Price, ProductRecord } from '@kontor/commerceml';
import { preferredPrices } from '@kontor/commerceml';

/** What 1C tells things about. */
export type SourceKind =
  'counterparty' | 'group' | 'offer' | 'priceType' | 'product' | 'property' | 'unit' | 'warehouse';

/** One record of 1C by its id. What the file doesn't say is absent, so that a row of changes leaves what was told before. */
export interface SourceRow {
  readonly kind: SourceKind;
  readonly id: string;
  /** Of goods: the product that they belong to. */
  readonly productId: string | undefined;
  /** Empty when only prices or stock are told. */
  readonly record: Readonly<Record<string, unknown>>;
  /** By price type. */
  readonly prices?: Readonly<Record<string, readonly SourcePrice[]>> | undefined;
  /** By warehouse. */
  readonly rests?: Readonly<Record<string, string>> | undefined;
  readonly isDeleted: boolean;
}

/** A price as it is kept: per base unit it is `amount` by `coefficient`. */
export interface SourcePrice {
  readonly amount: string;
  readonly currency?: string | undefined;
  readonly coefficient?: string | undefined;
  readonly minQuantity?: string | undefined;
  readonly isVatIncluded?: boolean | undefined;
}

/** Stock that is not told by warehouse. */
export const totalStock = '';

/** Rows that a record of a file becomes; none for records that are no goods, dictionaries or companies. */
export function sourceRowsOf(record: CommerceMLRecord): SourceRow[] {
  switch (record.type) {
    case 'group':
    case 'priceType':
    case 'property':
    case 'unit':
    case 'warehouse':
    case 'counterparty':
      return [row(record.type, record.id, undefined, record)];
    case 'product':
      return rowsOfProduct(record);
    case 'offer':
      return rowsOfOffer(record);
    default:
      return [];
  }
}

/**
 * Old configurations list variants as products: `product#characteristic` in a catalogue is a variant all the same, and what
 * is told of it is all that is told of its product. It is kept apart from what offers tell of the variant (`ofCatalogue`): a full
 * package of theirs says nothing of its characteristics and takes none away.
 */
function rowsOfProduct({ prices: told, ...record }: ProductRecord): SourceRow[] {
  const { productId, characteristicId, ...goods } = record;
  const prices = told && byPriceType(told);
  if (characteristicId === undefined) return [{ ...row('product', productId, productId, goods), prices }];
  const { record: ofCatalogue, ...variant } = row('offer', record.id, productId, record);
  const { isDeleted } = record;
  return [
    { ...variant, record: { ofCatalogue, ...(isDeleted === undefined ? {} : { isDeleted }) }, prices },
    row('product', productId, productId, { ...goods, isMadeOfVariant: true }),
  ];
}

function rowsOfOffer({ prices, rests, quantity, ...goods }: OfferRecord): SourceRow[] {
  const id = goods.characteristicId === undefined ? goods.productId : goods.id;
  const { record, ...offer } = row('offer', id, goods.productId, goods);
  const isDescribed = Object.keys(record).some((key) => key !== 'characteristicId' && key !== 'version');
  return [
    {
      ...offer,
      record: isDescribed ? record : {},
      prices: prices && byPriceType(prices),
      rests:
        rests === undefined && typeof quantity !== 'string'
          ? undefined
          : {
              ...Object.fromEntries((rests ?? []).map((rest) => [rest.warehouseId, rest.quantity ?? '0'])),
              ...(typeof quantity === 'string' ? { [totalStock]: quantity } : {}),
            },
    },
  ];
}

function byPriceType(prices: readonly Price[]): Record<string, SourcePrice[]> {
  const types: Record<string, SourcePrice[]> = {};
  for (const { priceTypeId, amount, currency, coefficient, minQuantity, tax } of preferredPrices(prices)) {
    const list = (types[priceTypeId] ??= []);
    if (amount == null) continue;
    list.push({
      amount,
      currency,
      coefficient: coefficient ?? undefined,
      minQuantity: minQuantity ?? undefined,
      isVatIncluded: tax?.isIncluded,
    });
  }
  return types;
}

/** Fields that say where a record stood and not what it says. */
const places: ReadonlySet<string> = new Set(['id', 'line', 'productId', 'type']);

function row(kind: SourceKind, id: string, productId: string | undefined, fields: object): SourceRow {
  const record: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined && !places.has(name)) record[name] = value;
  return { kind, id, productId, record, isDeleted: record['isDeleted'] === true };
}
