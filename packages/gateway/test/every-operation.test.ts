import { operations, Problem, type CreatedApiKey, type Operation } from '@kontor/contract';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { demoAgreements, demoCompanies, largestProduct, wellKnown } from '../src/demo/ids.js';
import { arbitraryOf, hostile, spoiled, type Pools } from './arbitrary-of-schema.js';
import { createBuyer } from './buyer.js';
import { integrationKey } from './integration-key.js';
import { useTestGateway, type TestAnswer } from './test-gateway.js';

// Every request from somewhere else: throttles are not what is tried here.
let requests = 0;
const gateway = useTestGateway({
  settings: {
    clientAddress: () => `10.0.${String((requests += 1) % 250)}.${String(Math.floor(requests / 250))}`,
  },
});
const people = {
  visitor: null,
  owner: 'owner@stroymaster.example.test',
  buyer: 'buyer@lokon.example.test',
  requester: 'requester@lokon.example.test',
  accountant: 'accountant@stroymaster.example.test',
  competitor: 'buyer@competitor.example.test',
  manager: 'manager@kontor.example.test',
  admin: 'admin@kontor.example.test',
} as const;
const all = Object.entries(operations).flatMap(([resource, verbs]) =>
  Object.entries(verbs).map(([verb, operation]): [string, Operation] => [`${resource}.${verb}`, operation]),
);
/** Left out: they end the sessions that the others need, or never end. */
const apart = new Set([
  'session.signOut',
  'session.changePassword',
  'session.rotate',
  'events.stream',
  'company.removeMember',
  'company.updateMember',
]);

let tokens: Record<string, string | undefined>;
let pools: Pools;
/** They take a secret or a state that no generator guesses; their own tests prove them. */
const needsLuck = new Set([
  'session.signIn',
  'session.exchange',
  'session.resetPassword',
  'session.acceptInvitation',
]);

beforeAll(async () => {
  const { request, database, gateway: served } = gateway();
  const { system } = database.database;
  const signedIn = Object.entries(people).map(
    async ([who, email]) => [who, email === null ? undefined : await gateway().signIn(email)] as const,
  );
  tokens = Object.fromEntries(await Promise.all(signedIn));
  tokens['integration'] = (await integrationKey(gateway())).secret;
  const token = tokens['owner'];
  await system.updateTable('balance').set({ quantity: '100000000' }).execute();
  const buyer = await createBuyer(gateway(), people.owner, token);
  const order = await (await buyer.checkout([{ sku: wellKnown.tiers, quantity: '100' }])).place();
  await served.jobs.settle();
  await request('POST', '/v1/access-requests', {
    body: { name: 'Пётр', contact: '+7 900 000-00-00', message: '' },
  });
  const ids = async (table: 'delivery_method' | 'category' | 'warehouse') =>
    (await system.selectFrom(table).select('id').orderBy('id').limit(5).execute()).map(({ id }) => id);
  const own = async (table: 'company_address' | 'document') =>
    (
      await system
        .selectFrom(table)
        .select('id')
        .where('company_id', '=', demoCompanies.stroymaster)
        .limit(5)
        .execute()
    ).map(({ id }) => id);
  const pushed = {
    id: 'ut11-invoice',
    company: demoCompanies.stroymaster,
    kind: 'invoice',
    number: '1',
    date: '2026-01-01',
  };
  await request('PUT', '/v1/integration/documents', {
    token: tokens['integration'],
    body: { rows: [pushed, { ...pushed, id: 'none', company: 'none' }] },
  });
  const run = await system.selectFrom('exchange_run').select('id').executeTakeFirstOrThrow();
  always = {
    runId: String(run.id),
    documentOf1c: pushed.id,
    orderId: order.body.id,
    documents: await own('document'),
    addresses: await own('company_address'),
    methods: await ids('delivery_method'),
    warehouses: await ids('warehouse'),
    categories: await ids('category'),
  };
});

/** Ids that stay for the whole suite. */
let always: {
  orderId: string;
  runId: string;
  documentOf1c: string;
  documents: string[];
  addresses: string[];
  methods: string[];
  warehouses: string[];
  categories: string[];
};

