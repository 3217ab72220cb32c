import { afterEach, describe, expect, test, vi } from 'vitest';

import { bolts, useTestShops, type TestShop } from '../test/test-shop.js';
import { demoAgreements } from '../../gateway/src/demo/ids.js';
import { when } from './when.js';

const { stroymaster15, stroymaster45 } = demoAgreements;
const count = (requests: readonly string[], of: RegExp): number =>
  requests.filter((path) => of.test(path)).length;
/** Longer than everything that could still follow: events of the gateway, a check after an edit. */
const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600));

describe('a cart that is looked at and checked', () => {
  const shops = useTestShops();
  const stops: (() => void)[] = [];
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
  });

  async function checkedCart(lineCount: number): Promise<TestShop> {
    const shop = await shops.signedIn();
    const { cart, session } = shop;
    await session.selectAgreement(stroymaster15);
    stops.push(
      cart.$lines.listen(() => undefined),
      cart.check.$state.listen(() => undefined),
    );
    await when(cart.$cart, ({ status }) => status === 'ready');
    await cart.clear();
    cart.setLines((await shop.skus(lineCount)).map((sku) => ({ sku, quantity: '1000' })));
    await cart.settled();
    await when(cart.check.$state, ({ status, value }) => status === 'ready' && value !== null);
    await quiet();
    shop.requests.length = 0;
    return shop;
  }

  test('reads lines and checks once after a switch', async () => {
    const shop = await checkedCart(150);
    await shop.session.selectAgreement(stroymaster45);
    await quiet();
    const lines = shop.cart.$lines.get().filter(({ line }) => line !== undefined);
    expect(lines).toHaveLength(shop.cart.$cart.get().summary?.lineCount ?? 0);
    expect([count(shop.requests, /GET .*carts/), count(shop.requests, /\/check$/)]).toEqual([1, 1]);
  });

  test('reads nothing of a switch before its answer', async () => {
    const shop = await checkedCart(2);
    const release = shop.hold(/session\/agreement$/);
    const switching = shop.session.selectAgreement(stroymaster45);
    await quiet();
    expect(count(shop.requests, /GET /)).toBe(0);
    release();
    await switching;
    await when(shop.cart.$cart, ({ summary }) => summary?.agreementId === stroymaster45);
  });

  test('catches up with news when a switch came to nothing', async () => {
    const shop = await checkedCart(1);
    const other = await shops.signedIn();
    stops.push(other.cart.$cart.listen(() => undefined));
    await other.session.selectAgreement(stroymaster15);
    await when(other.cart.$cart, ({ summary }) => summary?.agreementId === stroymaster15);
    shop.cut = { path: /session\/agreement$/, when: 'before' };
    const release = shop.hold(/events/);
    const switching = shop.session.selectAgreement(stroymaster45);
    other.cart.setQuantity(bolts, '40');
    await other.cart.settled();
    release();
    await switching;
    await vi.waitFor(() => expect(shop.cart.line(bolts)?.quantity).toBe('40'));
  });

  test('checks anew for another place of delivery', async () => {
    const shop = await checkedCart(1);
    await shop.session.setLocation({ country: 'RU', city: 'Екатеринбург' });
    await quiet();
    expect([count(shop.requests, /GET .*carts/), count(shop.requests, /\/check$/)]).toEqual([1, 1]);
  });

  test('keeps what a check told of prices, and checks once', async () => {
    const shop = await checkedCart(3);
    const { system } = shops.gateway().database.database;
    await system.updateTable('price').set({ amount: '7.77' }).execute();
    await system.updateTable('price_epoch').set({ epoch: 1_000_000 }).execute();
    await shop.cart.reload();
    await quiet();
    expect(shop.cart.check.$state.get().value?.repriced).toHaveLength(3);
    expect(shop.cart.$lines.get().map(({ line }) => line?.problems[0]?.code)).toEqual(
      Array.from({ length: 3 }, () => 'priceChanged'),
    );
    expect([count(shop.requests, /GET .*carts/), count(shop.requests, /\/check$/)]).toEqual([2, 1]);
  });
});
