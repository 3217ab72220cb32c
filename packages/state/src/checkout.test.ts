import { afterEach, describe, expect, test, vi } from 'vitest';

import { bolts, memoryStorage, owner, useTestShops, type TestShop } from '../test/test-shop.js';
import { when } from './when.js';

describe('a checkout', () => {
  const shops = useTestShops();
  const stops: (() => void)[] = [];
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
  });

  /** A shop with bolts in the cart and a pickup chosen. */
  async function readyToPlace(...given: Parameters<typeof shops.signedIn>): Promise<TestShop> {
    const shop = await shops.signedIn(...given);
    stops.push(
      shop.cart.$lines.listen(() => undefined),
      shop.checkout.checkout.$state.listen(() => undefined),
      shop.checkout.methods.$state.listen(() => undefined),
    );
    await when(shop.cart.$cart, ({ status }) => status === 'ready');
    await shop.cart.clear();
    shop.cart.setQuantity(bolts, '20');
    await shop.cart.settled();
    const { value } = await when(shop.checkout.methods.$state, ({ status }) => status === 'ready');
    const pickup = value?.find(({ warehouseIds }) => warehouseIds.length > 0);
    await when(shop.checkout.checkout.$state, (state) => state.value?.cart.lineCount === 1);
    await shop.checkout.update({
      delivery: { methodId: pickup?.id ?? '', warehouseId: pickup?.warehouseIds[0] ?? '' },
    });
    return shop;
  }

  const placings = (requests: readonly string[]): number =>
    requests.filter((path) => path.endsWith('/place')).length;

  test('places the order and empties the cart', async () => {
    const { checkout, cart } = await readyToPlace();
    await checkout.place();
    expect(checkout.$placing.get()).toMatchObject({ status: 'placed', order: { status: 'placed' } });
    await when(cart.$cart, ({ summary }) => summary?.lineCount === 0);
  });

  test('places one order although the answer was lost', async () => {
    const shop = await readyToPlace(owner, { storage: memoryStorage() });
    const { checkout, orders } = shop;
    stops.push(orders.$orders.listen(() => undefined));
    await when(orders.$orders, ({ status }) => status === 'ready');
    const before = new Set(orders.$orders.get().value?.items.map(({ id }) => id));
    shop.cut = { path: /place$/, when: 'after' };
    await checkout.place();
    expect(checkout.$placing.get()).toMatchObject({ status: 'failed' });
    // The gateway has made an order of the cart; the intent is still the same.
    await shop.cart.reload();
    await checkout.checkout.reload();
    expect(checkout.checkout.$state.get().value?.cart.lineCount).toBe(1);
    shop.cut = undefined;
    await checkout.place();
    expect(checkout.$placing.get()).toMatchObject({ status: 'placed' });
    await orders.reload();
    await vi.waitFor(() => {
      const items = orders.$orders.get().value?.items ?? [];
      expect(items.filter(({ id }) => !before.has(id))).toHaveLength(1);
    });
    expect(placings(shop.requests)).toBe(2);
  });

  test('places nothing when the total is another one by now', async () => {
    const shop = await readyToPlace();
    const release = shop.hold(/PATCH \/v1\/checkouts/);
    const { value } = shop.checkout.checkout.$state.get();
    shop.checkout.checkout.set({
      ...value!,
      totals: { ...value!.totals!, total: '1.00' },
    });
    release();
    await shop.checkout.place();
    expect(shop.checkout.$placing.get()).toMatchObject({
      status: 'failed',
      error: { code: 'total_changed' },
    });
    const { value: after } = await when(
      shop.checkout.checkout.$state,
      ({ value: now }) => now?.totals?.total !== '1.00',
    );
    expect(after?.cart.lineCount).toBe(1);
  });

  test('has nothing to order while the cart is empty', async () => {
    const shop = await readyToPlace();
    await shop.cart.clear();
    await when(shop.checkout.checkout.$state, ({ status, value }) => status === 'ready' && value === null);
  });
});
