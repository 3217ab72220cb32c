import { describe, expect, it } from 'vitest';

import { wellKnown } from '../src/demo/ids.js';
import { createGateway } from '../src/gateway.js';
import { createBuyer } from './buyer.js';
import { useTestGateway } from './test-gateway.js';

const gateway = useTestGateway();
const line = [{ sku: wellKnown.tiers, quantity: '100' }];

async function orderCount(): Promise<number> {
  const { count } = await gateway()
    .database.database.system.selectFrom('orders')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('provenance', '=', 'online')
    .executeTakeFirstOrThrow();
  return Number(count);
}

describe('an idempotency key', () => {
  it('is required to place an order', async () => {
    const buyer = await createBuyer(gateway(), 'owner@stroymaster.example.test');
    const { id, total } = await buyer.checkout(line);
    const answer = await gateway().request<{ code: string }>('POST', `/v1/checkouts/${id}/place`, {
      token: buyer.token,
      body: { expectedTotal: total },
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'idempotency_key_required']);
  });

  it('gives the same bytes when sent again', async () => {
    const buyer = await createBuyer(gateway(), 'owner@stroymaster.example.test');
    const checkout = await buyer.checkout(line);
    const before = await orderCount();
    const first = await checkout.place('key-sequential');
    const again = await checkout.place('key-sequential');
    expect(again.text).toBe(first.text);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await orderCount()).toBe(before + 1);
  });

  it('makes one order of twenty requests at once', async () => {
    const buyer = await createBuyer(gateway(), 'owner@stroymaster.example.test');
    const before = await orderCount();
    for (let round = 0; round < 5; round += 1) {
      const checkout = await buyer.checkout(line);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => checkout.place(`key-parallel-${String(round)}`)),
      );
      const placed = answers.filter(({ status }) => status === 201);
      expect(placed.length).toBeGreaterThan(0);
      expect(new Set(placed.map(({ text }) => text)).size).toBe(1);
      expect(
        answers.every(({ status, body }) => status === 201 || body.code === 'idempotency_key_in_progress'),
      ).toBe(true);
    }
    expect(await orderCount()).toBe(before + 5);
  });

  it('is remembered by another gateway on the same database', async () => {
    const buyer = await createBuyer(gateway(), 'owner@stroymaster.example.test');
    const checkout = await buyer.checkout(line);
    const first = await checkout.place('key-restarted');
    const other = createGateway(gateway().deps);
    const again = await other.fetch(
      new Request(`http://gateway.test/v1/checkouts/${checkout.id}/place`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${buyer.token}`,
          'content-type': 'application/json',
          'idempotency-key': 'key-restarted',
        },
        body: JSON.stringify({ expectedTotal: checkout.total }),
      }),
    );
    expect(await again.text()).toBe(first.text);
    await other.close();
  });

  it('is refused for another body', async () => {
    const buyer = await createBuyer(gateway(), 'owner@stroymaster.example.test');
    const checkout = await buyer.checkout(line);
    await checkout.place('key-reused');
    const other = await checkout.place('key-reused', { amount: '1.00', currency: 'RUB' });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('of one person means nothing for another', async () => {
    const owner = await createBuyer(gateway(), 'owner@stroymaster.example.test');
    const colleague = await createBuyer(gateway(), 'buyer@stroymaster.example.test');
    const first = await (await owner.checkout(line)).place('key-shared');
    const second = await (await colleague.checkout(line)).place('key-shared');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('keeps a refusal as well', async () => {
    const buyer = await createBuyer(gateway(), 'owner@stroymaster.example.test');
    const checkout = await buyer.checkout(line);
    const wrong = { amount: '1.00', currency: 'RUB' };
    const first = await checkout.place('key-refused', wrong);
    const again = await checkout.place('key-refused', wrong);
    expect([first.status, first.body.code]).toEqual([409, 'total_changed']);
    expect(again.text).toBe(first.text);
  });

  it.each(['short', 'with space inside', 'ключ-из-букв', 'x'.repeat(201)])(
    'of a wrong form is refused: %s',
    async (key) => {
      const { token } = await createBuyer(gateway(), 'owner@stroymaster.example.test');
      const answer = await gateway().request<{ code: string }>('POST', '/v1/carts', {
        token,
        headers: {
          'idempotency-key':
            encodeURIComponent(key) === key ? key : key.replaceAll(/[^\x20-\x7e]/g, '\u00e9'),
        },
        body: { name: key.slice(0, 20) },
      });
      expect([answer.status, answer.body.code]).toEqual([422, 'invalid_request']);
    },
  );
});