/** What operations use up or leave behind: these get things of their own. */
const usingUp =
  /^\/v1\/(carts|checkouts|delivery|session|orders\/|backoffice\/(orders|access)|company\/(api-keys|call-me))/;

/** Puts things back into place before an operation is tried, and tells their ids. */
async function prepare(path: string): Promise<void> {
  const { request, database } = gateway();
  const { system } = database.database;
  const token = tokens['owner'];
  const carts: string[] = [];
  let id: readonly string[] = path.startsWith('/v1/products') ? [largestProduct] : [always.orderId];
  if (path.startsWith('/v1/backoffice/exchange')) id = [always.runId];
  if (path.includes('/integration-keys/')) id = [(await integrationKey(gateway())).id];
  if (path.startsWith('/v1/integration/documents')) id = [always.documentOf1c];
  let total = { amount: '100.00', currency: 'RUB' };
  if (path.startsWith('/v1/documents')) id = always.documents;
  if (path.startsWith('/v1/company/addresses')) id = always.addresses;
  if (path.startsWith('/v1/backoffice/companies')) id = Object.values(demoCompanies);
  if (usingUp.test(path)) {
    await request('POST', '/v1/session/company', { token, body: { companyId: demoCompanies.stroymaster } });
    const agreementId = demoAgreements.stroymasterPrepaid;
    await request('POST', '/v1/session/agreement', { token, body: { agreementId } });
    await system.deleteFrom('cart').where('ordered_at', 'is', null).execute();
    const buyer = await createBuyer(gateway(), people.owner, token);
    const checkout = await buyer.checkout([{ sku: wellKnown.tiers, quantity: '100' }]);
    const other = await buyer.checkout([{ sku: wellKnown.packs, quantity: '20' }]);
    carts.push(checkout.cartId, other.cartId);
    ({ total } = checkout);
    if (path.startsWith('/v1/carts')) id = [checkout.cartId];
    if (path.startsWith('/v1/checkouts')) id = [checkout.id];
    if (/orders\/\{id\}\/(cancel|status)/.test(path)) id = [(await other.place()).body.id];
    if (path.includes('api-keys')) {
      const body = { name: 'key', scopes: ['read'] };
      id = [(await request<CreatedApiKey>('POST', '/v1/company/api-keys', { token, body })).body.key.id];
    }
    if (path.includes('access-requests')) {
      await request('POST', '/v1/access-requests', {
        body: { name: 'Пётр', contact: '+7 900', message: '' },
      });
      const open = await system
        .selectFrom('access_request')
        .select('id')
        .where('status', '=', 'open')
        .execute();
      id = open.map((each) => each.id);
    }
  }
  pools = {
    id,
    sku: Object.values(wellKnown),
    quantity: ['1', '20', '100', '0', '0.5', '999999999'],
    add: ['1', '0.5'],
    agreementId: Object.values(demoAgreements),
    companyId: Object.values(demoCompanies),
    ...(carts.length === 0 ? {} : { cartId: carts }),
    from: path.includes('merge') ? carts.slice(1) : ['2026-01-01'],
    methodId: always.methods,
    warehouseId: always.warehouses,
    addressId: always.addresses,
    category: always.categories,
    email: Array.from({ length: 500 }, () => `${crypto.randomUUID()}@example.test`),
    legalType: ['ru_company', 'eu_company'],
    query: ['болт', 'м8х40', '4607', wellKnown.packs],
    currency: [total.currency],
    amount: [total.amount],
    company: Object.values(demoCompanies).map((each) => `1c-${each}`),
    agreement: Object.values(demoAgreements).map((each) => `1c-${each}`),
    country: ['RU', 'DE'],
    city: ['Мурманск', 'Москва'],
    limit: [1, 50, 200],
    phone: ['+7 900 000-00-00', '8 (343) 000-00-01 доб. 12'],
    productId: [largestProduct],
    orderId: [always.orderId],
  };
}

