import type { Cart, CartChange, Checkout, Order, Problem } from '@kontor/contract';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { wellKnown } from '../../demo/ids.js';

const gateway = useTestGateway();
const buyer = 'owner@stroymaster.example.test';

describe('a buyer orders', () => {
  it('goes from an empty cart to an invoice', async () => {
    const { request, signIn, letters } = gateway();
    const token = await signIn(buyer);
    const cart = await request<Cart>('GET', '/v1/carts/current', { token });
    expect(cart.status, cart.text).toBe(200);
    const change = await request<CartChange>('POST', `/v1/carts/${cart.body.id}/lines`, {
      token,
      body: { operations: [{ sku: wellKnown.packs, quantity: '12' }] },
    });
    expect(change.status, change.text).toBe(200);
    const checkout = await request<Checkout>('POST', '/v1/checkouts', {
      token,
      body: { cartId: cart.body.id },
    });
    const methods = await request<{ items: { id: string; kind: string; warehouseIds: string[] }[] }>(
      'GET',
      '/v1/delivery/methods',
      { token },
    );
    const pickup = methods.body.items.find(({ kind }) => kind === 'pickup');
    const updated = await request<Checkout>('PATCH', `/v1/checkouts/${checkout.body.id}`, {
      token,
      body: { delivery: { methodId: pickup?.id, warehouseId: pickup?.warehouseIds[0] } },
    });
    const order = await request<Order>('POST', `/v1/checkouts/${checkout.body.id}/place`, {
      token,
      headers: { 'idempotency-key': 'test-key-1' },
      body: { expectedTotal: { amount: updated.body.totals?.total, currency: 'RUB' } },
    });
    expect(order.status).toBe(201);
    await gateway().gateway.jobs.settle();
    const documents = await request<{ items: { id: string; status: string }[] }>(
      'GET',
      `/v1/orders/${order.body.id}/documents`,
      { token },
    );
    expect(documents.body.items[0]?.status).toBe('ready');
    expect(letters.map(({ to }) => to)).toEqual([buyer]);
  });

  it('keeps the invoice from a member who sees no prices', async () => {
    const { request, signIn, database } = gateway();
    const { system } = database.database;
    const document = await system.selectFrom('document').select('id').executeTakeFirstOrThrow();
    const accountant = await signIn('accountant@stroymaster.example.test');
    const seen = await request('GET', `/v1/documents/${document.id}/content`, { token: accountant });
    await sql`update member set overrides = '{"seePrices":"none"}'
      where person_id = (select id from person where email = 'accountant@stroymaster.example.test')`.execute(
      system,
    );
    const refused = await request<Problem>('GET', `/v1/documents/${document.id}/content`, {
      token: accountant,
    });
    expect([seen.status, refused.status, refused.body.code]).toEqual([200, 403, 'prices_hidden']);
  });
});
