import type { Order, OrderSummary, Page, Problem, StaffOrderSummary } from '@kontor/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';

import { createBuyer, type Answer, type Buyer } from '../../../test/buyer.js';
import { useTestGateway } from '../../../test/test-gateway.js';
import { demoCompanies, wellKnown } from '../../demo/ids.js';

const gateway = useTestGateway();
const line = [{ sku: wellKnown.tiers, quantity: '2000' }];
let buyer: Buyer;
let manager: string;

beforeAll(async () => {
  buyer = await createBuyer(gateway(), 'owner@stroymaster.example.test');
  manager = await gateway().signIn('manager@kontor.example.test');
});

async function placed(): Promise<Order> {
  const answer = await (await buyer.checkout(line)).place();
  return { ...(answer.body as Omit<Order, 'status'>), status: 'placed' };
}

function move(order: Order, status: string): Promise<Answer<Order>> {
  return gateway().request('POST', `/v1/backoffice/orders/${order.id}/status`, {
    token: manager,
    body: { status, comment: 'звонок' },
  });
}

function cancel(order: Order): Promise<Answer<Order>> {
  return gateway().request('POST', `/v1/orders/${order.id}/cancel`, {
    token: buyer.token,
    body: { comment: 'передумали' },
  });
}

async function stock(): Promise<{ quantity: number; reserved: number }> {
  const { rows } = await sql<{
    quantity: number;
    reserved: number;
  }>`select sum(quantity)::float as quantity, sum(reserved)::float as reserved
    from balance join variant on variant.id = variant_id where sku = ${wellKnown.tiers}`.execute(
    gateway().database.database.system,
  );
  return rows[0] ?? { quantity: 0, reserved: 0 };
}

