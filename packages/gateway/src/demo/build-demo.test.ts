import { describe, expect, it } from 'vitest';

import { add, compare, decimal, type Decimal } from '../money/decimal.js';
import { findLegalType } from '../requisites/legal-types.js';
import { validateCorrespondentAccount, validateRuAccount } from '../requisites/ru-account.js';
import { validateRequisites } from '../requisites/validate-requisites.js';
import { buildDemo } from './build-demo.js';
import { demoCompanies, demoPriceTypes, wellKnown } from './ids.js';
import { demoUsers } from './users.js';

const now = new Date('2026-11-20T09:00:00.000Z');
const demo = buildDemo('small', now, 'hash');
const { rows } = demo;

async function fingerprint(value: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(value)));
  return Buffer.from(digest).toString('hex');
}

const sum = (values: readonly (string | null | undefined)[]): Decimal =>
  values.map((value) => decimal(value ?? '0')).reduce(add, decimal('0'));
const idOf = (sku: string) => rows.variant?.find((variant) => variant.sku === sku)?.id;

describe('the demo supplier', () => {
  it('makes the same rows from the same input', async () => {
    expect(await fingerprint(buildDemo('small', now, 'hash'))).toBe(await fingerprint(demo));
  });

  it('makes other dates from another moment', async () => {
    expect(await fingerprint(buildDemo('small', new Date('2026-11-21T09:00:00.000Z'), 'hash'))).not.toBe(
      await fingerprint(demo),
    );
  });

  it('has order totals that equal the sum of lines', () => {
    const wrong = (rows.orders ?? []).filter((order) => {
      const lines = (rows.order_line ?? []).filter(({ order_id }) => order_id === order.id);
      return (['net', 'vat', 'total'] as const).some(
        (part) => compare(sum(lines.map((line) => line[part])), decimal(order[part])) !== 0,
      );
    });
    expect(rows.orders?.length).toBeGreaterThanOrEqual(60);
    expect(wrong).toEqual([]);
  });

  it('reserves exactly what open orders hold', () => {
    const open = new Set(
      (rows.orders ?? [])
        .filter(({ status }) => ['placed', 'confirmed', 'assembling'].includes(status))
        .map(({ id }) => id),
    );
    expect(rows.reservation?.length).toBeGreaterThan(0);
    expect(
      compare(sum((rows.reservation ?? []).map(({ quantity }) => quantity)), sum(demo.balances.reserved)),
    ).toBe(0);
    expect((rows.reservation ?? []).filter(({ order_id }) => !open.has(order_id))).toEqual([]);
  });

  it('never reserves more than there is', () => {
    const { reserved, quantities } = demo.balances;
    expect(reserved.filter((quantity, index) => Number(quantity) > Number(quantities[index]))).toEqual([]);
  });

  it('has requisites that pass their checks', () => {
    const problems = (rows.company ?? []).flatMap(({ name, legal_type, requisites }) => {
      const legalType = findLegalType(legal_type);
      return legalType
        ? validateRequisites(legalType, JSON.parse(requisites ?? '{}') as Record<string, string>).map(
            (problem) => ({ name, ...problem }),
          )
        : [{ name }];
    });
    expect(problems).toEqual([]);
  });

  it('has sellers whose bank accounts pass their checks', () => {
    const banks = (rows.seller ?? []).map(({ bank }) => JSON.parse(bank ?? '{}') as Record<string, string>);
    expect(banks.map(({ bik, account = '' }) => validateRuAccount(account, bik))).toEqual([null, null, null]);
    expect(
      banks.map(({ bik, correspondentAccount = '' }) =>
        validateCorrespondentAccount(correspondentAccount, bik),
      ),
    ).toEqual([null, null, null]);
  });

  it('knows every user that it announces', () => {
    const emails = new Set(rows.person?.map(({ email }) => email));
    expect(demoUsers.filter(({ email }) => !emails.has(email))).toEqual([]);
  });

  it('sells the smallest washer at 0.0123 roubles', () => {
    const index = demo.prices.variants.findIndex(
      (id, place) =>
        id === idOf(wellKnown.cheapest) && demo.prices.priceTypes[place] === demoPriceTypes.largeWholesale,
    );
    expect(demo.prices.amounts[index]).toBe('0.0123');
  });

  it('has no price for the variant on request', () => {
    expect(demo.prices.variants).not.toContain(idOf(wellKnown.withoutPrice));
  });

  it('has analogues in stock where stock is out', () => {
    const stock = (id: number | undefined) =>
      demo.balances.quantities
        .filter((_, index) => demo.balances.variants[index] === id)
        .reduce((total, quantity) => total + Number(quantity), 0);
    const others = (rows.analogue ?? [])
      .filter(({ variant_id }) => variant_id === idOf(wellKnown.outOfStock))
      .map(({ analogue_id }) => analogue_id);
    expect(stock(idOf(wellKnown.outOfStock))).toBe(0);
    expect(others.some((id) => stock(id) > 0)).toBe(true);
  });

  it('shows private lines to the holding alone', () => {
    const product = rows.variant?.find(({ sku }) => sku === wellKnown.private)?.product_id;
    const assortments = rows.assortment_product
      ?.filter(({ product_id }) => product_id === product)
      .map(({ assortment_id }) => assortment_id);
    expect(assortments).toEqual([
      rows.company?.find(({ id }) => id === demoCompanies.uralprom)?.assortment_id,
    ]);
  });
});
