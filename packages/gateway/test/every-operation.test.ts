import { operations, Problem, type CreatedApiKey, type Operation } from '@kontor/contract';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { demoAgreements, demoCompanies, largestProduct, wellKnown } from '../src/demo/ids.js';
import { arbitraryOf, hostile, spoiled, type Pools } from './arbitrary-of-schema.js';
import { createBuyer } from './buyer.js';
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

/** Statuses that each operation answered: a suite that only meets closed doors proves nothing. */
const met = new Map<string, Set<number>>();
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
  const signedIn = Object.entries(people).map(
    async ([who, email]) => [who, email === null ? undefined : await gateway().signIn(email)] as const,
  );
  tokens = Object.fromEntries(await Promise.all(signedIn));
});

/** Puts things back into place before an operation is tried, and tells their ids. */
async function prepare(path: string): Promise<void> {
  const { request, database, gateway: served } = gateway();
  const { system } = database.database;
  const token = tokens['owner'];
  await request('POST', '/v1/session/company', { token, body: { companyId: demoCompanies.stroymaster } });
  await request('POST', '/v1/session/agreement', {
    token,
    body: { agreementId: demoAgreements.stroymasterPrepaid },
  });
  await system.deleteFrom('cart').where('ordered_at', 'is', null).execute();
  await system.updateTable('balance').set({ quantity: '100000000' }).execute();
  const buyer = await createBuyer(gateway(), people.owner, token);
  const checkout = await buyer.checkout([{ sku: wellKnown.tiers, quantity: '100' }]);
  const other = await buyer.checkout([{ sku: wellKnown.packs, quantity: '20' }]);
  const order = await (await buyer.checkout([{ sku: wellKnown.tiers, quantity: '100' }])).place();
  await served.jobs.settle();
  const key = await request<CreatedApiKey>('POST', '/v1/company/api-keys', {
    token,
    body: { name: 'key', scopes: ['read'] },
  });
  await request('POST', '/v1/access-requests', {
    body: { name: 'Пётр', contact: '+7 900 000-00-00', message: '' },
  });
  const ids = async (
    table: 'company_address' | 'document' | 'delivery_method' | 'category' | 'access_request' | 'warehouse',
  ) =>
    (await system.selectFrom(table).select('id').orderBy('id', 'desc').limit(5).execute()).map(
      ({ id }) => id,
    );
  const own = async (table: 'company_address' | 'document') =>
    (
      await system
        .selectFrom(table)
        .select('id')
        .where('company_id', '=', demoCompanies.stroymaster)
        .limit(5)
        .execute()
    ).map(({ id }) => id);
  pools = {
    sku: Object.values(wellKnown),
    quantity: ['1', '20', '100', '0', '0.5', '999999999'],
    add: ['1', '0.5'],
    agreementId: Object.values(demoAgreements),
    companyId: Object.values(demoCompanies),
    cartId: [checkout.cartId, other.cartId],
    from: path.includes('merge') ? [other.cartId] : ['2026-01-01'],
    methodId: await ids('delivery_method'),
    warehouseId: await ids('warehouse'),
    addressId: await own('company_address'),
    category: await ids('category'),
    id: await idsFor(path),
    email: Array.from({ length: 300 }, () => `${crypto.randomUUID()}@example.test`),
    legalType: ['ru_company', 'eu_company'],
    query: ['болт', 'м8х40', '4607', wellKnown.packs],
    currency: [checkout.total.currency],
    amount: [checkout.total.amount],
    country: ['RU', 'DE'],
    city: ['Мурманск', 'Москва'],
    limit: [1, 50, 200],
  };

  async function idsFor(path: string): Promise<readonly string[]> {
    if (path.startsWith('/v1/carts')) return [checkout.cartId];
    if (path.startsWith('/v1/checkouts')) return [checkout.id];
    if (path.startsWith('/v1/documents')) return own('document');
    if (path.startsWith('/v1/company/addresses')) return own('company_address');
    if (path.startsWith('/v1/company/api-keys')) return [key.body.key.id];
    if (path.startsWith('/v1/backoffice/companies')) return Object.values(demoCompanies);
    if (path.startsWith('/v1/backoffice/access-requests')) return ids('access_request');
    if (path.startsWith('/v1/products')) return [largestProduct];
    return [order.body.id];
  }
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
    ...(operation.body ? { body: JSON.stringify(body) ?? 'undefined' } : {}),
    headers: operation.method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() },
  });
}

function text(value: unknown): string {
  const written = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return written.isWellFormed() ? written : 'ill-formed';
}

/** The answer is what the contract says of it, with nothing besides; a problem is a problem. */
function expectDocumented(name: string, operation: Operation, answer: TestAnswer): void {
  const about = `${name} answered ${String(answer.status)} ${answer.text.slice(0, 400)}`;
  met.set(name, (met.get(name) ?? new Set()).add(answer.status));
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
  const runs = Number(process.env['KONTOR_FUZZ_RUNS'] ?? 25);
  const who = fc.oneof(fc.constantFrom('owner', 'admin'), fc.constantFrom(...Object.keys(people)));

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

describe('the suite', () => {
  it('gets past the door of every operation', () => {
    const closed = [...met]
      .filter(([, statuses]) => ![...statuses].some((status) => status < 300))
      .map(([name]) => name);
    expect(closed.filter((name) => !needsLuck.has(name))).toEqual([]);
  });
});

describe('the log', () => {
  it('has no failed request in it', () => {
    expect(gateway().logged.filter((line) => line.startsWith('request failed'))).toEqual([]);
  });
});