/** Sends a request as it is described, whatever is in it. */
async function send(
  who: string,
  operation: Operation,
  params: unknown,
  query: unknown,
  body: unknown,
): Promise<TestAnswer> {
  const path = operation.path.replaceAll(
    /\{(\w+)\}/g,
    (_whole, name: string) =>
      encodeURIComponent(text((params as Record<string, unknown> | null)?.[name])) || '-',
  );
  const search = new URLSearchParams();
  if (typeof query === 'object' && query !== null)
    for (const [name, value] of Object.entries(query)) search.set(name, text(value));
  return gateway().request(operation.method, `${path}?${search.toString()}`, {
    token: tokens[who],
    ...(operation.body ? { body: jsonText(body) } : {}),
    ...(operation.upload ? { body: '%PDF-1.7' } : {}),
    headers: {
      ...(operation.method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }),
      ...(operation.upload ? { 'content-type': operation.upload[0] ?? '' } : {}),
    },
  });
}

function text(value: unknown): string {
  const written = typeof value === 'string' ? value : jsonText(value);
  // A lone surrogate cannot stand in an address.
  return /\p{Surrogate}/u.test(written) ? 'ill-formed' : written;
}

/** JSON, or the word for what JSON has none. */
function jsonText(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

/** The answer is what the contract says of it, with nothing besides; a problem is a problem. */
function expectDocumented(name: string, operation: Operation, answer: TestAnswer): void {
  const about = `${name} answered ${String(answer.status)} ${answer.text.slice(0, 400)}`;
  expect(answer.status, about).toBeLessThan(500);
  if (answer.status >= 400) {
    expect(Problem.safeParse(answer.body).success, about).toBe(true);
    return;
  }
  if (!operation.answer) return;
  const parsed = operation.answer.safeParse(answer.body);
  expect(parsed.success, `${about} ${parsed.success ? '' : JSON.stringify(parsed.error.issues)}`).toBe(true);
  // Answers are parsed loosely by clients: here nothing may stand that is not documented.
  if (parsed.success) expect(parsed.data, about).toEqual(answer.body);
}

describe.each(all.filter(([name]) => !apart.has(name)))('%s', (name, operation) => {
  beforeAll(() => prepare(operation.path));

  const part = (schema: Operation['body']) => (schema ? arbitraryOf(schema, pools) : fc.constant(undefined));
  const runs = Number(process.env['KONTOR_FUZZ_RUNS'] ?? 20);
  // Whoever may, often; everybody else too.
  const allowed = operation.access === 'integration' ? ['integration'] : ['owner', 'admin'];
  const who = fc.oneof(fc.constantFrom(...allowed), fc.constantFrom(...Object.keys(people), 'integration'));

  it.skipIf(needsLuck.has(name))('gets past the door', async () => {
    const requests = fc.tuple(part(operation.params), part(operation.query), part(operation.body));
    for (const [params, query, body] of fc.sample(requests, 400)) {
      for (const caller of allowed) {
        // A suite that only meets closed doors proves nothing.
        if ((await send(caller, operation, params, query, body)).status < 300) return;
      }
    }
    expect.fail('No well-formed request succeeded');
  });

  it('answers well-formed requests as documented', async () => {
    await fc.assert(
      fc.asyncProperty(
        who,
        part(operation.params),
        part(operation.query),
        part(operation.body),
        async (caller, params, query, body) => {
          expectDocumented(name, operation, await send(caller, operation, params, query, body));
        },
      ),
      { numRuns: runs },
    );
  });

  it('refuses spoiled requests with a problem', async () => {
    await fc.assert(
      fc.asyncProperty(
        who,
        fc.oneof(part(operation.params), fc.record({ id: hostile, sku: hostile, legalType: hostile })),
        spoiled(part(operation.query)),
        spoiled(part(operation.body)),
        async (caller, params, query, body) => {
          expectDocumented(name, operation, await send(caller, operation, params, query, body));
        },
      ),
      { numRuns: runs },
    );
  });
});

describe('the log', () => {
  it('has no failed request in it', () => {
    expect(gateway().logged.filter((line) => line.startsWith('request failed'))).toEqual([]);
  });
});
