import type {
  Agreement,
  Analogue,
  Balance,
  Document,
  ExchangeProblem,
  ExchangeRun,
  IntegrationKey,
  Page,
  Prices,
  Problem,
  RowOutcome,
  Session,
} from '@kontor/contract';
import { beforeAll, describe, expect, test } from 'vitest';

import { createBuyer } from '../../../test/buyer.js';
import { integrationKey } from '../../../test/integration-key.js';
import { useTestGateway } from '../../../test/test-gateway.js';
import { demoAgreements, demoCompanies, demoPriceTypes, wellKnown } from '../../demo/ids.js';

const gateway = useTestGateway();
const owner = 'owner@stroymaster.example.test';
const admin = 'admin@kontor.example.test';
const sku = wellKnown.tiers;
let secret: string;
/** Ids of 1C. */
let company: string;
let agreement: string;
let otherAgreement: string;

beforeAll(async () => {
  ({ secret } = await integrationKey(gateway()));
  const { system } = gateway().database.database;
  const idOf = async (table: 'agreement' | 'company', id: string) =>
    (
      await system
        .selectFrom(table)
        .select('external_id as name')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).name ?? id;
  company = await idOf('company', demoCompanies.stroymaster);
  agreement = await idOf('agreement', demoAgreements.stroymasterPrepaid);
  otherAgreement = await idOf('agreement', demoAgreements.metiz);
});

const put = (what: string, ...rows: object[]) =>
  gateway().request<{ outcomes: RowOutcome[] } & Problem>('PUT', `/v1/integration/${what}`, {
    token: secret,
    body: { rows },
  });
const told = async (what: string, ...rows: object[]) => {
  const answer = await put(what, ...rows);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.outcomes;
};
const price = async (quantity = '1') => {
  const token = await gateway().signIn(owner);
  const { body } = await gateway().request<Prices>('POST', '/v1/prices/resolve', {
    token,
    body: { items: [{ sku, quantity }] },
  });
  return body.items[0]?.unitPrice;
};

describe('individual prices', () => {
  test('are what the buyer pays from then on', async () => {
    const row = {
      company,
      variant: { sku },
      currency: 'RUB',
      prices: [{ amount: '0.7777' }, { amount: '0.5', minQuantity: '1000' }],
    };
    expect(await told('individual-prices', row)).toEqual([{ status: 'written' }]);
    expect(await price()).toBe('0.7777');
    expect(await price('1000')).toBe('0.5');
    expect(await told('individual-prices', row)).toEqual([{ status: 'unchanged' }]);
  });

  test('of an agreement win over those of the company', async () => {
    const row = { company, agreement, variant: { sku }, currency: 'RUB', prices: [{ amount: '0.1' }] };
    await told('individual-prices', row);
    expect(await price()).toBe('0.1');
    expect(await told('individual-prices', { ...row, prices: [] })).toEqual([{ status: 'written' }]);
    expect(await price()).toBe('0.7777');
  });

  test('that are left out are removed', async () => {
    const row = { company, variant: { sku }, currency: 'RUB' };
    await told('individual-prices', { ...row, prices: [{ amount: '9', minQuantity: '5' }] });
    expect(await price('1000')).toBe('9');
    await told('individual-prices', { ...row, prices: [] });
    expect(await price('1000')).not.toBe('9');
  });

  test('of rows that cannot be are rejected one by one', async () => {
    const row = { company, variant: { sku }, currency: 'RUB', prices: [{ amount: '3' }] };
    expect(
      await told(
        'individual-prices',
        { ...row, company: 'nobody' },
        { ...row, variant: { id: 'nothing' } },
        { ...row, agreement: otherAgreement },
        { ...row, agreement: 'none' },
        row,
        { ...row, prices: [] },
        {
          ...row,
          variant: { sku: wellKnown.packs },
          prices: [{ amount: '1' }, { amount: '2', minQuantity: '0.0' }],
        },
      ),
    ).toEqual([
      { status: 'rejected', reason: 'unknown_company', detail: 'nobody' },
      { status: 'rejected', reason: 'unknown_variant', detail: 'nothing' },
      { status: 'rejected', reason: 'of_other_company', detail: otherAgreement },
      { status: 'rejected', reason: 'unknown_agreement', detail: 'none' },
      { status: 'written' },
      { status: 'rejected', reason: 'told_twice' },
      { status: 'rejected', reason: 'told_twice' },
    ]);
    await told('individual-prices', { ...row, prices: [] });
  });

  test('of all times and currencies are taken', async () => {
    const prices = [
      { amount: '1', validFrom: '0000-01-01T00:00:00Z', validTo: '0000-06-01T00:00:00+05:00' },
      { amount: '99999999999999.999999', validFrom: '9999-12-31T23:00:00-12:00' },
    ];
    const row = { company, variant: { sku: wellKnown.packs }, currency: 'XAU', prices };
    expect(await told('individual-prices', row)).toEqual([{ status: 'written' }]);
  });
});