describe('an order', () => {
  it('gives its goods back when the buyer cancels it', async () => {
    const before = await stock();
    const order = await placed();
    expect(await stock()).toEqual({ ...before, reserved: before.reserved + 2000 });
    const canceled = await cancel(order);
    expect(canceled.text).toContain('"status":"canceled"');
    expect(await stock()).toEqual(before);
  });

  it('tells its number in accounting and is found by it', async () => {
    const order = await placed();
    const { system } = gateway().database.database;
    const tell = (number: string) =>
      sql`insert into order_exchange (order_id, number_1c) values (${order.id}, ${number})
        on conflict (order_id) do update set number_1c = excluded.number_1c`.execute(system);
    const read = () => gateway().request<Order>('GET', `/v1/orders/${order.id}`, { token: buyer.token });
    expect(order.accountingNumber).toBe(null);
    await tell(order.number);
    expect((await read()).body.accountingNumber).toBe(null);
    await tell('КРЦБ-004512');
    expect((await read()).body.accountingNumber).toBe('КРЦБ-004512');
    const found = await gateway().request<Page<OrderSummary>>(
      'GET',
      `/v1/orders?query=${encodeURIComponent('крцб-004512')}`,
      { token: buyer.token },
    );
    expect(found.body.items.map(({ id }) => id)).toEqual([order.id]);
    expect((await cancel(order)).status).toBe(200);
  });

  it('is canceled once, however often that is asked', async () => {
    const before = await stock();
    const order = await placed();
    const answers = await Promise.all([cancel(order), cancel(order), cancel(order)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await stock()).toEqual(before);
  });

  it('takes its goods from the balance when it is shipped', async () => {
    const before = await stock();
    const order = await placed();
    await move(order, 'confirmed');
    const shipped = await move(order, 'shipped');
    expect(shipped.body.history.map(({ status, by }) => [status, by])).toEqual([
      ['placed', order.placedBy],
      ['confirmed', expect.any(String)],
      ['shipped', expect.any(String)],
    ]);
    expect(await stock()).toEqual({ quantity: before.quantity - 2000, reserved: before.reserved });
  });

  it('cannot be canceled by the buyer once it is shipped', async () => {
    const order = await placed();
    await move(order, 'shipped');
    const refused = await cancel(order);
    expect([refused.status, refused.body.code]).toEqual([409, 'order_not_cancelable']);
  });

  it.each([
    ['delivered', 'a step left out'],
    ['placed', 'back to the beginning'],
  ])('does not go to %s: %s', async (status) => {
    const refused = await move(await placed(), status);
    expect([refused.status, refused.body.code]).toEqual([409, 'status_not_allowed']);
  });

  it('keeps what was ordered when the catalogue changes', async () => {
    const order = await placed();
    await sql`update variant set name = '{"ru":"Другое"}' where sku = ${wellKnown.tiers}`.execute(
      gateway().database.database.system,
    );
    const again = await gateway().request<Order>('GET', `/v1/orders/${order.id}`, { token: buyer.token });
    expect(again.body.lines).toEqual(order.lines);
  });
});

describe('the history', () => {
  const list = (query: string, token = buyer.token) =>
    gateway().request<Page<OrderSummary>>('GET', `/v1/orders?limit=200&${query}`, { token });

  it('has orders of every provenance, newest first', async () => {
    const { body } = await list('');
    expect(new Set(body.items.map(({ provenance }) => provenance)).size).toBeGreaterThan(1);
    const times = body.items.map(({ placedAt }) => placedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('is found by number, SKU and status', async () => {
    const order = await placed();
    expect((await list(`query=${order.number.toLowerCase()}`)).body.items.map(({ id }) => id)).toEqual([
      order.id,
    ]);
    expect(
      (await list(`query=${encodeURIComponent(wellKnown.tiers)}`)).body.items.map(({ id }) => id),
    ).toContain(order.id);
    expect((await list('status=delivered')).body.items.every(({ status }) => status === 'delivered')).toBe(
      true,
    );
  });

  it('is the same whether read whole or page by page', async () => {
    const { body: whole } = await list('');
    const paged: string[] = [];
    let after = '';
    do {
      const { body } = await gateway().request<Page<OrderSummary>>('GET', `/v1/orders?limit=3${after}`, {
        token: buyer.token,
      });
      paged.push(...body.items.map(({ id }) => id));
      after = body.nextCursor === null ? '' : `&after=${body.nextCursor}`;
    } while (after !== '');
    expect(paged).toEqual(whole.items.map(({ id }) => id));
  });

  it('shows a requester only what it placed itself', async () => {
    const requester = await gateway().signIn('requester@lokon.example.test');
    const { body } = await list('', requester);
    expect(body.items).toEqual([]);
  });

  it('keeps the orders of a removed member under the name', async () => {
    const { system } = gateway().database.database;
    const order = await placed();
    await system
      .updateTable('member')
      .set({ removed_at: new Date() })
      .where(
        'id',
        '=',
        (
          await system
            .selectFrom('orders')
            .select('member_id')
            .where('id', '=', order.id)
            .executeTakeFirstOrThrow()
        ).member_id ?? '',
      )
      .execute();
    const colleague = await gateway().signIn('buyer@stroymaster.example.test');
    const { body } = await gateway().request<Order>('GET', `/v1/orders/${order.id}`, { token: colleague });
    expect(body.placedBy).toBe(order.placedBy);
    await system
      .updateTable('member')
      .set({ removed_at: null })
      .where('company_id', '=', demoCompanies.stroymaster)
      .execute();
  });

  it('shows staff the company of each order', async () => {
    const { body } = await gateway().request<Page<StaffOrderSummary>>(
      'GET',
      `/v1/backoffice/orders?company=${demoCompanies.stroymaster}&limit=5`,
      { token: manager },
    );
    expect(new Set(body.items.map(({ companyName }) => companyName))).toEqual(new Set(['ООО «СтройМастер»']));
  });

  it('is not for those who may see no orders', async () => {
    const viewer = await gateway().signIn('viewer@stroymaster.example.test');
    expect((await list('', viewer)).body.items).toEqual([]);
    const { body } = await list('');
    const answer = await gateway().request<Problem>('GET', `/v1/orders/${body.items[0]?.id ?? ''}`, {
      token: viewer,
    });
    expect(answer.body.code).toBe('not_found');
  });
});
