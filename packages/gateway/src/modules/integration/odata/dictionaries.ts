import { isoCurrency } from '../../exchange/service.js';
import { decimal, decimalText, divide, isZero } from '../../../money/decimal.js';
import { numberOf, reference, textOf } from './fields.js';
import type { AgreementNames } from './presets.js';
import type { Reading } from './reading.js';

/** Numbers of ISO 4217 that 1C has for codes of currencies. */
const byNumber: Readonly<Record<string, string>> = {
  '156': 'CNY',
  '398': 'KZT',
  '643': 'RUB',
  '810': 'RUB',
  '840': 'USD',
  '933': 'BYN',
  '978': 'EUR',
  '980': 'UAH',
};

/** Currencies by reference. */
export async function readCurrencies({ client, preset }: Reading): Promise<ReadonlyMap<string, string>> {
  const rows = await client.all(preset.currencies, { orderBy: 'Ref_Key' });
  return new Map(
    rows.flatMap((row) => {
      const currency = byNumber[textOf(row, 'Code')] ?? isoCurrency(textOf(row, 'Description'));
      return currency === undefined ? [] : [[reference(row, 'Ref_Key') ?? '', currency] as const];
    }),
  );
}

/** Companies of each partner, where agreements may be a partner's. */
export async function companiesOfPartners(
  { client, preset, companies }: Reading,
  names: AgreementNames,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { set, partner } = preset.companies;
  const found = new Map<string, string[]>();
  if (names.partner === undefined || partner === undefined) return found;
  for await (const page of client.pages(set, { orderBy: 'Ref_Key', select: ['Ref_Key', partner] }))
    for (const row of page) {
      const [company, of] = [reference(row, 'Ref_Key'), reference(row, partner)];
      if (company === undefined || of === undefined || !companies.has(company)) continue;
      found.set(of, [...(found.get(of) ?? []), company]);
    }
  return found;
}

/** How many base units a pack holds, by reference. */
export async function readPacks(
  { client, preset: { packs } }: Reading,
  names: AgreementNames,
): Promise<ReadonlyMap<string, string>> {
  if (!packs || !names.goods) return new Map();
  const rows = await client.all(packs.set, {
    orderBy: 'Ref_Key',
    select: ['Ref_Key', packs.numerator, packs.denominator],
  });
  return new Map(
    rows.map((row) => {
      const denominator = decimal(numberOf(row, packs.denominator) ?? '1');
      const holds = isZero(denominator)
        ? '0'
        : decimalText(divide(decimal(numberOf(row, packs.numerator) ?? '1'), denominator, 6));
      return [reference(row, 'Ref_Key') ?? '', holds];
    }),
  );
}
