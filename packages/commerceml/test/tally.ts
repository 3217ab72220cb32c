import type { CommerceMLRecord, DocumentRecord, OfferRecord, ProductRecord } from '../src/index.js';
import { sum } from './sum.js';

const containerNames = {
  classifier: 'Классификатор',
  catalogue: 'Каталог',
  offersPackage: 'ПакетПредложений',
  counterparties: 'Контрагенты',
} as const;

type Of<Type extends CommerceMLRecord['type']> = Extract<CommerceMLRecord, { type: Type }>;

/** Counts and sums of a file, of the same kinds as those that were computed for the real files independently. */
export function tally(records: readonly CommerceMLRecord[]) {
  const of = <Type extends CommerceMLRecord['type']>(type: Type): Of<Type>[] =>
    records.filter((record): record is Of<Type> => record.type === type);
  const emptyOffers = of('problem').filter(
    ({ code, path }) => code === 'empty_row' && path.endsWith('/Предложение'),
  ).length;
  const [file] = of('file');
  const offers = of('offer');
  const products = of('product');
  return {
    schemaVersion: file?.schemaVersion,
    namespace: file?.namespace ?? null,
    generatedAt: file?.generatedAtText,
    groups: of('group').length,
    properties: of('property').length,
    products: products.length,
    offers: offers.length + emptyOffers,
    documents: of('document').length,
    counterparties: of('counterparty').length,
    priceTypes: Object.fromEntries(of('priceType').map(({ id, name, currency }) => [id, [name, currency]])),
    warehouses: of('warehouse').length,
    onlyChanges: records.flatMap((record) =>
      'onlyChanges' in record && record.onlyChanges !== undefined && !record.isLate
        ? [[containerNames[record.type], String(record.onlyChanges)]]
        : [],
    ),
    ...(products.length > 0 ? ofProducts(products) : {}),
    ...(offers.length + emptyOffers > 0
      ? { emptyOffers, ...ofOffers(offers, of('end')[0]?.kind === 'rests') }
      : {}),
    ...ofDocuments(of('document')),
  };
}

function ofProducts(products: readonly ProductRecord[]) {
  return {
    distinctProductIds: new Set(products.map(({ id }) => id)).size,
    distinctBaseProductIds: new Set(products.map(({ productId }) => productId)).size,
    productIdsWithHash: products.filter(({ id }) => id.includes('#')).length,
    withSku: products.filter(({ article }) => article).length,
    withBarcode: products.filter(({ barcodes }) => barcodes && barcodes.length > 0).length,
    pictures: products.reduce((count, { pictures }) => count + (pictures?.length ?? 0), 0),
    deletedProducts: products.filter(({ isDeleted }) => isDeleted).length,
    productsWithoutGroup: products.filter(({ groupIds }) => !groupIds || groupIds.length === 0).length,
  };
}

function ofOffers(offers: readonly OfferRecord[], isRests: boolean) {
  const variants = offers.filter(({ characteristicId }) => characteristicId !== undefined);
  const withVariants = new Set(variants.map(({ productId }) => productId));
  const isBase = ({ productId, characteristicId }: OfferRecord): boolean =>
    characteristicId === undefined && withVariants.has(productId);
  const bare = ({ characteristics }: OfferRecord): boolean =>
    !characteristics || characteristics.length === 0;
  const prices = offers.flatMap((offer) => offer.prices ?? []);
  const stock = offers.flatMap((offer) => [
    ...(offer.rests ?? []).map(({ warehouseId, quantity }) => ({ key: warehouseId, amount: quantity })),
    // Stock without warehouses is the total of the offer.
    ...(isRests && !offer.rests ? [{ key: '', amount: offer.quantity }] : []),
  ]);
  const quantities = offers.flatMap(({ quantity }) => (quantity && !isRests ? [quantity] : []));
  return {
    variantOffers: variants.length,
    distinctOfferIds: new Set(offers.map(({ id }) => id)).size,
    distinctBaseIds: new Set(offers.map(({ productId }) => productId)).size,
    baseOffersBesideVariants: offers.filter(isBase).length,
    variantOffersWithoutCharacteristics: variants.filter(bare).length,
    characteristics: offers.reduce((count, offer) => count + (offer.characteristics?.length ?? 0), 0),
    ...sums(
      'prices',
      prices.map(({ priceTypeId, amount }) => ({ key: priceTypeId, amount })),
    ),
    ...sums('stock', stock),
    ...(quantities.length > 0
      ? {
          quantitySum: sum(quantities),
          quantityRows: quantities.length,
          negativeQuantities: quantities.filter((quantity) => quantity.startsWith('-')).length,
          fractionalQuantities: quantities.filter((quantity) => quantity.includes('.')).length,
        }
      : {}),
  };
}

function ofDocuments(documents: readonly DocumentRecord[]) {
  if (documents.length === 0) return {};
  const requisites = documents.flatMap((document) => document.requisites ?? []);
  return {
    documentsByOperation: countBy(documents.map(({ operation }) => operation ?? '')),
    documentTotal: sum(documents.flatMap(({ total }) => total ?? [])),
    documentsWithoutSum: documents.filter(({ total }) => !total).length,
    documentLines: documents.reduce((count, { lines }) => count + (lines?.length ?? 0), 0),
    distinctDocumentIds: new Set(documents.map(({ id }) => id)).size,
    documentRequisites: countBy(requisites.map(({ name }) => name)),
  };
}

interface Amount {
  readonly key: string;
  readonly amount: string | null | undefined;
}

function sums(name: 'prices' | 'stock', amounts: readonly Amount[]) {
  if (amounts.length === 0) return {};
  const keys = [...new Set(amounts.map(({ key }) => key))];
  const entries = keys.map((wanted) => {
    const rows = amounts.filter(({ key }) => key === wanted);
    return [wanted, { rows: rows.length, sum: sum(rows.flatMap(({ amount }) => amount ?? [])) }] as const;
  });
  return { [name]: Object.fromEntries(entries) };
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
