import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { operations, type Cart, type CartChange, type Operation, type Problem } from '@kontor/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { demoAgreements, demoCompanies, wellKnown } from '../src/demo/ids.js';
import { arbitraryOf, type Pools } from './arbitrary-of-schema.js';
import { createBuyer, type ReadyCheckout } from './buyer.js';
import { useTestGateway, type TestAnswer } from './test-gateway.js';

let requests = 0;
const gateway = useTestGateway({ settings: { clientAddress: () => `10.2.0.${String((requests += 1))}` } });
const writing = Object.entries(operations).flatMap(([resource, verbs]) =>
  Object.entries(verbs).flatMap(([verb, operation]): [string, Operation][] =>
    (operation as Operation).body ? [[`${resource}.${verb}`, operation]] : [],
  ),
);
const tempting = {
  price: '0.01',
  unitPrice: '0.01',
  discount: '99',
  currency: 'USD',
  total: '0.01',
  companyId: demoCompanies.metiz,
  memberId: 'mem_x',
  agreementId: demoAgreements.metiz,
  sellerId: 'sel_x',
  status: 'delivered',
  isAdmin: true,
  staff_role: 'admin',
  staff: 'admin',
  can: { placeOrders: true, seePrices: 'own' },
  role: 'owner',
  version: 1,
};
/** Every column of every table. */
const columns = [
  ...new Set(
    [
      ...readFileSync(join(import.meta.dirname, '../src/database/tables.ts'), 'utf8').matchAll(
        /^ {4}(\w+): /gm,
      ),
    ].map(([, name = '']) => name),
  ),
];
const hostileKeys = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'],
  ...[
    '',
    ' ',
    '$where',
    '$gt',
    'a.b',
    'a[b]',
    '0',
    '-1',
    'null',
    "' or 1=1 --",
    '../x',
    '<b>',
    '\u202e',
    '٣',
  ],
  ...Array.from({ length: 60 }, (_each, index) =>
    String.fromCodePoint(33 + index * 7).repeat(1 + (index % 3)),
  ),
  ...Object.keys(tempting).flatMap((key) => [
    key.toUpperCase(),
    ` ${key}`,
    `${key}\u0000`,
    `${key}[]`,
    `_${key}`,
  ]),
  ...Array.from({ length: 50 }, (_each, index) => 'x'.repeat(2 ** (index % 12)) + String(index)),
];
const pools: Pools = {
  sku: [wellKnown.packs],
  quantity: ['20'],
  add: ['20'],
  email: ['new@example.test'],
  legalType: ['ru_company'],
  country: ['RU'],
  companyId: [demoCompanies.stroymaster],
  agreementId: [demoAgreements.stroymasterPrepaid],
};

/** One fingerprint of everything that a client might like to change. */
async function state(): Promise<string> {
  const { system } = gateway().database.database;
  const tables = [
    ...[
      'cart',
      'cart_line',
      'checkout',
      'orders',
      'order_line',
      'reservation',
      'agreement',
      'company',
      'member',
    ],
    ...['company_address', 'individual_price', 'balance', 'document', 'outbox', 'segment', 'seller', 'grade'],
    ...[
      'invitation',
      'access_request',
      'price_type',
      'currency_rate',
      'assortment',
      'delivery_method',
      'price',
    ],
    ...['person', 'session'],
  ];
  const hashes = await Promise.all(
    tables.map(async (table) => {
      // When somebody was last seen changes with every request.
      const row = table === 'session' ? sql`(to_jsonb(t) - 'last_seen_at')::text` : sql`t::text`;
      const { rows } = await sql<{ hash: string }>`
        select count(*) || ' ' || coalesce(sum(hashtextextended(${row}, 0)::numeric), 0) as hash
        from ${sql.table(table)} t`.execute(system);
      return `${table} ${String(rows[0]?.hash)}`;
    }),
  );
  return hashes.join('\n');
}

let token: string;
let checkout: ReadyCheckout;

beforeAll(async () => {
  token = await gateway().signIn('owner@stroymaster.example.test');
  const buyer = await createBuyer(gateway(), 'owner@stroymaster.example.test', token);
  checkout = await buyer.checkout([{ sku: wellKnown.packs, quantity: '20' }]);
});

