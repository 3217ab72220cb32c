import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';

import { wellKnown } from '../src/demo/ids.js';
import { createBuyer } from './buyer.js';
import { useTestGateway } from './test-gateway.js';

const gateway = useTestGateway();
const skus = [wellKnown.packs, wellKnown.tiers, wellKnown.individualPrice] as const;

// Carts that lost a race would fill up what a member may have.
beforeEach(async () => {
  await gateway().database.database.system.deleteFrom('cart').where('ordered_at', 'is', null).execute();
});

/** Sets the free stock of SKUs, by warehouse. */
async function setStock(quantities: Record<string, Record<string, number>>): Promise<void> {
  const { system } = gateway().database.database;
  for (const [sku, byWarehouse] of Object.entries(quantities)) {
    const { id } = await system
      .selectFrom('variant')
      .select('id')
      .where('sku', '=', sku)
      .executeTakeFirstOrThrow();
    await system.updateTable('balance').set({ quantity: '0' }).where('variant_id', '=', id).execute();
    await system
      .updateTable('variant')
      .set({ rule_min: '1', rule_step: '1', rule_max: null })
      .where('id', '=', id)
      .execute();
    for (const [warehouse, free] of Object.entries(byWarehouse)) {
      await sql`insert into balance (variant_id, warehouse_id, quantity, updated_at) values (${id}, ${warehouse}, ${free}, now())
        on conflict (variant_id, warehouse_id) do update set quantity = excluded.quantity + balance.reserved`.execute(
        system,
      );
    }
  }
}

/** What is reserved beyond the balance, and what reservations and counters say: all must agree. */
async function stockOf(sku: string): Promise<{ free: number; reserved: number; held: number }> {
  const { rows } = await sql<{ free: number; reserved: number; held: number }>`
    select sum(greatest(quantity - reserved, 0))::float as free, sum(reserved)::float as reserved,
      (select coalesce(sum(r.quantity), 0)::float from reservation r where r.variant_id = v.id and r.released_at is null) as held
    from balance b join variant v on v.id = b.variant_id where v.sku = ${sku} group by v.id`.execute(
    gateway().database.database.system,
  );
  return rows[0] ?? { free: 0, reserved: 0, held: 0 };
}

describe('concurrent checkouts', () => {
  it.each([
    ['one SKU', { [skus[0]]: { wh_yekaterinburg: 10 } }, [[skus[0]]]],
    ['one SKU in two warehouses', { [skus[0]]: { wh_yekaterinburg: 5, wh_moscow: 5 } }, [[skus[0]]]],
    [
      'several SKUs in opposite order',
      {
        [skus[0]]: { wh_yekaterinburg: 10 },
        [skus[1]]: { wh_moscow: 10 },
        [skus[2]]: { wh_yekaterinburg: 10 },
      },
      [[...skus], [...skus].reverse()],
    ],
  ])('sell exactly what there is of %s', async (_what, stock, orders) => {
    await setStock(Object.fromEntries(Object.keys(stock).map((sku) => [sku, { wh_yekaterinburg: 1000 }])));
    const before = (await stockOf(skus[0])).reserved;
    const buyers = await Promise.all(
      ['owner@stroymaster.example.test', 'buyer@stroymaster.example.test'].map((email) =>
        createBuyer(gateway(), email),
      ),
    );
    const checkouts = await Promise.all(
      Array.from({ length: 24 }, async (_each, index) => {
        const lines = (orders[index % orders.length] ?? []).map((sku) => ({ sku, quantity: '1' }));
        return buyers[index % buyers.length]?.checkout(lines);
      }),
    );
    await setStock(stock);
    const answers = await Promise.all(checkouts.map(async (checkout) => checkout?.place()));
    const statuses = answers.map((answer) => answer?.status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(10);
    expect(statuses.filter((status) => status === 409)).toHaveLength(14);
    for (const sku of Object.keys(stock)) {
      const after = await stockOf(sku);
      expect(after.free, sku).toBe(0);
      expect(after.held, sku).toBe(after.reserved);
    }
    expect((await stockOf(skus[0])).reserved - before).toBe(10);
  });

  it('count two lines of one order against the same stock', async () => {
    await setStock({ [skus[0]]: { wh_yekaterinburg: 10 } });
    const buyer = await createBuyer(gateway(), 'owner@stroymaster.example.test');
    const first = await buyer.checkout([{ sku: skus[0], quantity: '6' }]);
    const second = await buyer.checkout([{ sku: skus[0], quantity: '6' }]);
    expect((await first.place()).status).toBe(201);
    const refused = await second.place();
    expect([refused.status, refused.body.code]).toEqual([409, 'cart_has_problems']);
  });
});
