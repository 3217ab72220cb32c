import { operations, type CreatedApiKey, type Operation } from '@kontor/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';

import { demoAgreements, demoCompanies, wellKnown } from '../src/demo/ids.js';
import { createBuyer } from './buyer.js';
import { useTestGateway, type TestAnswer } from './test-gateway.js';

let requests = 0;
const gateway = useTestGateway({ settings: { clientAddress: () => `10.0.0.${String((requests += 1))}` } });
const canary = 'канарейка-4711';
const all = Object.entries(operations).flatMap(([resource, verbs]) =>
  Object.entries(verbs).map(([verb, operation]): [string, Operation] => [`${resource}.${verb}`, operation]),
);

/** Everything of the victim that has an id, by what the id is of. */
let foreign: Record<string, string>;
let tokens: Record<'owner' | 'requester' | 'visitor' | 'otherManager', string | undefined>;

beforeAll(async () => {
  const { request, signIn, database, gateway: served } = gateway();
  const { system } = database.database;
  const victim = await createBuyer(gateway(), 'owner@metiz.example.test');
  const { token } = victim;
  const address = await request<{ id: string }>('POST', '/v1/company/addresses', {
    token,
    body: { label: canary, location: { country: 'RU', city: 'Пермь' }, street: canary },
  });
  const key = await request<CreatedApiKey>('POST', '/v1/company/api-keys', {
    token,
    body: { name: canary, scopes: ['read'] },
  });
  const invited = await request<{ id: string }>('POST', '/v1/company/members', {
    token,
    body: { email: 'canary@example.test', name: canary, role: 'buyer' },
  });
  const open = await victim.checkout([{ sku: wellKnown.tiers, quantity: '100', comment: canary }]);
  await request('PATCH', `/v1/checkouts/${open.id}`, {
    token,
    body: { comment: canary, purchaseOrderNumber: canary },
  });
  const placed = await victim.checkout([{ sku: wellKnown.tiers, quantity: '100', comment: canary }]);
  await request('PATCH', `/v1/checkouts/${placed.id}`, {
    token,
    body: { comment: canary, purchaseOrderNumber: canary },
  });
  const order = await placed.place();
  await served.jobs.settle();
  await system
    .updateTable('company')
    .set({ name: canary, address: canary })
    .where('id', '=', demoCompanies.metiz)
    .execute();
  await system
    .updateTable('person')
    .set({ name: canary })
    .where('email', '=', 'owner@metiz.example.test')
    .execute();
  await system
    .updateTable('agreement')
    .set({ name: canary, number: canary })
    .where('company_id', '=', demoCompanies.metiz)
    .execute();
  const variant = await system
    .selectFrom('variant')
    .select('id')
    .where('sku', '=', wellKnown.packs)
    .executeTakeFirstOrThrow();
  await system
    .insertInto('customer_code')
    .values({ company_id: demoCompanies.metiz, code: canary, variant_id: variant.id })
    .execute();
  const document = await system
    .selectFrom('document')
    .select('id')
    .where('order_id', '=', order.body.id)
    .executeTakeFirstOrThrow();
  const member = await system
    .selectFrom('member')
    .select('id')
    .where('company_id', '=', demoCompanies.metiz)
    .executeTakeFirstOrThrow();
  foreign = {
    carts: open.cartId,
    checkouts: open.id,
    orders: order.body.id,
    documents: document.id,
    addresses: address.body.id,
    members: member.id,
    invitations: invited.body.id,
    'api-keys': key.body.key.id,
    companies: demoCompanies.metiz,
    agreements: demoAgreements.metiz,
    purchaseOrder: canary,
  };
  // The other manager looks after other companies.
  await sql`update company set manager_id = (select id from person where email = 'manager@kontor.example.test') where id = ${demoCompanies.metiz}`.execute(
    system,
  );
  tokens = {
    owner: await signIn('owner@stroymaster.example.test'),
    requester: await signIn('requester@lokon.example.test'),
    visitor: undefined,
    otherManager: await signIn('manager2@kontor.example.test'),
  };
});

