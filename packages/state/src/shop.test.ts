import { describe, expect, test } from 'vitest';

import { catalogueOf, checkoutOf, companyOf, createShop, createShopCore, ordersOf } from './index.js';
import { useTestShops } from '../test/test-shop.js';

describe('parts of a shop', () => {
  const shops = useTestShops();

  test('are those that the whole shop has', () => {
    const shop = shops.open();
    expect([catalogueOf(shop), checkoutOf(shop), ordersOf(shop), companyOf(shop)]).toEqual([
      shop.catalogue,
      shop.checkout,
      shop.orders,
      shop.company,
    ]);
    expect(catalogueOf(shop)).toBe(shop.catalogue);
  });

  test('are made once, at their first use', () => {
    const core = createShopCore(shops.client());
    let made = 0;
    const make = (): object => ({ count: (made += 1) });
    expect(made).toBe(0);
    expect(core.part(make)).toBe(core.part(make));
    expect(made).toBe(1);
  });

  test('belong to one shop alone', () => {
    const client = shops.client();
    expect(catalogueOf(createShop(client))).not.toBe(catalogueOf(createShop(client)));
    expect(catalogueOf(undefined)).toBeUndefined();
  });
});
