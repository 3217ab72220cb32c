import { describe, expect, test, vi } from 'vitest';

import { bolts, owner, useTestShops } from '../test/test-shop.js';
import { demoAgreements } from '../../gateway/src/demo/ids.js';

const priceCalls = (requests: readonly string[]): number =>
  requests.filter((path) => path.endsWith('/prices/resolve')).length;

describe('the price board', () => {
  const shops = useTestShops();

  test('asks once for many watches', async () => {
    const shop = await shops.signedIn();
    const items = await shop.skus(60);
    shop.requests.length = 0;
    const watches = items.map((sku) => {
      const watch = shop.prices.watch(() => undefined);
      watch.want([{ sku }]);
      return { watch, sku };
    });
    await vi.waitFor(() => {
      for (const { watch, sku } of watches) expect(watch.get({ sku }).status).toBe('ready');
    });
    expect(priceCalls(shop.requests)).toBe(1);
    for (const { watch } of watches) watch.end();
  });

  test('re-prices what is looked at when the agreement is switched', async () => {
    const shop = await shops.signedIn();
    const onChange = vi.fn();
    const watch = shop.prices.watch(onChange);
    watch.want([{ sku: bolts, quantity: '100' }]);
    const price = () => watch.get({ sku: bolts, quantity: '100' });
    await vi.waitFor(() => expect(price().status).toBe('ready'));
    const before = price().item;
    await shop.session.selectAgreement(demoAgreements.stroymasterEur);
    // The former price stays in view while the new one is asked for.
    expect(price()).toEqual({ status: 'loading', item: before });
    await vi.waitFor(() => expect(price().item?.currency).toBe('EUR'));
    expect(priceCalls(shop.requests)).toBe(2);
    watch.end();
  });

  test('drops an answer that belongs to the agreement before', async () => {
    const shop = await shops.signedIn();
    const watch = shop.prices.watch(() => undefined);
    const release = shop.hold(/prices\/resolve$/);
    watch.want([{ sku: bolts }]);
    await vi.waitFor(() => expect(priceCalls(shop.requests)).toBe(1));
    await shop.session.selectAgreement(demoAgreements.stroymasterEur);
    release();
    await vi.waitFor(() => expect(watch.get({ sku: bolts }).item?.currency).toBe('EUR'));
    watch.end();
  });

  test('shows changed prices by itself, and the former ones until then', async () => {
    const shop = await shops.signedIn(owner, { scatterOver: 1 });
    const seen: (string | undefined)[] = [];
    const show = () => {
      const { status, item } = watch.get({ sku: bolts });
      return status === 'ready' ? item?.net : status;
    };
    const watch = shop.prices.watch(() => seen.push(show()));
    watch.want([{ sku: bolts }]);
    await vi.waitFor(() => expect(watch.get({ sku: bolts }).status).toBe('ready'));
    await vi.waitFor(() => expect(shop.requests).toContain('GET /v1/events'));
    const before = show();
    seen.length = 0;
    await shops.raisePrices();
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    expect(Number(seen[0])).toBeGreaterThan(Number(before));
    expect(priceCalls(shop.requests)).toBe(2);
    watch.end();
  });

  test('drops the answer before when prices change twice', async () => {
    const shop = await shops.signedIn(owner, { scatterOver: 1 });
    const watch = shop.prices.watch(() => undefined);
    watch.want([{ sku: bolts }]);
    const net = () => Number(watch.get({ sku: bolts }).item?.net);
    await vi.waitFor(() => expect(watch.get({ sku: bolts }).status).toBe('ready'));
    await vi.waitFor(() => expect(shop.requests).toContain('GET /v1/events'));
    const before = net();
    const release = shop.holdOnce(/prices\/resolve$/);
    await shops.raisePrices();
    await vi.waitFor(() => expect(priceCalls(shop.requests)).toBe(2));
    await shops.raisePrices();
    await vi.waitFor(() => expect(net()).toBeGreaterThan(before + 1));
    const last = net();
    release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(net()).toBe(last);
    watch.end();
  });

  test('is closed to visitors and asks for nothing', async () => {
    const shop = shops.open();
    const watch = shop.prices.watch(() => undefined);
    watch.want([{ sku: bolts }]);
    await vi.waitFor(() => expect(watch.get({ sku: bolts }).status).toBe('closed'));
    expect(priceCalls(shop.requests)).toBe(0);
    watch.end();
  });

  test('opens when a visitor signs in', async () => {
    const shop = shops.open();
    const watch = shop.prices.watch(() => undefined);
    watch.want([{ sku: bolts }]);
    await vi.waitFor(() => expect(watch.get({ sku: bolts }).status).toBe('closed'));
    await shop.session.signIn({ email: 'owner@metiz.example.test', password: 'kontor-demo-2026' });
    await vi.waitFor(() => expect(watch.get({ sku: bolts }).status).toBe('ready'));
    watch.end();
  });

  test('forgets every price when its buyer signs out', async () => {
    const shop = await shops.signedIn();
    const watch = shop.prices.watch(() => undefined);
    watch.want([{ sku: bolts }]);
    await vi.waitFor(() => expect(watch.get({ sku: bolts }).status).toBe('ready'));
    await shop.session.signOut();
    expect(watch.get({ sku: bolts })).toEqual({ status: 'closed', item: undefined });
    watch.end();
  });

  test('shows the next buyer no price of the one before', async () => {
    const shop = await shops.signedIn();
    const watch = shop.prices.watch(() => undefined);
    watch.want([{ sku: bolts }]);
    await vi.waitFor(() => expect(watch.get({ sku: bolts }).status).toBe('ready'));
    shop.cut = { path: /prices/, when: 'before' };
    await shop.session.signIn({ email: 'owner@metiz.example.test', password: 'kontor-demo-2026' });
    await vi.waitFor(() => expect(watch.get({ sku: bolts }).status).toBe('failed'));
    expect(watch.get({ sku: bolts }).item).toBeUndefined();
    watch.end();
  });

  test('asks again after a failure', async () => {
    const shop = await shops.signedIn();
    const watch = shop.prices.watch(() => undefined);
    shop.cut = { path: /prices/, when: 'before' };
    watch.want([{ sku: bolts }]);
    await vi.waitFor(() => expect(watch.get({ sku: bolts }).status).toBe('failed'));
    shop.cut = undefined;
    watch.want([{ sku: bolts }]);
    await vi.waitFor(() => expect(watch.get({ sku: bolts }).status).toBe('ready'));
    watch.end();
  });
});

describe('the stock board', () => {
  const shops = useTestShops();

  test('shows a competitor capped figures only', async () => {
    const shop = await shops.signedIn('buyer@competitor.example.test');
    const watch = shop.stock.watch(() => undefined);
    watch.want([bolts]);
    await vi.waitFor(() => expect(watch.get(bolts).item?.total).toMatchObject({ isCapped: true }));
    watch.end();
  });
});