describe('agreements', () => {
  const row = () => ({
    id: 'ut11-agreement-1',
    company,
    name: 'Соглашение № 7 «Ёлка»',
    currency: 'RUB',
    vatMode: 'included',
    priceType: `1c-${demoPriceTypes.wholesale}`,
    paymentTerm: { kind: 'deferral', days: 30 },
  });

  test('can be bought under at once', async () => {
    expect(await told('agreements', row())).toEqual([{ status: 'written' }]);
    expect(await told('agreements', row())).toEqual([{ status: 'unchanged' }]);
    const { body } = await gateway().request<Session>('GET', '/v1/session', {
      token: await gateway().signIn(owner),
    });
    expect(body.agreements.find(({ name }) => name === row().name)).toMatchObject({
      paymentTerm: { kind: 'deferral', days: 30 },
      validTo: null,
    } satisfies Partial<Agreement>);
  });

  test('that change make what was priced under them stale', async () => {
    const token = await gateway().signIn(owner);
    const revision = async () =>
      (await gateway().request<Session>('GET', '/v1/session', { token })).body.context?.revision ?? 0;
    const found = await gateway().request<Session>('GET', '/v1/session', { token });
    const id = found.body.agreements.find(({ name }) => name === row().name)?.id ?? '';
    await gateway().request('POST', '/v1/session/agreement', { token, body: { agreementId: id } });
    const before = await revision();
    await told('agreements', { ...row(), coefficient: '0.9' });
    expect(await revision()).toBe(before + 1);
    await told('agreements', { ...row(), coefficient: '0.9' });
    expect(await revision()).toBe(before + 1);
  });

  test('never move to another company', async () => {
    const { system } = gateway().database.database;
    const { external_id: other } = await system
      .selectFrom('company')
      .select('external_id')
      .where('id', '=', demoCompanies.metiz)
      .executeTakeFirstOrThrow();
    expect(await told('agreements', { ...row(), company: other ?? demoCompanies.metiz })).toEqual([
      { status: 'rejected', reason: 'of_other_company', detail: row().id },
    ]);
  });

  test('with unknown terms are rejected', async () => {
    expect(
      await told(
        'agreements',
        { ...row(), priceType: 'none' },
        { ...row(), seller: 'none' },
        { ...row(), warehouses: ['none'] },
      ),
    ).toEqual(
      ['unknown_price_type', 'unknown_seller', 'unknown_warehouse'].map((reason) => ({
        status: 'rejected',
        reason,
        detail: 'none',
      })),
    );
  });

  test('leave one default', async () => {
    const second = { ...row(), id: 'ut11-agreement-2', name: 'Второе', isDefault: true };
    await told('agreements', { ...row(), isDefault: true }, second);
    const { system } = gateway().database.database;
    const defaults = await system
      .selectFrom('agreement')
      .select('name')
      .where('company_id', '=', demoCompanies.stroymaster)
      .where('is_default', '=', true)
      .execute();
    expect(defaults).toEqual([{ name: 'Второе' }]);
    // It changed without being told: telling it again finds it so.
    expect(await told('agreements', second)).toEqual([{ status: 'unchanged' }]);
  });
});