async function send(
  operation: Operation,
  body: string,
  headers: Record<string, string> = {},
): Promise<TestAnswer<Problem>> {
  const id = operation.path.startsWith('/v1/checkouts') ? checkout.id : checkout.cartId;
  return gateway().request(operation.method, operation.path.replaceAll(/\{\w+\}/g, id), {
    token,
    body,
    headers: { 'idempotency-key': crypto.randomUUID(), ...headers },
  });
}

/** The text of a body with one key more, in the order in which JavaScript could never write it. */
function withKey(body: object, key: string, value: unknown): string {
  const text = JSON.stringify(body);
  const added = `${JSON.stringify(key)}:${JSON.stringify(value)}`;
  return text === '{}' ? `{${added}}` : `${text.slice(0, -1)},${added}}`;
}

/** Bodies with a key more in every object that is in them. */
function everywhere(body: unknown, key: string, value: unknown): string[] {
  const marks: string[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if (!Array.isArray(part)) {
      const copy = JSON.stringify(body, (_key, each: unknown) =>
        each === part ? { ...each, '\u0001': 1 } : each,
      );
      marks.push(copy.replace('"\\u0001":1', `${JSON.stringify(key)}:${JSON.stringify(value)}`));
    }
    for (const each of Object.values(part)) visit(each);
  };
  visit(body);
  return marks;
}

/** The fullest of some bodies that the schema takes. */
function sampleOf({ body: schema }: Operation): object {
  if (!schema) return {};
  const bodies = fc.sample(arbitraryOf(schema, pools), { numRuns: 30, seed: 7 }) as object[];
  const size = (body: object) => JSON.stringify(body).length;
  return (
    bodies
      .filter((body) => schema.safeParse(body).success)
      .sort((left, right) => size(right) - size(left))[0] ?? {}
  );
}

