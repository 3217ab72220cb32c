import type { AgreementSwitch, Cart, CartChange, CartCheck, Checkout, Order, Totals } from '@kontor/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';

import { demoAgreements, demoCompanies } from '../src/demo/ids.js';
import { decimal } from '../src/money/decimal.js';
import { amountTexts, lineAmounts } from '../src/money/vat.js';
import { changeSums, totalsOf } from '../src/modules/cart/sums.js';
import { invoiceOf } from '../src/modules/documents/invoice-of-order.js';
import { createDocuments } from '../src/modules/documents/service.js';
import { createEvents } from '../src/modules/events/service.js';
import { createOrders } from '../src/modules/orders/service.js';
import { createStock } from '../src/modules/stock/service.js';
import {
  fraction,
  halfUp,
  kopecks,
  lineOf,
  over,
  times,
  totalsOfLines,
  type OracleLine,
} from './money-oracle.js';
import { useTestGateway } from './test-gateway.js';

interface TotalsToTell {
  net: string;
  vat: string;
  total: string;
  vatByRate: readonly { rate?: string | null; net: string; vat: string }[];
}

const told = ({ net, vat, total, vatByRate }: TotalsToTell) => ({
  net,
  vat,
  total,
  byRate: Object.fromEntries(
    vatByRate.map((each): [string, string] => [each.rate ?? '', `${each.net} ${each.vat}`]).sort(),
  ),
});

describe('pure carts', () => {
  it('add up like those of an oracle, whatever is added and removed', () => {
    let seed = 20_261_116;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const rates = ['22', '10', '7.5', '0', null];
    const modes = ['included', 'excluded', 'none'] as const;
    for (let cart = 0; cart < 100_000; cart += 1) {
      const mode = modes[random(3)] ?? 'none';
      const made = Array.from({ length: 1 + random(4) }, () => {
        const price = (random(2_000_000) / 10 ** random(7)).toFixed(random(7));
        const quantity = (1 + random(99_999) / 10 ** random(4)).toFixed(random(4));
        const rate = rates[random(5)] ?? null;
        const line = amountTexts(lineAmounts(decimal(price), decimal(quantity), mode, rate, 2));
        return {
          line: { ...line, vatRate: mode === 'none' ? null : rate },
          oracle: lineOf(price, quantity, mode, rate),
        };
      });
      const removed = made.filter(() => random(3) === 0);
      const kept = made.filter((each) => !removed.includes(each));
      let sums = changeSums(
        {},
        [],
        made.map(({ line }) => line),
      );
      sums = changeSums(
        sums,
        removed.map(({ line }) => line),
        [],
      );
      const is = JSON.stringify(told(totalsOf(sums, 'RUB')));
      const should = JSON.stringify(totalsOfLines(kept.map(({ oracle }) => oracle)));
      // Compared by hand: a hundred thousand expectations take longer than the sums.
      if (is !== should) expect(is, `cart ${String(cart)}`).toBe(should);
    }
  });
});

