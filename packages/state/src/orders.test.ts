import { describe, expect, test } from 'vitest';

import { useTestShops } from '../test/test-shop.js';
import { when } from './when.js';

describe('orders', () => {
  const shops = useTestShops();

  test('keep what was there when a reload fails', async () => {
    const shop = await shops.signedIn();
    const { $orders } = shop.orders;
    const stop = $orders.listen(() => undefined);
    const { value } = await when($orders, ({ status }) => status === 'ready');
    shop.cut = { path: /orders/, when: 'before' };
    await shop.orders.reload();
    expect($orders.get()).toMatchObject({ status: 'failed', value });
    stop();
  });

  test('show the next buyer nothing of the one before, not even when they fail', async () => {
    const shop = await shops.signedIn();
    const { $orders } = shop.orders;
    const { details } = shop.company;
    const stops = [$orders.listen(() => undefined), details.$state.listen(() => undefined)];
    await when($orders, ({ status, value }) => status === 'ready' && value.items.length > 0);
    await when(details.$state, ({ value }) => value?.name !== undefined);
    shop.cut = { path: /orders|company/, when: 'before' };
    await shop.session.signIn({ email: 'owner@metiz.example.test', password: 'kontor-demo-2026' });
    await when($orders, ({ status }) => status === 'failed');
    await when(details.$state, ({ status }) => status === 'failed');
    expect([$orders.get().value, details.$state.get().value]).toEqual([undefined, undefined]);
    for (const stop of stops) stop();
  });
});