describe('unknown keys', () => {
  it.each(writing)('are refused by the schema of %s, whatever they are', (_name, operation) => {
    const body = sampleOf(operation);
    const accepted = operation.body?.safeParse(body);
    expect(accepted?.success).toBe(true);
    const shape = (operation.body?._zod.def as { shape?: object }).shape ?? {};
    for (const key of [...columns, ...hostileKeys]) {
      if (Object.hasOwn(shape, key)) continue;
      const parsed = operation.body?.safeParse(JSON.parse(withKey(body, key, 'x')));
      // A key that is dropped without a word does no harm either.
      if (parsed?.success) expect([key, parsed.data]).toEqual([key, accepted?.data]);
      if (parsed?.success) expect(['__proto__'], _name).toContain(key);
    }
  });

  it('are refused over HTTP and change nothing', async () => {
    const before = await state();
    const wrong: string[] = [];
    for (const [name, operation] of writing) {
      const body = sampleOf(operation);
      const shape = (operation.body?._zod.def as { shape?: object }).shape ?? {};
      for (const [key, value] of Object.entries(tempting)) {
        if (Object.hasOwn(shape, key)) continue;
        const { status, body: problem } = await send(operation, withKey(body, key, value));
        const isRefused =
          (status === 422 && problem.code === 'invalid_request') || [401, 403].includes(status);
        if (!isRefused) wrong.push(`${name} ${key} ${String(status)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await state()).toBe(before);
  });

  it('are refused inside of what is sent', async () => {
    const before = await state();
    const bodies: [Operation, object][] = [
      [operations.carts.setLines, { operations: [{ sku: wellKnown.packs, quantity: '40' }] }],
      [operations.checkout.update, { delivery: { methodId: 'dlm_pickup', warehouseId: 'wh_moscow' } }],
      [
        operations.checkout.update,
        { delivery: { methodId: 'x', address: { location: { country: 'RU', city: 'x' }, street: 'x' } } },
      ],
      [operations.checkout.place, { expectedTotal: { ...checkout.total } }],
      [operations.session.setLocation, { location: { country: 'RU', city: 'Пермь' } }],
      [operations.prices.resolve, { items: [{ sku: wellKnown.packs, quantity: '20' }] }],
    ];
    for (const [operation, body] of bodies) {
      for (const key of [
        'price',
        'unitPrice',
        'discount',
        'total',
        'companyId',
        'constructor',
        'prototype',
      ]) {
        for (const text of everywhere(body, key, '0.01')) {
          const answer = await send(operation, text);
          expect([answer.status, answer.body.code, text]).toEqual([422, 'invalid_request', text]);
        }
      }
    }
    expect(await state()).toBe(before);
  });

  it('named __proto__ give nobody anything', async () => {
    const body = `{"operations":[{"sku":"${wellKnown.packs}","quantity":"20","__proto__":{"price":"0.01"}}],"__proto__":{"isAdmin":true}}`;
    await send(operations.carts.setLines, body);
    const session = await gateway().request<{ staff: unknown }>('GET', '/v1/session', { token });
    expect([session.body.staff, ({} as { isAdmin?: unknown }).isAdmin]).toEqual([null, undefined]);
  });
});

describe('quantities', () => {
  const wrong: unknown[] = [
    ...[
      '-1',
      '-0',
      '+1',
      '1e3',
      '1E3',
      'NaN',
      'Infinity',
      '0x10',
      '１２',
      '１',
      '٣',
      '1,5',
      '1 000',
      ' 1',
      '1 ',
    ],
    ...['.5', '1.', '1.0000001', '1234567890', '1e308', '', '1/2', '½', '1\u0000', '1_000', '--1', 'null'],
    ...['0.1234567890123456789', '9'.repeat(400), '1\n', '1;drop table cart'],
    ...[-1, 0, 1, 1.5, 1e308, null, true, [], {}, ['20'], { toString: '20' }],
  ];
  it('that are none are refused and change nothing', async () => {
    const before = await state();
    for (const quantity of wrong) {
      for (const name of ['quantity', 'add']) {
        const body = JSON.stringify({ operations: [{ sku: wellKnown.packs, [name]: quantity }] });
        const answer = await send(operations.carts.setLines, body);
        expect([answer.status, answer.body.code, body]).toEqual([422, 'invalid_request', body]);
      }
    }
    for (const number of ['NaN', 'Infinity', '1e999', '-0', '01', '1.5.5']) {
      const answer = await send(
        operations.carts.setLines,
        `{"operations":[{"sku":"${wellKnown.packs}","quantity":${number}}]}`,
      );
      expect([400, 422]).toContain(answer.status);
    }
    expect(await state()).toBe(before);
  });

  it('never become more than the largest by adding', async () => {
    const add = () =>
      send(
        operations.carts.setLines,
        JSON.stringify({ operations: [{ sku: wellKnown.tiers, add: '999999999' }] }),
      );
    const answers = [await add(), await add(), await add()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((answers[2]?.body as unknown as CartChange).outcomes).toMatchObject([
      { status: 'rejected', reason: 'aboveMaximum' },
    ]);
    await send(
      operations.carts.setLines,
      JSON.stringify({ operations: [{ sku: wellKnown.tiers, quantity: '0' }] }),
    );
  });
});

describe('an expected total', () => {
  it.each([
    ['of another currency', { currency: 'USD' }],
    ['that is negative', { amount: '-1.00' }],
    ['that is one kopeck less', { less: true }],
    ['of nothing', { amount: '0' }],
    ['that is huge', { amount: '999999999999999.999999' }],
  ])(
    '%s places nothing',
    async (_what, { less, ...change }: { less?: boolean; amount?: string; currency?: string }) => {
      const before = await state();
      const amount = less ? (Number(checkout.total.amount) - 0.01).toFixed(2) : checkout.total.amount;
      const answer = await checkout.place(crypto.randomUUID(), { ...checkout.total, amount, ...change });
      expect([answer.status, answer.body.code]).toEqual([409, 'total_changed']);
      expect(await state()).toBe(before);
    },
  );

  it.each(['1e3', 'NaN', '１', '1,00', 5, null])('that is no decimal is refused: %j', async (amount) => {
    const body = JSON.stringify({ expectedTotal: { amount, currency: 'RUB' } });
    const answer = await send(operations.checkout.place, body);
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid_request']);
  });
});

describe('an agreement', () => {
  const select = (agreementId: string) =>
    gateway().request<Problem>('POST', '/v1/session/agreement', { token, body: { agreementId } });

  it.each([demoAgreements.metiz, demoAgreements.lokon, 'agr_unknown', "' or true --"])(
    'that is not of the company is not found: %s',
    async (agreementId) => {
      const before = await state();
      expect((await select(agreementId)).status).toBe(404);
      expect(await state()).toBe(before);
    },
  );

  it('out of its time cannot be selected or bought under', async () => {
    const { system } = gateway().database.database;
    const until = (validTo: string | null, id: string) =>
      sql`update agreement set valid_to = ${validTo} where id = ${id}`.execute(system);
    await until('2026-11-15', demoAgreements.stroymaster45);
    await until('2026-11-15', demoAgreements.stroymasterPrepaid);
    const before = await state();
    const answers = [
      await select(demoAgreements.stroymaster45),
      await checkout.place(),
      await send(
        operations.carts.setLines,
        JSON.stringify({ operations: [{ sku: wellKnown.packs, quantity: '40' }] }),
      ),
    ];
    expect(answers.map(({ status }) => status >= 400 && status < 500)).toEqual([true, true, true]);
    expect(await state()).toBe(before);
    await until(null, demoAgreements.stroymaster45);
    await until(null, demoAgreements.stroymasterPrepaid);
  });

  it('lets nobody reach the carts of another one', async () => {
    const { request } = gateway();
    await select(demoAgreements.stroymaster15);
    const before = await state();
    const statuses = [
      await request('GET', `/v1/carts/${checkout.cartId}`, { token }),
      await send(
        operations.carts.setLines,
        JSON.stringify({ operations: [{ sku: wellKnown.packs, quantity: '40' }] }),
      ),
      await request('POST', '/v1/checkouts', { token, body: { cartId: checkout.cartId } }),
      await checkout.place(),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 404, 404, 404]);
    expect(await state()).toBe(before);
    await select(demoAgreements.stroymasterPrepaid);
  });
});

describe('a version', () => {
  const lines = (quantity: string) => JSON.stringify({ operations: [{ sku: wellKnown.tiers, quantity }] });
  let version: number;
  beforeEach(async () => {
    const cart = await gateway().request<Cart>('GET', `/v1/carts/${checkout.cartId}`, { token });
    version = cart.body.version;
  });

  it.each([-1, 1, 999])('that is not the present one is refused: %i away', async (away) => {
    const before = await state();
    const answer = await send(operations.carts.setLines, lines('500'), {
      'if-match': `"${String(Math.max(version + away, 0))}"`,
    });
    expect([answer.status, answer.body.code]).toEqual([412, 'version_conflict']);
    expect(await state()).toBe(before);
  });

  it.each(['*', 'W/"1"', '1', '"1e1"', '"-1"', '""', '"1", "2"', '"0x1"'])(
    'of a wrong form is refused: %s',
    async (header) => {
      const answer = await send(operations.carts.setLines, lines('500'), { 'if-match': header });
      expect([answer.status, answer.body.code]).toEqual([422, 'invalid_request']);
    },
  );

  it('that is the present one lets the edit through', async () => {
    const answer = await send(operations.carts.setLines, lines('500'), {
      'if-match': `"${String(version)}"`,
    });
    expect((answer.body as unknown as CartChange).cart.version).toBeGreaterThan(version);
  });
});

describe('a role', () => {
  it('is raised by nobody who may not', async () => {
    const { request, signIn } = gateway();
    const buyer = await signIn('buyer@stroymaster.example.test');
    const members = await request<{ items: { id: string; person: { email: string } }[] }>(
      'GET',
      '/v1/company/members',
      { token },
    );
    const before = await state();
    for (const { id } of members.body.items) {
      for (const body of [{ role: 'owner' }, { overrides: { manageMembers: true, seeOrders: 'all' } }]) {
        expect((await request('PATCH', `/v1/company/members/${id}`, { token: buyer, body })).status).toBe(
          403,
        );
      }
    }
    expect(await state()).toBe(before);
  });
});