describe('what a company owes', () => {
  const balance = async (email: string) =>
    gateway().request<{ balance: Balance | null } & Problem>('GET', '/v1/company/balance', {
      token: await gateway().signIn(email),
    });
  const row = () => ({
    company,
    currency: 'RUB',
    debt: '182400.5',
    overdue: '1000',
    creditLimit: '500000',
    asOf: '2026-11-15T10:00:00+03:00',
  });

  beforeAll(() => gateway().database.database.system.deleteFrom('company_balance').execute());

  test('is told to those who may see it', async () => {
    expect((await balance(owner)).body).toEqual({ balance: null });
    expect(await told('company-balances', row())).toEqual([{ status: 'written' }]);
    expect((await balance(owner)).body.balance).toEqual({
      debt: { amount: '182400.50', currency: 'RUB' },
      overdue: { amount: '1000.00', currency: 'RUB' },
      creditLimit: { amount: '500000.00', currency: 'RUB' },
      available: { amount: '317599.50', currency: 'RUB' },
      asOf: '2026-11-15T07:00:00.000Z',
    });
    expect((await balance('buyer@stroymaster.example.test')).body.code).toBe('forbidden');
    expect((await balance('owner@metiz.example.test')).body).toEqual({ balance: null });
  });

  test('is not overwritten by an older telling', async () => {
    const older = { ...row(), debt: '1', asOf: '2026-11-14T00:00:00Z' };
    expect(await told('company-balances', older)).toEqual([{ status: 'unchanged' }]);
    expect((await balance(owner)).body.balance?.debt.amount).toBe('182400.50');
  });
});

describe('analogues', () => {
  const analogues = async () =>
    (
      await gateway().request<{ items: Analogue[] }>(
        'GET',
        `/v1/variants/${encodeURIComponent(sku)}/analogues`,
        {
          token: await gateway().signIn(owner),
        },
      )
    ).body.items;

  test('stand in the order in which they are told', async () => {
    const row = {
      variant: { sku },
      analogues: [
        { variant: { sku: wellKnown.packs }, reason: 'cheaper', ratio: '2' },
        { variant: { sku: wellKnown.individualPrice } },
      ],
    };
    expect(await told('analogues', row)).toEqual([{ status: 'written' }]);
    expect((await analogues()).map((each) => [each.variant.sku, each.reason, each.ratio])).toEqual([
      [wellKnown.packs, 'cheaper', '2'],
      [wellKnown.individualPrice, 'equivalent', '1'],
    ]);
    expect(await told('analogues', row)).toEqual([{ status: 'unchanged' }]);
  });

  test('of the exchange with 1C stay', async () => {
    const { system } = gateway().database.database;
    await system.updateTable('analogue').set({ is_from_1c: true }).execute();
    await told('analogues', { variant: { sku }, analogues: [] });
    expect(await analogues()).toHaveLength(2);
  });

  test('are never the variant itself, nor told twice', async () => {
    const twice = { variant: { sku: wellKnown.packs } };
    expect(
      await told(
        'analogues',
        { variant: { sku }, analogues: [{ variant: { sku } }] },
        { variant: { sku }, analogues: [twice, twice] },
      ),
    ).toMatchObject([{ reason: 'self_reference' }, { reason: 'told_twice' }]);
  });
});

test('customer codes find their variant', async () => {
  const row = { company, code: ' СМ-Ё №417 ', variant: { sku } };
  expect(await told('customer-codes', row)).toEqual([{ status: 'written' }]);
  expect(await told('customer-codes', row)).toEqual([{ status: 'unchanged' }]);
  const { body } = await gateway().request<Page<{ id: string }>>(
    'GET',
    `/v1/products?query=${encodeURIComponent('СМ-Ё №417')}`,
    { token: await gateway().signIn(owner) },
  );
  expect(body.items).toHaveLength(1);
  expect(await told('customer-codes', { ...row, variant: null })).toEqual([{ status: 'written' }]);
});

