import type {
  AgreementPreview,
  AgreementSwitch,
  Cart,
  CartChange,
  CartCheck,
  CartMerge,
  Problem,
} from '@kontor/contract';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { useTestGateway, type TestAnswer } from '../../../test/test-gateway.js';
import { demoAgreements, wellKnown } from '../../demo/ids.js';

const gateway = useTestGateway();
let token: string;
let cart: Cart;

beforeAll(async () => {
  token = await gateway().signIn('owner@stroymaster.example.test');
});

beforeEach(async () => {
  await gateway().database.database.system.deleteFrom('cart').where('ordered_at', 'is', null).execute();
  await post('/v1/session/agreement', { agreementId: demoAgreements.stroymasterPrepaid });
  cart = (await get<Cart>('/v1/carts/current')).body;
});

function post<Body>(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<TestAnswer<Body>> {
  return gateway().request<Body>('POST', path, { token, body, headers });
}

function get<Body>(path: string): Promise<TestAnswer<Body>> {
  return gateway().request<Body>('GET', path, { token });
}

async function set(
  operations: readonly object[],
  more: object = {},
  headers: Record<string, string> = {},
): Promise<TestAnswer<CartChange>> {
  return post(`/v1/carts/${cart.id}/lines`, { operations, ...more }, headers);
}

describe('a batch of operations', () => {
  it('answers one outcome per row in order', async () => {
    const { body } = await set([
      { sku: wellKnown.packs, quantity: '12' },
      { sku: 'no such thing', quantity: '1' },
      { sku: wellKnown.private, quantity: '1' },
      { sku: wellKnown.tiers, quantity: '2000' },
    ]);
    expect(body.outcomes.map(({ status, reason }) => [status, reason])).toEqual([
      ['corrected', 'notMultiple'],
      ['rejected', 'notAssorted'],
      ['rejected', 'notAssorted'],
      ['set', undefined],
    ]);
    expect(body.cart.lineCount).toBe(2);
  });

  it('changes nothing when all or nothing is asked and one row fails', async () => {
    const operations = [
      { sku: wellKnown.packs, quantity: '20' },
      { sku: 'no such thing', quantity: '1' },
    ];
    const refused = await post<Problem>(`/v1/carts/${cart.id}/lines`, {
      operations,
      policy: 'all-or-nothing',
    });
    expect([refused.status, refused.body.code, refused.body.pointer]).toEqual([
      409,
      'lines_rejected',
      '/operations/1',
    ]);
    expect((await get<Cart>(`/v1/carts/${cart.id}`)).body.lineCount).toBe(0);
  });

  it('rejects instead of correcting when asked to', async () => {
    const { body } = await set([{ sku: wellKnown.packs, quantity: '12' }], { correct: false });
    expect(body.outcomes[0]).toMatchObject({
      status: 'rejected',
      reason: 'notMultiple',
      rule: '20',
      quantity: '0',
    });
  });

  it('takes several operations on one SKU in their order', async () => {
    const { body } = await set([
      { sku: wellKnown.packs, quantity: '20' },
      { sku: wellKnown.packs, add: '40' },
      { sku: wellKnown.packs, quantity: '0' },
      { sku: wellKnown.packs, add: '80' },
    ]);
    expect(body.outcomes.map(({ status, quantity }) => [status, quantity])).toEqual([
      ['set', '20'],
      ['set', '60'],
      ['removed', '0'],
      ['set', '80'],
    ]);
    expect(body.lines.map(({ quantity }) => quantity)).toEqual(['80']);
  });

  it('tells the price that is due at the quantity', async () => {
    const few = await set([{ sku: wellKnown.tiers, quantity: '100' }]);
    const many = await set([{ sku: wellKnown.tiers, quantity: '10000' }]);
    expect(Number(many.body.lines[0]?.unitPrice)).toBeLessThan(Number(few.body.lines[0]?.unitPrice));
  });

  it('keeps both edits when two tabs change different lines', async () => {
    await Promise.all([
      set([{ sku: wellKnown.packs, quantity: '20' }]),
      set([{ sku: wellKnown.tiers, quantity: '100' }]),
    ]);
    const { body } = await get<Cart>(`/v1/carts/${cart.id}`);
    expect(body.lines.items.map(({ sku }) => sku).sort()).toEqual([wellKnown.packs, wellKnown.tiers].sort());
  });

  it('is refused for a version that is not the present one', async () => {
    const first = await set(
      [{ sku: wellKnown.packs, quantity: '20' }],
      {},
      { 'if-match': `"${String(cart.version)}"` },
    );
    // Reading the cart priced it: its version is the one that was answered.
    expect(first.status).toBe(200);
    const stale = await post<Problem>(
      `/v1/carts/${cart.id}/lines`,
      { operations: [{ sku: wellKnown.packs, quantity: '40' }] },
      { 'if-match': `"${String(cart.version)}"` },
    );
    expect([stale.status, stale.body.code]).toEqual([412, 'version_conflict']);
    expect(stale.body.params?.['cart']).toMatchObject({ version: first.body.cart.version });
  });
});

describe('switching the agreement', () => {
  it('takes the cart along and tells every new price', async () => {
    const before = await set([
      { sku: wellKnown.packs, quantity: '200' },
      { sku: wellKnown.tiers, quantity: '100' },
    ]);
    const { body } = await post<AgreementSwitch>('/v1/session/agreement', {
      agreementId: demoAgreements.stroymaster45,
    });
    expect(body.repriced.map(({ sku }) => sku).sort()).toEqual([wellKnown.packs, wellKnown.tiers].sort());
    const difference = Number(body.cart?.totals?.total) - Number(before.body.cart.totals?.total);
    expect(body.difference?.amount).toBe(difference.toFixed(2));
    expect(body.cart?.id).toBe(cart.id);
  });

  it('tells new prices once: no later check changes the cart', async () => {
    await set([{ sku: wellKnown.packs, quantity: '200' }]);
    const { body } = await post<AgreementSwitch>('/v1/session/agreement', {
      agreementId: demoAgreements.stroymasterEur,
    });
    const after = await get<Cart>('/v1/carts/current?lines=1');
    const checked = await post<CartCheck>(`/v1/carts/${cart.id}/check`, undefined);
    expect(after.body.lines.items[0]?.problems).toEqual([]);
    expect([after.body.version, checked.body.cart.version]).toEqual([body.cart?.version, body.cart?.version]);
  });

  it('gives the same totals there and back again', async () => {
    const before = await set([{ sku: wellKnown.packs, quantity: '200' }]);
    await post('/v1/session/agreement', { agreementId: demoAgreements.stroymasterEur });
    const { body } = await post<AgreementSwitch>('/v1/session/agreement', {
      agreementId: demoAgreements.stroymasterPrepaid,
    });
    expect(body.cart?.totals).toEqual(before.body.cart.totals);
  });

  it('keeps a line that the agreement lacks, and says so', async () => {
    await set([
      { sku: wellKnown.notExported, quantity: '1' },
      { sku: wellKnown.packs, quantity: '20' },
    ]);
    const { body } = await post<AgreementSwitch>('/v1/session/agreement', {
      agreementId: demoAgreements.stroymasterEur,
    });
    expect(body.removed).toEqual([
      expect.objectContaining({ sku: wellKnown.notExported, reason: 'notAssorted' }),
    ]);
    expect([body.cart?.lineCount, body.cart?.problemCount, body.difference]).toEqual([2, 1, null]);
  });

  it('keeps the cart that was there under another name', async () => {
    await post('/v1/session/agreement', { agreementId: demoAgreements.stroymaster15 });
    cart = (await get<Cart>('/v1/carts/current')).body;
    await set([{ sku: wellKnown.tiers, quantity: '100' }]);
    const there = cart.id;
    await post('/v1/session/agreement', { agreementId: demoAgreements.stroymasterPrepaid });
    cart = (await get<Cart>('/v1/carts/current')).body;
    if (cart.lineCount === 0) await set([{ sku: wellKnown.packs, quantity: '20' }]);
    await post('/v1/session/agreement', { agreementId: demoAgreements.stroymaster15 });
    const { body } = await get<{ items: { id: string; lineCount: number }[] }>('/v1/carts');
    expect(body.items.some(({ id, lineCount }) => id === there && lineCount > 0)).toBe(true);
  });

  it('can be previewed without changing anything', async () => {
    const before = await set([{ sku: wellKnown.packs, quantity: '200' }]);
    const { body } = await post<AgreementPreview>('/v1/session/agreement-preview', {});
    expect(body.items.map(({ isCurrent }) => isCurrent).filter(Boolean)).toHaveLength(1);
    const later = body.items.find(({ agreement }) => agreement.id === demoAgreements.stroymaster45);
    const { body: after } = await get<Cart>(`/v1/carts/${cart.id}`);
    expect(after.version).toBe(before.body.cart.version);
    const switched = await post<AgreementSwitch>('/v1/session/agreement', {
      agreementId: demoAgreements.stroymaster45,
    });
    expect(later?.totals).toEqual(switched.body.cart?.totals);
  });
});

describe('reading a cart', () => {
  it('brings as many first lines as are asked for', async () => {
    await set([
      { sku: wellKnown.packs, quantity: '20' },
      { sku: wellKnown.tiers, quantity: '100' },
    ]);
    const { body } = await get<Cart>('/v1/carts/current?lines=1');
    expect([body.lineCount, body.lines.items.length, body.lines.nextCursor]).toEqual([
      2,
      1,
      expect.any(String),
    ]);
    expect((await get(`/v1/carts/${cart.id}?lines=1001`)).status).toBe(422);
  });
});

describe('prices that change meanwhile', () => {
  it('re-price the cart and say what it was', async () => {
    await set([{ sku: wellKnown.tiers, quantity: '100' }]);
    const { system } = gateway().database.database;
    const variant = await system
      .selectFrom('variant')
      .select('id')
      .where('sku', '=', wellKnown.tiers)
      .executeTakeFirstOrThrow();
    await system.updateTable('price').set({ amount: '9.99' }).where('variant_id', '=', variant.id).execute();
    await system
      .updateTable('price_epoch')
      .set((row) => ({ epoch: row('epoch', '+', 1) }))
      .execute();
    const { body } = await get<Cart>(`/v1/carts/${cart.id}`);
    expect(body.lines.items[0]).toMatchObject({ problems: [{ code: 'priceChanged', blocking: false }] });
    const checked = await post<{ repriced: { sku: string }[] }>(`/v1/carts/${cart.id}/check`, undefined);
    expect(checked.body.repriced.map(({ sku }) => sku)).toEqual([wellKnown.tiers]);
  });
});

describe('merging carts', () => {
  it('adds up what is in both and removes the other', async () => {
    await set([{ sku: wellKnown.packs, quantity: '20' }]);
    const other = (await post<Cart>('/v1/carts', { name: 'Объект №2' })).body;
    const operations = [
      { sku: wellKnown.packs, quantity: '40' },
      { sku: wellKnown.individualPrice, quantity: '1000' },
    ];
    await post(`/v1/carts/${other.id}/lines`, { operations });
    const { body } = await post<CartMerge>(`/v1/carts/${cart.id}/merge`, { from: other.id });
    expect(body.outcomes.map(({ sku, quantity }) => [sku, quantity])).toContainEqual([wellKnown.packs, '60']);
    expect(body.cart.lineCount).toBe(2);
    expect((await get(`/v1/carts/${other.id}`)).status).toBe(404);
  });
});

describe('a member who sees no prices', () => {
  it('fills a cart without a single figure of money', async () => {
    const requester = await gateway().signIn('requester@lokon.example.test');
    const { system } = gateway().database.database;
    const sku = await system
      .selectFrom('assortment_product')
      .innerJoin('variant', 'variant.product_id', 'assortment_product.product_id')
      .select('variant.sku')
      .where('assortment_id', '=', 'asm_salons')
      .where('variant.status', '=', 'active')
      .executeTakeFirstOrThrow();
    const current = await gateway().request<Cart>('GET', '/v1/carts/current', { token: requester });
    const change = await gateway().request<CartChange>('POST', `/v1/carts/${current.body.id}/lines`, {
      token: requester,
      body: { operations: [{ sku: sku.sku, quantity: '10' }] },
    });
    expect(change.body.cart).toMatchObject({ lineCount: 1, totals: null });
    expect(change.text).not.toMatch(/"(unitPrice|net|vat|total)"/);
  });
});
