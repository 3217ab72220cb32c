import { operations, type Operation, type Price, type Problem } from '@kontor/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';

import { demoCompanies, demoPriceTypes, demoSegments, demoWarehouses } from '../src/demo/ids.js';
import { arbitraryOf, type Pools } from './arbitrary-of-schema.js';
import { createBuyer } from './buyer.js';
import { amountsOf, comparable, knownFigures, saidBy, type KnownFigures } from './known-figures.js';
import { useTestGateway, type TestAnswer } from './test-gateway.js';

let requests = 0;
const gateway = useTestGateway({ settings: { clientAddress: () => `10.1.0.${String((requests += 1))}` } });
/** They end the session of whoever asks, or never end. */
const apart = new Set(['session.signOut', 'session.rotate', 'session.selectCompany', 'events.stream']);
const all = Object.entries(operations).flatMap(([resource, verbs]) =>
  Object.entries(verbs).map(([verb, operation]): [string, Operation] => [`${resource}.${verb}`, operation]),
);
const quantities = ['3', '7', '40', '1300'];
const secretAmount = '731.4271';
const individualAmount = '569.8317';
const baseAmount = '284.6193';

let tokens: Record<string, string | undefined>;
let skus: string[];
let ids: Pools;
let hidden: KnownFigures;
/** Also what the member who sees base prices must not be told. */
let hiddenFromBase: KnownFigures;

/** Variants that a company and everybody else may see, free to be ordered in any number. */
async function chooseVariants(assortment: string, count: number): Promise<string[]> {
  const { system } = gateway().database.database;
  const { rows } = await sql<{ id: number; sku: string }>`
    update variant set rule_min = 1, rule_step = 1, rule_max = null where id in (
      select v.id from variant v join product p on p.id = v.product_id
      where v.status = 'active' and p.status = 'active' and v.vat_rate is not null
        and exists (select from assortment_product a where a.assortment_id = ${assortment} and a.product_id = p.id)
        and exists (select from price where price.variant_id = v.id)
      order by v.id limit ${count}) returning id, sku`.execute(system);
  return rows.map(({ sku }) => sku);
}

async function setFree(stock: readonly { sku: string; free: readonly number[] }[]): Promise<void> {
  const { system } = gateway().database.database;
  for (const { sku, free } of stock) {
    await sql`delete from balance where variant_id = (select id from variant where sku = ${sku})`.execute(
      system,
    );
    await sql`delete from receipt where variant_id = (select id from variant where sku = ${sku})`.execute(
      system,
    );
    const warehouses = [demoWarehouses.yekaterinburg, demoWarehouses.moscow];
    for (const [index, quantity] of free.entries()) {
      // What is reserved changes what is free, and nothing of that may show either.
      await sql`insert into balance (variant_id, warehouse_id, quantity, reserved, updated_at)
        select id, ${warehouses[index]}, ${quantity + 37}, 37, '2026-11-16T05:00:00Z' from variant where sku = ${sku}`.execute(
        system,
      );
      await sql`insert into receipt (variant_id, warehouse_id, expected_on, quantity)
        select id, ${warehouses[index]}, '2026-12-01', ${quantity} from variant where sku = ${sku}`.execute(
        system,
      );
    }
  }
}

