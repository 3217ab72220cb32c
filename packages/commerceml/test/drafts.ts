import fc from 'fast-check';

import type { DocumentDraft, RecordDraft } from '../src/index.js';

/** Arbitrary records in the form that reading gives them, so that what is written and read again has to be the same. */

const letters = 'аЁїЖ bZ019&<>"\'/#№–«»\n';
const text = fc
  .array(fc.constantFrom(...Array.from(letters)), { maxLength: 12 })
  .map((parts) => parts.join('').trim())
  // What was escaped twice is undone by reading.
  .filter((value) => !/&\S+;/.test(value));
const filled = text.filter((value) => value !== '');
const id = fc.stringMatching(/^[a-zA-Z0-9-]{1,20}$/);
const decimal = fc.tuple(fc.boolean(), fc.nat(1_000_000), fc.nat(999)).map(([isNegative, whole, part]) => {
  const fraction = String(part).padStart(3, '0').replace(/0+$/, '');
  const plain = `${String(whole)}${fraction === '' ? '' : `.${fraction}`}`;
  return isNegative && plain !== '0' ? `-${plain}` : plain;
});
const amount = fc.option(decimal);
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const currency = fc.constantFrom('RUB', 'UAH', 'USD', 'KZT');
const list = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> => fc.array(value, { maxLength: 3 });
/** Any of the parts may be absent. */
const some = <Shape extends object>(shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> }) =>
  fc.record(shape, { requiredKeys: [] });

const unit = fc.record({
  code: fc.constantFrom('796', '166', undefined),
  name: fc.constantFrom('шт', 'кг', 'м²'),
  fullName: fc.constantFrom('Штука', undefined),
  international: fc.constantFrom('PCE', undefined),
});
const tax = some({
  name: filled,
  rate: fc.constantFrom('20', '0', '5.5', null),
  isIncluded: fc.boolean(),
  amount,
  isExcise: fc.boolean(),
});
const requisite = fc.record({
  name: filled.map((name) => `Р ${name}`.trim()),
  values: fc.array(text, { minLength: 1, maxLength: 2 }),
});
const adjustment = some({ name: text, amount, percent: amount, isIncluded: fc.boolean(), comment: text });
const address = fc.record({ text, fields: list(fc.record({ type: filled, value: filled })) });
const counterparty = some({
  id,
  version: text,
  isDeleted: fc.boolean(),
  name: text,
  fullName: text,
  inn: fc.constantFrom('7705260699', '500100732259', ''),
  kpp: fc.constantFrom('770501001', ''),
  role: filled,
  registrationAddress: address,
  accounts: list(some({ number: text, bank: text, bik: text })),
  representatives: list(some({ relation: filled, name: text })),
});
const line = some({
  catalogueId: id,
  article: text,
  name: text,
  baseUnit: unit,
  coefficient: amount,
  price: amount,
  quantity: amount,
  total: amount,
  country: filled,
  taxes: list(tax),
  discounts: list(adjustment),
  warehouses: list(fc.record({ id, name: filled, quantity: amount })),
  requisites: list(requisite),
  action: text,
});

export const document: fc.Arbitrary<DocumentDraft> = fc
  .tuple(
    id,
    some({
      number: text,
      number1C: text,
      date: fc.option(day),
      time: fc.constantFrom('09:05:00', '23:59:59'),
      kind: fc.constantFrom('order' as const, 'invoice' as const, 'shipment' as const, 'payment' as const),
      role: filled,
      currency,
      rate: amount,
      total: amount,
      comment: text,
      counterparties: list(counterparty),
      taxes: list(tax),
      warehouses: list(fc.record({ id, name: filled })),
      organization: filled,
      agreement: filled,
      lines: list(line),
      requisites: list(requisite),
    }),
  )
  .map(([key, rest]) => ({ id: key, ...rest }));

const goods = {
  version: text,
  isDeleted: fc.boolean(),
  article: text,
  code: text,
  name: text,
  fullName: text,
  barcodes: fc.uniqueArray(fc.stringMatching(/^[0-9A-Z]{1,13}$/), { maxLength: 3 }),
  unit,
  groupIds: list(id),
  description: text,
  pictures: list(fc.record({ path: id.map((name) => `import_files/${name}.jpg`) })),
  country: filled,
  manufacturer: fc.record({ id, name: filled }),
  properties: list(fc.record({ id, values: list(filled) })),
  characteristics: list(fc.record({ name: filled, value: text })),
  requisites: list(requisite),
  weight: amount,
};
const product = fc
  .tuple(id, some({ ...goods, taxes: list(tax), analogues: list(fc.record({ id, quantity: amount })) }))
  .map(([key, rest]) => ({ type: 'product' as const, id: key, ...rest }));
const offer = fc
  .tuple(
    id,
    some({
      ...goods,
      prices: fc.uniqueArray(fc.record({ priceTypeId: id, amount, currency, coefficient: amount, tax }), {
        maxLength: 3,
        selector: ({ priceTypeId }) => priceTypeId,
      }),
      quantity: amount,
      rests: list(fc.record({ warehouseId: id, quantity: amount })),
    }),
  )
  .map(([key, rest]) => ({ type: 'offer' as const, id: `${key}#c`, ...rest }));
const row = <Type extends RecordDraft['type'], Shape extends object>(
  type: Type,
  shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> },
) => fc.tuple(id, some(shape)).map(([key, rest]) => ({ type, id: key, ...rest }));

/** A catalogue with its dictionaries, its goods and their offers. */
export const catalogue: fc.Arbitrary<RecordDraft[]> = fc
  .tuple(
    list(
      row('property', {
        name: text,
        valueType: fc.constantFrom('text' as const, 'variants' as const),
        isFilter: fc.boolean(),
      }),
    ),
    list(row('priceType', { name: text, currency })),
    list(row('warehouse', { name: text, comment: text, address })),
    list(product),
    list(offer),
    fc.option(fc.boolean(), { nil: undefined }),
  )
  .map(([properties, priceTypes, warehouses, products, offers, onlyChanges]) => [
    { type: 'classifier', id: 'к', name: 'Классификатор', onlyChanges },
    ...properties,
    ...priceTypes,
    ...warehouses,
    { type: 'catalogue', id: 'к', classifierId: 'к', onlyChanges },
    ...products,
    { type: 'offersPackage', id: 'к#', catalogueId: 'к', onlyChanges },
    ...offers,
  ]);