describe('a document', () => {
  const file = (id: string, body: string, type = 'application/pdf') =>
    gateway().request<Problem>('PUT', `/v1/integration/documents/${id}/file`, {
      token: secret,
      body,
      headers: { 'content-type': type },
    });

  test('gets its file, and the buyer has it', async () => {
    const buyer = await createBuyer(gateway(), owner);
    const order = await (await buyer.checkout([{ sku: wellKnown.packs, quantity: '20' }])).place();
    expect(order.status, order.text).toBe(201);
    const row = {
      id: 'ut11-invoice-1',
      company,
      order: order.body.number,
      kind: 'universalTransferDocument',
      number: 'УПД-17',
      date: '2026-11-16',
    };
    expect(await told('documents', row)).toEqual([{ status: 'written' }]);
    expect((await file(row.id, '%PDF-1.7 Ё')).status).toBe(204);
    const { body } = await gateway().request<{ items: Document[] }>(
      'GET',
      `/v1/orders/${order.body.id}/documents`,
      { token: buyer.token },
    );
    const document = body.items.find(({ number }) => number === row.number);
    expect(document?.status).toBe('ready');
    const content = await gateway().request('GET', `/v1/documents/${document?.id ?? ''}/content`, {
      token: buyer.token,
    });
    expect(content.text).toBe('%PDF-1.7 Ё');
    expect(await told('documents', row)).toEqual([{ status: 'unchanged' }]);
  });

  test('takes nothing but a PDF that it knows of', async () => {
    expect((await file('ut11-invoice-1', '<html>')).body.code).toBe('unsupported_media_type');
    expect((await file('ut11-invoice-1', '%PDF-', 'text/html')).body.code).toBe('unsupported_media_type');
    expect((await file('nothing', '%PDF-1.4')).body.code).toBe('not_found');
    expect((await file('ut11-invoice-1', `%PDF-${'x'.repeat(10_485_760)}`)).body.code).toBe('body_too_large');
  });

  test('is never attached to an order of somebody else', async () => {
    const buyer = await createBuyer(gateway(), 'owner@metiz.example.test');
    const order = await (await buyer.checkout([{ sku: wellKnown.packs, quantity: '20' }])).place();
    const row = { id: 'x', company, kind: 'act', number: '1', date: '0000-01-01' };
    expect(
      await told('documents', { ...row, order: order.body.number }, { ...row, order: 'none' }),
    ).toMatchObject([{ reason: 'of_other_company' }, { reason: 'unknown_order' }]);
  });
});

describe('a key of another system', () => {
  test('opens nothing else', async () => {
    for (const path of ['/v1/session', '/v1/categories', '/v1/backoffice/companies', '/v1/orders'])
      expect((await gateway().request<Problem>('GET', path, { token: secret })).body.code).toBe('forbidden');
  });

  test('is what integration asks for, from people too', async () => {
    for (const token of [await gateway().signIn(admin), await gateway().signIn(owner)]) {
      const { body } = await gateway().request<Problem>('PUT', '/v1/integration/analogues', {
        token,
        body: { rows: [{ variant: { sku }, analogues: [] }] },
      });
      expect(body.code).toBe('forbidden');
    }
  });

  test('is made and revoked by admins alone', async () => {
    const path = '/v1/backoffice/integration-keys';
    const body = { name: 'Витрина' };
    const refused = await gateway().request<Problem>('POST', path, {
      token: await gateway().signIn('manager@kontor.example.test'),
      body,
    });
    expect(refused.body.code).toBe('forbidden');
    const token = await gateway().signIn(admin);
    const { body: made } = await gateway().request<{ key: IntegrationKey; secret: string }>('POST', path, {
      token,
      body,
    });
    const listed = await gateway().request<Page<IntegrationKey>>('GET', path, { token });
    expect(listed.body.items.map(({ name }) => name)).toContain('Витрина');
    expect(listed.text).not.toContain(made.secret);
    await gateway().request('DELETE', `${path}/${made.key.id}`, { token });
    const { body: problem } = await gateway().request<Problem>('GET', '/v1/session', { token: made.secret });
    expect(problem.code).toBe('invalid_token');
  });
});

describe('the journal', () => {
  const read = async <Body>(path: string) =>
    gateway().request<Body & Problem>('GET', `/v1/backoffice/exchange/runs${path}`, {
      token: await gateway().signIn(admin),
    });

  test('tells what was pushed and what was refused', async () => {
    await told('analogues', { variant: { sku: 'нет такого' }, analogues: [] });
    const runs = await read<Page<ExchangeRun>>('?channel=push&limit=1');
    const [run] = runs.body.items;
    expect(run).toMatchObject({ kind: 'analogues', status: 'done', problems: { errors: 0, warnings: 1 } });
    const problems = await read<Page<ExchangeProblem>>(`/${run?.id ?? ''}/problems`);
    expect(problems.body.items).toMatchObject([{ code: 'unknown_variant', recordId: 'нет такого' }]);
    const next = await read<Page<ExchangeRun>>(`?limit=1&after=${runs.body.nextCursor ?? ''}`);
    expect(next.body.items[0]?.id).not.toBe(run?.id);
  });

  test('knows nothing of runs that are none', async () => {
    for (const id of ['0', 'x', '99999999999999999999', "1'"])
      expect((await read(`/${encodeURIComponent(id)}`)).body.code).toBe('not_found');
  });

  test('is for admins', async () => {
    const { body } = await gateway().request<Problem>('GET', '/v1/backoffice/exchange/runs', {
      token: await gateway().signIn('manager@kontor.example.test'),
    });
    expect(body.code).toBe('forbidden');
  });
});