async function call<Body>(who: string, method: string, path: string, body?: unknown): Promise<Body> {
  const answer = await gateway().request<Body & Problem>(method, path, { token: tokens[who], body });
  if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.text}`);
  return answer.body;
}

beforeAll(async () => {
  const { database, signIn } = gateway();
  const { system } = database.database;
  skus = await chooseVariants('asm_salons', 4);
  await setFree(skus.map((sku) => ({ sku, free: [500_000, 500_000] })));
  await sql`update price set amount = ${secretAmount} where variant_id in (select id from variant where sku = any(${skus}))`.execute(
    system,
  );
  await sql`delete from individual_price where company_id = ${demoCompanies.lokon}`.execute(system);
  await sql`insert into individual_price (company_id, variant_id, currency, amount, updated_at)
    select ${demoCompanies.lokon}, id, 'RUB', ${individualAmount}, now() from variant where sku = any(${skus.slice(0, 2)})`.execute(
    system,
  );
  await sql`update agreement set coefficient = 1.1 where company_id = ${demoCompanies.lokon}`.execute(system);
  await sql`insert into price_type (id, name, currency, includes_vat, rounding_digits) values ('prt_base', 'База', 'RUB', true, 4)`.execute(
    system,
  );
  await sql`insert into price (price_type_id, variant_id, amount, updated_at)
    select 'prt_base', id, ${baseAmount}, now() from variant where sku = any(${skus})`.execute(system);
  await sql`update company set base_price_type_id = 'prt_base' where id = ${demoCompanies.lokon}`.execute(
    system,
  );
  // The requester may look at everybody's orders: without what they cost.
  await sql`update member set overrides = overrides || '{"seeOrders":"all"}' where company_id = ${demoCompanies.lokon} and role = 'requester'`.execute(
    system,
  );
  tokens = {
    visitor: undefined,
    owner: await signIn('owner@lokon.example.test'),
    buyer: await signIn('buyer@lokon.example.test'),
    requester: await signIn('requester@lokon.example.test'),
    stylist: await signIn('stylist@lokon.example.test'),
    competitor: await signIn('buyer@competitor.example.test'),
    metiz: await signIn('owner@metiz.example.test'),
  };
});

/** Whatever a person who sees no prices could ask for, with the answers' figures. */
async function crawl(
  who: string,
  known: KnownFigures,
  samples: number,
  tamper = (answer: TestAnswer) => answer,
): Promise<string[]> {
  const found: string[] = [];
  for (const [name, operation] of all) {
    if (apart.has(name)) continue;
    const part = (schema: Operation['body']) => (schema ? arbitraryOf(schema, ids) : fc.constant(undefined));
    const sampled = fc.tuple(part(operation.params), part(operation.query), part(operation.body));
    const count = operation.method === 'DELETE' ? 1 : samples;
    for (const [params, query, body] of fc.sample(sampled, { numRuns: count, seed: 4711 })) {
      const path = operation.path.replaceAll(/\{(\w+)\}/g, (_all, key: string) =>
        encodeURIComponent((params as Record<string, string>)[key] ?? ''),
      );
      const search = new URLSearchParams(
        Object.entries((query ?? {}) as Record<string, unknown>).map(([key, value]) => [key, String(value)]),
      );
      const answer = await gateway().request(operation.method, `${path}?${search.toString()}`, {
        token: tokens[who],
        ...(operation.body ? { body } : {}),
        headers: operation.method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() },
      });
      const figures = known.in(saidBy(tamper(answer)));
      if (figures.length > 0) found.push(`${name} told ${figures.join()} in ${answer.text.slice(0, 300)}`);
    }
  }
  return found;
}

async function cartOf(
  who: string,
  operationsOf: readonly { sku: string; quantity: string }[],
): Promise<string> {
  const { id } = await call<{ id: string }>(who, 'POST', '/v1/carts', {
    name: `probe ${crypto.randomUUID()}`,
  });
  await call(who, 'POST', `/v1/carts/${id}/lines`, { operations: operationsOf });
  return id;
}

describe('hidden prices', () => {
  let orderId: string;

  beforeAll(async () => {
    const items = skus.flatMap((sku) => quantities.map((quantity) => ({ sku, quantity })));
    const pricesFor = async (who: string) =>
      (await call<{ items: Price[] }>(who, 'POST', '/v1/prices/resolve', { items })).items.flatMap(amountsOf);
    const own = await pricesFor('owner');
    const base = await pricesFor('stylist');
    expect(own).toContain(individualAmount);
    expect(base).toContain(baseAmount);
    const owner = await createBuyer(gateway(), 'owner@lokon.example.test', tokens['owner']);
    const checkout = await owner.checkout(
      skus.map((sku, index) => ({ sku, quantity: quantities[index] ?? '3' })),
    );
    const placed = await checkout.place();
    expect(placed.status).toBe(201);
    orderId = placed.body.id;
    await gateway().gateway.jobs.settle();
    const raw = [secretAmount, individualAmount];
    hidden = knownFigures([...raw, baseAmount, ...own, ...base, checkout.total.amount]);
    hiddenFromBase = knownFigures([
      ...raw,
      ...[...own, checkout.total.amount].filter((each) => !base.includes(each)),
    ]);
  });

  async function prepare(who: string): Promise<void> {
    const lines = skus.map((sku, index) => ({ sku, quantity: quantities[index] ?? '3' }));
    const isMember = who !== 'visitor';
    const cartId = isMember ? await cartOf(who, lines) : 'crt_none';
    const checkoutId = isMember
      ? (await call<{ id: string }>(who, 'POST', '/v1/checkouts', { cartId })).id
      : 'chk_none';
    const { system } = gateway().database.database;
    const methods = await system.selectFrom('delivery_method').select('id').limit(9).execute();
    const documents = await system
      .selectFrom('document')
      .select('id')
      .where('order_id', '=', orderId)
      .execute();
    const products = await system
      .selectFrom('variant')
      .select('product_id as id')
      .where('sku', 'in', skus)
      .execute();
    ids = {
      id: [
        cartId,
        checkoutId,
        orderId,
        ...documents.map(({ id }) => id),
        ...products.map(({ id }) => id).slice(0, 1),
      ],
      sku: skus,
      cartId: [cartId],
      quantity: quantities,
      methodId: methods.map(({ id }) => id),
      warehouseId: Object.values(demoWarehouses),
      query: [...skus, secretAmount.slice(0, 3)],
      format: ['csv'],
      limit: [200],
      agreementId: ['agr_lokon'],
    };
  }

  it.each(['visitor', 'requester'])('stand in no answer for the %s', async (who) => {
    await prepare(who);
    expect(await crawl(who, hidden, 3)).toEqual([]);
  });

  it('other than base prices stand in no answer for the stylist', async () => {
    await prepare('stylist');
    expect(await crawl('stylist', hiddenFromBase, 3)).toEqual([]);
  });

  it('leave base prices as they are', async () => {
    const { items } = await call<{ items: Price[] }>('stylist', 'POST', '/v1/prices/resolve', {
      items: skus.map((sku) => ({ sku, quantity: '1' })),
    });
    expect(new Set(items.map(({ unitPrice }) => unitPrice))).toEqual(new Set([baseAmount]));
  });

  it.each(['requester', 'stylist'])('stand in no order, cart or check for the %s', async (who) => {
    const lines = skus.map((sku, index) => ({ sku, quantity: quantities[index] ?? '3' }));
    const id = await cartOf(who, lines);
    const checkout = await call<{ id: string }>(who, 'POST', '/v1/checkouts', { cartId: id });
    const known = who === 'stylist' ? hiddenFromBase : hidden;
    for (const [method, path, body] of [
      ['GET', `/v1/orders/${orderId}`],
      ['GET', '/v1/orders?limit=200'],
      ['GET', `/v1/carts/${id}`],
      ['POST', `/v1/carts/${id}/check`],
      ['POST', '/v1/session/agreement-preview', {}],
      ['GET', `/v1/checkouts/${checkout.id}`],
      ['POST', '/v1/prices/resolve', { items: lines }],
      ['GET', '/v1/carts?limit=50'],
    ] as const) {
      const answer = await gateway().request(method, path, { token: tokens[who], body });
      expect(answer.status, path).toBe(200);
      expect(known.in(saidBy(answer)), path).toEqual([]);
    }
    const place = await gateway().request('POST', `/v1/checkouts/${checkout.id}/place`, {
      token: tokens[who],
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: { expectedTotal: { amount: '1.00', currency: 'RUB' } },
    });
    expect([place.status, known.in(saidBy(place))]).toEqual([expect.any(Number), []]);
  });

  it.each(['none', 'base'])('are gone when a permission becomes %s', async (seePrices) => {
    const { system } = gateway().database.database;
    const id = await cartOf('buyer', [{ sku: skus[0] ?? '', quantity: '40' }]);
    const known = seePrices === 'base' ? hiddenFromBase : hidden;
    expect(
      known.in((await gateway().request('GET', `/v1/carts/${id}`, { token: tokens['buyer'] })).text),
    ).not.toEqual([]);
    const override = async (overrides: object) => {
      await sql`update member set overrides = ${JSON.stringify(overrides)}::jsonb where person_id = (select id from person where email = 'buyer@lokon.example.test')`.execute(
        system,
      );
    };
    await override({ seePrices });
    for (const [method, path, body] of [
      ['GET', '/v1/carts?limit=50'],
      ['POST', '/v1/session/agreement-preview', {}],
      ['GET', `/v1/carts/${id}/lines`],
      ['GET', `/v1/carts/${id}`],
      ['POST', `/v1/carts/${id}/check`],
    ] as const) {
      const answer = await gateway().request(method, path, { token: tokens['buyer'], body });
      expect(answer.status, path).toBe(200);
      expect(known.in(saidBy(answer)), `${path} ${answer.text}`).toEqual([]);
    }
    await override({});
  });

  it('stand in no event, log line or letter to others', async () => {
    const { logged, letters, database } = gateway();
    const events = await sql<{ text: string }>`select event::text as text from event`.execute(
      database.database.system,
    );
    expect(events.rows.flatMap(({ text }) => hidden.in(text))).toEqual([]);
    expect(logged.flatMap((line) => hidden.in(line))).toEqual([]);
    const uninvolved = /requester|stylist|competitor/;
    expect(letters.filter(({ to, text }) => uninvolved.test(to) && hidden.in(text).length > 0)).toEqual([]);
    expect(letters.some(({ text }) => hidden.in(text).length > 0)).toBe(true);
  });

  it.each(['731.4271', '731,4271', '731,42', '731.42710'])(
    'would be found if an answer told %s',
    async (told) => {
      await prepare('visitor');
      const found = await crawl('visitor', hidden, 1, (answer) => ({
        ...answer,
        text: answer.text.replace('"name":"', `"price":"${told}","name":"`),
      }));
      expect(found.length).toBeGreaterThan(0);
    },
  );

  it('would be found in a line total with spaces', () => {
    expect(knownFigures(['29257.08']).in('Итого 29 257,08 ₽')).toEqual(['29257.08']);
    expect(knownFigures(['29257.08']).in('{"amount":"129257.08"}')).toEqual([]);
  });
});