describe('carts over HTTP', () => {
  const gateway = useTestGateway();
  const agreements = [
    { id: demoAgreements.stroymasterPrepaid, mode: 'included', coefficient: '1' },
    { id: demoAgreements.stroymaster15, mode: 'excluded', coefficient: '1.0375' },
    { id: demoAgreements.stroymaster45, mode: 'none', coefficient: '0.913' },
    { id: demoAgreements.stroymasterEur, mode: 'included', coefficient: '1.1' },
  ] as const;
  const grade = '3.5';
  interface Variant {
    id: number;
    sku: string;
    rate: string | null;
  }
  let token: string;
  let variants: Variant[];
  /** Unit prices by agreement, SKU and quantity. */
  let priceOf: (agreement: (typeof agreements)[number], variant: Variant, quantity: string) => string;
  let carts = 0;

  async function call<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await gateway().request<Body>(method, path, {
      token,
      body,
      headers: method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {},
    });
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.text}`);
    return answer.body;
  }
  const select = (agreementId: string) =>
    call<AgreementSwitch>('POST', '/v1/session/agreement', { agreementId });

  beforeAll(async () => {
    const { system } = gateway().database.database;
    const found = await sql<Variant>`
      update variant set rule_min = 0.001, rule_step = 0.001, rule_max = null,
        vat_rate = (array[22, 10, 7.5, 0, null]::numeric[])[1 + id % 5]
      where id in (select v.id from variant v join product p on p.id = v.product_id
        where v.status = 'active' and p.status = 'active'
          and exists (select from assortment_product a where a.assortment_id = 'public' and a.product_id = p.id)
          and exists (select from assortment_product a where a.assortment_id = 'asm_export' and a.product_id = p.id)
        order by v.id limit 30)
      returning id, sku, trim_scale(vat_rate)::text as rate`.execute(system);
    variants = found.rows;
    const ids = variants.map(({ id }) => id);
    await sql`delete from price where variant_id = any(${ids}::int[])`.execute(system);
    await sql`delete from individual_price where variant_id = any(${ids}::int[])`.execute(system);
    await sql`insert into price (price_type_id, variant_id, min_quantity, amount, updated_at)
      select t.id, v.id, tier, ((v.id * 7919 + length(t.id) * 104729) % 900001 + 1) / (10000.0 * (1 + tier / 100)), now()
      from price_type t, variant v, unnest(array[0, 100]) as tier where v.id = any(${ids}::int[])`.execute(
      system,
    );
    // Some have a price of their own, down to the sixth digit.
    await sql`insert into individual_price (company_id, agreement_id, variant_id, currency, amount, updated_at)
      select ${demoCompanies.stroymaster}, case when v.id % 2 = 0 then ${agreements[0].id} end, v.id,
        case when v.id % 3 = 0 then 'EUR' else 'RUB' end, (v.id * 6007 % 99991 + 1) / 1000000.0 + 1, now()
      from variant v where v.id = any(${ids.slice(0, 6)}::int[])`.execute(system);
    await sql`update grade set percent = ${grade} where id = (select grade_id from company where id = ${demoCompanies.stroymaster})`.execute(
      system,
    );
    await sql`insert into balance (variant_id, warehouse_id, quantity, updated_at)
      select v.id, w.id, 100000000, now() from variant v, warehouse w where v.id = any(${ids}::int[])
      on conflict (variant_id, warehouse_id) do update set quantity = 100000000`.execute(system);
    for (const { id, mode, coefficient } of agreements)
      await sql`update agreement set vat_mode = ${mode}, coefficient = ${coefficient}, warehouse_ids = null where id = ${id}`.execute(
        system,
      );
    priceOf = await readRules();
    token = await gateway().signIn('owner@stroymaster.example.test');
  });

  /** The rules of prices, from what is stored: individual of the agreement, of the company, else of the price type. */
  async function readRules(): Promise<typeof priceOf> {
    const { system } = gateway().database.database;
    const terms = await system.selectFrom('agreement').selectAll().execute();
    const types = await system.selectFrom('price_type').selectAll().execute();
    const prices = await system.selectFrom('price').selectAll().execute();
    const own = await system.selectFrom('individual_price').selectAll().execute();
    const rates = (
      await system.selectFrom('currency_rate').selectAll().orderBy('valid_from', 'desc').execute()
    ).filter((each) => each.valid_from <= gateway().clock.now());
    const { grade_id } = await system
      .selectFrom('company')
      .select('grade_id')
      .where('id', '=', demoCompanies.stroymaster)
      .executeTakeFirstOrThrow();
    const rateOf = (currency: string) =>
      currency === 'RUB' ? '1' : (rates.find((each) => each.currency === currency)?.rate ?? '0');
    return ({ id, mode, coefficient }, variant, quantity) => {
      const agreement = terms.find((each) => each.id === id);
      const type = types.find((each) => each.id === agreement?.price_type_id);
      const mine = own.filter(
        (each) => each.company_id === demoCompanies.stroymaster && each.variant_id === variant.id,
      );
      const individual =
        mine.find((each) => each.agreement_id === id) ?? mine.find((each) => each.agreement_id === null);
      const listed = prices
        .filter((each) => each.price_type_id === type?.id && each.variant_id === variant.id)
        .filter((each) => Number(each.min_quantity) <= Number(quantity))
        .sort((left, right) => Number(right.min_quantity) - Number(left.min_quantity))[0];
      const currency = agreement?.currency ?? '';
      const convert = (from: string) =>
        from === currency ? fraction('1') : over(fraction(rateOf(from)), fraction(rateOf(currency)));
      const digits = type?.rounding_digits ?? 4;
      const written = (amount: bigint, places: number) =>
        `${String(amount / 10n ** BigInt(places))}.${String(amount % 10n ** BigInt(places)).padStart(places, '0')}`;
      if (individual) {
        if (individual.currency === currency) return individual.amount;
        return written(
          halfUp(times(fraction(individual.amount), convert(individual.currency)), digits),
          digits,
        );
      }
      const steps = [fraction(listed?.amount ?? '0'), fraction(coefficient), convert(type?.currency ?? '')];
      if (variant.rate !== null && mode !== 'none') {
        const withVat = times(
          { top: fraction(variant.rate).top + 100n * fraction(variant.rate).bottom, bottom: 1n },
          { top: 1n, bottom: fraction(variant.rate).bottom * 100n },
        );
        if (type?.includes_vat && mode === 'excluded') steps.push(over(fraction('1'), withVat));
        if (type && !type.includes_vat && mode === 'included') steps.push(withVat);
      }
      if (grade_id !== null) steps.push(over(fraction(String(100 - Number(grade))), fraction('100')));
      return written(halfUp(times(...steps), digits), digits);
    };
  }

  const expected = (
    agreement: (typeof agreements)[number],
    wanted: ReadonlyMap<number, string>,
  ): OracleLine[] =>
    [...wanted].flatMap(([index, quantity]) => {
      const variant = variants[index];
      if (!variant) return [];
      return lineOf(priceOf(agreement, variant, quantity), quantity, agreement.mode, variant.rate);
    });

  const quantity = fc
    .tuple(fc.integer({ min: 1, max: 400_000 }), fc.constantFrom(1, 10, 1000))
    .map(([units, scale]) => (units / scale).toString());
  const edits = fc.array(
    fc.uniqueArray(
      fc.tuple(fc.nat({ max: 29 }), fc.oneof({ weight: 4, arbitrary: quantity }, fc.constant('0'))),
      {
        selector: ([index]) => index,
        minLength: 1,
        maxLength: 30,
      },
    ),
    { minLength: 2, maxLength: 3 },
  );

  /** Makes a cart by edits and answers it with the quantities that it must have. */
  async function fill(steps: readonly (readonly (readonly [number, string])[])[]) {
    carts += 1;
    const { id } = await call<Cart>('POST', '/v1/carts', { name: `money ${String(carts)}` });
    const wanted = new Map<number, string>();
    let totals: Totals | null = null;
    for (const step of steps) {
      const operations = step.map(([index, amount]) => ({ sku: variants[index]?.sku, quantity: amount }));
      totals = (await call<CartChange>('POST', `/v1/carts/${id}/lines`, { operations })).cart.totals;
      for (const [index, amount] of step)
        if (amount === '0') wanted.delete(index);
        else wanted.set(index, amount);
    }
    return { id, wanted, totals };
  }

  const runs = Math.ceil(Number(process.env['KONTOR_MONEY_CARTS'] ?? 60) / agreements.length);
  it.each(agreements)('cost what an oracle says: $mode × $coefficient', async (agreement) => {
    await select(agreement.id);
    await fc.assert(
      fc.asyncProperty(edits, async (steps) => {
        const { id, wanted, totals } = await fill(steps);
        const should = totalsOfLines(expected(agreement, wanted));
        expect(totals && told(totals)).toEqual(should);
        // Summed by the difference above, anew here.
        const check = await call<CartCheck>('POST', `/v1/carts/${id}/check`);
        expect(check.cart.totals && told(check.cart.totals)).toEqual(should);
        await gateway().request('DELETE', `/v1/carts/${id}`, { token });
      }),
      { numRuns: runs },
    );
  });

  it.each(agreements)('cost the same as cart, order and invoice: $mode', async (agreement) => {
    await select(agreement.id);
    const { deps } = gateway();
    const documents = createDocuments(deps);
    const events = createEvents(deps.database, deps.log);
    const orders = createOrders({ stock: createStock(deps), documents, events });
    const { system } = deps.database;
    await sql`update delivery_rule set cost = 123.45, currency = 'RUB', free_from = null`.execute(system);
    for (const steps of fc.sample(edits, { numRuns: 2, seed: 11 })) {
      const { id, wanted } = await fill(steps);
      if (wanted.size === 0) continue;
      const checkout = await call<Checkout>('POST', '/v1/checkouts', { cartId: id });
      const { items } = await call<{ items: { id: string; kind: string; warehouseIds: string[] }[] }>(
        'GET',
        '/v1/delivery/methods',
      );
      const pickup = items.find(({ kind }) => kind === 'pickup');
      const { totals } = await call<Checkout>('PATCH', `/v1/checkouts/${checkout.id}`, {
        delivery: { methodId: pickup?.id, warehouseId: pickup?.warehouseIds[0] },
      });
      const delivery = BigInt((totals?.delivery ?? '0.00').replace('.', ''));
      const should = totalsOfLines(expected(agreement, wanted), delivery);
      expect(totals && told(totals)).toEqual(should);
      const order = await call<Order>('POST', `/v1/checkouts/${checkout.id}/place`, {
        expectedTotal: { amount: totals?.total, currency: totals?.currency },
      });
      expect(order.totals && told(order.totals)).toEqual(should);
      const full = await orders.full({ db: system }, order.id);
      if (!full) throw new Error('The order is not there');
      const party = { name: '', requisites: {}, address: '' };
      const invoice = invoiceOf({ number: '1', date: '2026-11-16' }, full, {
        seller: { ...party, bank: {} },
        buyer: party,
      });
      expect(told(invoice.totals)).toEqual(should);
      const sum = (field: 'net' | 'vat' | 'total') =>
        kopecks(invoice.lines.reduce((total, line) => total + BigInt(line[field].replace('.', '')), 0n));
      expect({ net: sum('net'), vat: sum('vat'), total: sum('total') }).toMatchObject({
        net: should.net,
        vat: should.vat,
        total: should.total,
      });
      expect(delivery).toBeGreaterThan(0n);
    }
    await events.close();
  });

  it('cost the same after switching there and back', async () => {
    await select(agreements[0].id);
    const cart = await call<Cart>('GET', '/v1/carts/current');
    await call('POST', `/v1/carts/${cart.id}/lines`, {
      operations: variants.map(({ sku }, index) => ({
        sku,
        quantity: String(index * 13.37 + 1).slice(0, 6),
      })),
    });
    const before = await call<CartCheck>('POST', `/v1/carts/${cart.id}/check`);
    for (const { id } of [agreements[1], agreements[3], agreements[2]]) await select(id);
    const back = await select(agreements[0].id);
    expect(back.cart?.totals).toEqual(before.cart.totals);
  });
});