type Who = keyof typeof tokens;

/** Fills every place of an operation where an id can stand. */
function requestWith(operation: Operation, id: string): { path: string; body: unknown } {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, encodeURIComponent(id));
  const delivery = { methodId: id, addressId: id, warehouseId: id };
  const body: Record<string, unknown> = {
    cartId: id,
    from: id,
    companyId: id,
    agreementId: id,
    agreementIds: [id],
    choice: delivery,
    delivery,
    operations: [{ sku: wellKnown.packs, quantity: '20' }],
    skus: [id],
    items: [{ sku: id }],
    sku: id,
    email: `${crypto.randomUUID()}@example.test`,
    name: 'Имя',
    role: 'buyer',
    status: 'confirmed',
    scopes: ['read'],
    expectedTotal: { amount: '1.00', currency: 'RUB' },
    phone: '+7 900 000-00-00',
    about: { orderId: id },
  };
  const shape = (operation.body?._zod.def as { shape?: Record<string, unknown> } | undefined)?.shape ?? {};
  return { path, body: Object.fromEntries(Object.entries(body).filter(([name]) => name in shape)) };
}

async function send(who: Who, operation: Operation, id: string): Promise<TestAnswer<{ code?: string }>> {
  const { path, body } = requestWith(operation, id);
  return gateway().request(operation.method, path, {
    token: tokens[who],
    ...(operation.body ? { body } : {}),
    headers: operation.method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() },
  });
}

const withId = all.filter(
  ([name, operation]) =>
    operation.path.includes('{id}') ||
    /companyId|agreementId|cartId|delivery|choice|from|about/.test(
      Object.keys((operation.body?._zod.def as { shape?: object } | undefined)?.shape ?? {}).join(),
    ) ||
    name === 'session.previewAgreement',
);

describe.each(withId)('%s', (_name, operation) => {
  it.each(['owner', 'requester', 'visitor', 'otherManager'] as const)(
    'tells the %s of foreign things what it tells of unknown ones',
    async (who) => {
      const unknown = await send(who, operation, 'unknown_0000000000000000');
      for (const [kind, id] of Object.entries(foreign)) {
        const answer = await send(who, operation, id);
        expect(`${kind} ${String(answer.status)} ${answer.body.code ?? ''}`).toBe(
          `${kind} ${String(unknown.status)} ${unknown.body.code ?? ''}`,
        );
        expect(answer.text).not.toContain(canary);
      }
    },
  );
});

describe.each(
  all.filter(
    ([, operation]) =>
      operation.method === 'GET' && !operation.path.includes('{') && operation.path !== '/v1/events',
  ),
)('%s', (_name, operation) => {
  it.each(['owner', 'requester', 'visitor', 'otherManager'] as const)(
    'shows the %s nothing of another company',
    async (who) => {
      for (const query of ['', '?limit=200', `?query=${encodeURIComponent(canary)}`, '?format=csv']) {
        const answer = await gateway().request('GET', `${operation.path}${query}`, { token: tokens[who] });
        expect(answer.text).not.toContain(canary);
      }
    },
  );
});

describe('what is foreign', () => {
  it('is still there and unchanged', async () => {
    const token = await gateway().signIn('owner@metiz.example.test');
    const cart = await gateway().request<{ lineCount: number }>(
      'GET',
      `/v1/carts/${foreign['carts'] ?? ''}`,
      { token },
    );
    const order = await gateway().request<{ status: string }>(
      'GET',
      `/v1/orders/${foreign['orders'] ?? ''}`,
      { token },
    );
    expect([cart.status, cart.body.lineCount, order.status]).toEqual([200, 1, 200]);
    expect(order.text).toContain('"status":"placed"');
  });

  it('stands in no log', () => {
    expect(gateway().logged.join('\n')).not.toContain(canary);
  });
});