describe('hidden stock', () => {
  let sku: string;
  let other: string;

  beforeAll(async () => {
    const { system } = gateway().database.database;
    [sku = '', other = ''] = (await chooseVariants('public', 40)).slice(-2);
    await sql`insert into price (price_type_id, variant_id, amount, updated_at)
      select t.id, v.id, 12.5, now() from price_type t, variant v where v.sku in (${sku}, ${other}) and t.id in (${demoPriceTypes.retail}, ${demoPriceTypes.smallWholesale})
      on conflict do nothing`.execute(system);
    await sql`update agreement set warehouse_ids = null where company_id in (${demoCompanies.competitor}, ${demoCompanies.metiz})`.execute(
      system,
    );
  });

  async function display(mode: string): Promise<string> {
    const segment = mode === 'hidden' ? demoSegments.hidden : demoSegments.competitor;
    await sql`update company set segment_id = ${segment} where id = ${demoCompanies.competitor}`.execute(
      gateway().database.database.system,
    );
    return mode === 'levels' ? 'metiz' : 'competitor';
  }

  /** Everything that a curious buyer could try, as comparable answers. */
  async function probe(who: string, tries: readonly number[]): Promise<string[]> {
    const { request, database } = gateway();
    await database.database.system.deleteFrom('cart').where('ordered_at', 'is', null).execute();
    await database.database.system.deleteFrom('rate_limit').execute();
    const answers: string[] = [];
    const ask = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
      const answer = await request<Body>(method, path, {
        token: tokens[who],
        body,
        headers: method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {},
      });
      answers.push(`${method} ${path.replaceAll(/\w{3}_[0-9a-z]{24}/g, 'id')} ${comparable(answer)}`);
      return answer.body;
    };
    await ask('POST', '/v1/stock/resolve', { skus: [sku, other] });
    const { id } = await ask<{ id: string }>('POST', '/v1/carts', { name: `probe ${crypto.randomUUID()}` });
    await ask('POST', `/v1/carts/${id}/lines`, { operations: [{ sku: other, quantity: '1' }] });
    const methods = await ask<{ items: { id: string; kind: string; warehouseIds: string[] }[] }>(
      'GET',
      '/v1/delivery/methods',
    );
    const checkout = await ask<{ id: string }>('POST', '/v1/checkouts', { cartId: id });
    const pickup = methods.items.find(({ kind }) => kind === 'pickup');
    const delivery = { methodId: pickup?.id, warehouseId: pickup?.warehouseIds[0] };
    const carrier = { methodId: methods.items.find(({ kind }) => kind === 'ownTransport')?.id };
    for (const quantity of tries.map(String)) {
      await ask('POST', `/v1/carts/${id}/lines`, { operations: [{ sku, quantity }] });
      await ask('POST', `/v1/carts/${id}/check`);
      await ask('PATCH', `/v1/checkouts/${checkout.id}`, { delivery });
      await ask('POST', `/v1/checkouts/${checkout.id}/place`, {
        expectedTotal: { amount: '0.01', currency: 'RUB' },
      });
    }
    await ask('POST', '/v1/delivery/quote', {
      cartId: id,
      choice: {
        ...carrier,
        address: { location: { country: 'RU', city: 'Мурманск' }, street: 'ул. Полярная, 1' },
      },
    });
    await ask('POST', `/v1/carts/${id}/lines`, { operations: [{ sku, quantity: '400000000' }] });
    const full = await ask<{ totals: { total: string; currency: string } | null }>(
      'PATCH',
      `/v1/checkouts/${checkout.id}`,
      { delivery },
    );
    await ask('POST', `/v1/checkouts/${checkout.id}/place`, {
      expectedTotal: { amount: full.totals?.total, currency: full.totals?.currency },
    });
    return answers;
  }

  const looksAlike: [string, number[], number[]][] = [
    ['capped', [437, 57], [512, 99]],
    ['capped', [1733, 0], [1001, 0]],
    ['capped', [57, 4], [12, 4]],
    ['capped', [57, 437], [43, 130]],
    ['levels', [437, 57], [512, 99]],
    ['hidden', [437, 57], [0, 0]],
  ];
  it.each(looksAlike)('is not found out when it is %s: %j and %j', async (mode, left, right) => {
    const who = await display(mode);
    // Between what the two have nearby, and between what they have altogether: there a leak would show.
    const sum = (free: number[]) => free.reduce((total, each) => total + each);
    const between = (one: number, another: number) => Math.ceil((one + another) / 2);
    const tries = [between(left[0] ?? 0, right[0] ?? 0), between(sum(left), sum(right))];
    const both: string[][] = [];
    for (const free of [left, right]) {
      await setFree([
        { sku, free },
        { sku: other, free: [9000, 0] },
      ]);
      both.push(
        await probe(
          who,
          [...new Set(tries)].sort((a, b) => a - b),
        ),
      );
    }
    expect(both[0]?.every((answer) => !/ 5\d\d /.test(answer.slice(0, 60)))).toBe(true);
    expect(both[1]).toEqual(both[0]);
  });

  it('answers a probe differently when the shown figure differs', async () => {
    await display('capped');
    await setFree([{ sku, free: [99, 0] }]);
    const left = await probe('competitor', [7]);
    await setFree([{ sku, free: [100, 0] }]);
    expect(await probe('competitor', [7])).not.toEqual(left);
  });

  it('is all that can be sold, though nobody is told before', async () => {
    await display('capped');
    await setFree([{ sku, free: [57, 0] }]);
    const buyer = await createBuyer(gateway(), 'buyer@competitor.example.test', tokens['competitor']);
    const tooMuch = await (await buyer.checkout([{ sku, quantity: '58' }])).place();
    expect([tooMuch.status, tooMuch.body.code]).toEqual([409, 'not_enough_stock']);
    expect(tooMuch.body.params).toMatchObject({ lines: [{ available: { shown: '10', isCapped: true } }] });
    expect((await (await buyer.checkout([{ sku, quantity: '57' }])).place()).status).toBe(201);
  });

  it.each(['capped', 'levels', 'hidden'])('stands in no answer as a figure: %s', async (mode) => {
    const who = await display(mode);
    const free = [43_719, 15_733];
    await setFree([{ sku, free }]);
    const known = knownFigures([...free, 59_452, 43_719 + 37, 15_733 + 37].map(String));
    const cartId = await cartOf(who, [{ sku, quantity: '31' }]);
    ids = {
      id: [cartId],
      cartId: [cartId],
      sku: [sku, other],
      quantity: ['31', '900000', '50000'],
      warehouseId: Object.values(demoWarehouses),
      limit: [200],
      format: ['csv'],
    };
    expect(await crawl(who, known, 2)).toEqual([]);
  });
});
