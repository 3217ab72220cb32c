import type { AgreementRow, IndividualPriceRow } from '@kontor/contract';

import { decimal, decimalText, divide, isZero } from '../../../money/decimal.js';
import type { ODataRow } from './client.js';
import { dateOf, isTrue, numberOf, reference, tableOf, textOf, variantId } from './fields.js';
import { companiesOfPartners, readCurrencies, readPacks } from './dictionaries.js';
import type { AgreementNames } from './presets.js';
import type { Reading } from './reading.js';

/** What 1C says of agreements. */
export interface ReadAgreements {
  readonly agreements: AgreementRow[];
  readonly prices: IndividualPriceRow[];
}

/** Agreements of companies that the shop knows; those that are not in force any more only where the shop has them. */
export async function readAgreements(reading: Reading, names: AgreementNames): Promise<ReadAgreements> {
  const { client, companies, agreements: known } = reading;
  const currencies = await readCurrencies(reading);
  const partners = await companiesOfPartners(reading, names);
  const packs = await readPacks(reading, names);
  const agreements: AgreementRow[] = [];
  const prices: IndividualPriceRow[] = [];
  for await (const page of client.pages(names.set, { orderBy: 'Ref_Key' })) {
    for (const row of page) {
      if (isTrue(row, names.isTypical) || isTrue(row, 'IsFolder')) continue;
      const own = reference(row, names.company);
      const of = own === undefined ? (partners.get(reference(row, names.partner) ?? '') ?? []) : [own];
      for (const company of of) {
        const ref = reference(row, 'Ref_Key') ?? '';
        const id = own === undefined ? `${ref}#${company}` : ref;
        const isInForce = names.inForce.values.includes(textOf(row, names.inForce.field));
        const isEnded = !isInForce || isTrue(row, 'DeletionMark');
        if (!companies.has(company) || (isEnded && !known.has(id))) continue;
        const agreement = agreementOf(reading, row, names, currencies);
        agreements.push({
          ...agreement,
          id,
          company,
          ...(isEnded ? { validTo: reading.yesterday } : {}),
        });
        if (!isEnded)
          prices.push(...pricesOf(row, names, packs, { company, id, currency: agreement.currency }));
      }
    }
  }
  return { agreements, prices };
}

function agreementOf(
  { currency }: Reading,
  row: ODataRow,
  names: AgreementNames,
  currencies: ReadonlyMap<string, string>,
): Omit<AgreementRow, 'company' | 'id'> {
  const { payment } = names;
  const days = payment
    ? Math.max(
        0,
        ...tableOf(row, payment.table)
          .filter((step) => payment.credits.includes(textOf(step, payment.kind)))
          .map((step) => Number(numberOf(step, payment.days) ?? 0)),
      )
    : Number(numberOf(row, names.days) ?? 0);
  return {
    name: textOf(row, 'Description').slice(0, 240) || '—',
    number: textOf(row, names.number).slice(0, 120) || null,
    currency: currencies.get(reference(row, names.currency) ?? '') ?? currency,
    vatMode: names.includesVat !== undefined && row[names.includesVat] === false ? 'excluded' : 'included',
    priceType: reference(row, names.priceType) ?? null,
    paymentTerm:
      days > 0 ? { kind: 'deferral', days: Math.min(Math.round(days), 1000) } : { kind: 'prepayment' },
    validFrom: dateOf(row, names.from) ?? null,
    validTo: dateOf(row, names.to) ?? null,
  };
}

function pricesOf(
  row: ODataRow,
  { goods }: AgreementNames,
  packs: ReadonlyMap<string, string>,
  { company, id, currency }: { company: string; id: string; currency: string },
): IndividualPriceRow[] {
  if (!goods) return [];
  const found = new Map<string, IndividualPriceRow>();
  for (const line of tableOf(row, goods.table)) {
    const variant = variantId(line, goods.product, goods.characteristic);
    const price = numberOf(line, goods.price);
    if (variant === undefined || price === undefined || Number(price) <= 0 || found.has(variant)) continue;
    const holds = decimal(packs.get(reference(line, goods.pack) ?? '') ?? '1');
    if (isZero(holds)) continue;
    const amount = decimalText(divide(decimal(price), holds, 6));
    found.set(variant, {
      company,
      agreement: id,
      variant: { id: variant },
      currency,
      prices: [{ amount }],
    });
  }
  return [...found.values()];
}
