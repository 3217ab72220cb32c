import { afterEach, describe, expect, test, vi } from 'vitest';

import { bolts, memoryStorage, owner, tabChannels, useTestShops, type TestShop } from '../test/test-shop.js';
import { demoAgreements } from '../../gateway/src/demo/ids.js';
import { when } from './when.js';

const nuts = 'DIN934-8-M8-ZN';
const saves = (requests: readonly string[]): number =>
  requests.filter((path) => /^POST .*\/lines$/.test(path)).length;

describe('a cart', () => {
  const shops = useTestShops();
  const stops: (() => void)[] = [];
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
  });

  /** A shop whose cart is looked at, empty at first. */
  async function shopWithCart(...given: Parameters<typeof shops.signedIn>): Promise<TestShop> {
    const shop = await shops.signedIn(...given);
    await look(shop);
    await shop.cart.clear();
    shop.requests.length = 0;
    return shop;
  }

  async function look({ cart }: TestShop): Promise<void> {
    stops.push(cart.$lines.listen(() => undefined));
    await when(cart.$cart, ({ status }) => status === 'ready');
    await when(cart.$isComplete, Boolean);
  }

  test('shows a quantity at once and saves it', async () => {
    const { cart } = await shopWithCart();
    cart.setQuantity(bolts, '20');
    expect(cart.line(bolts)).toMatchObject({ quantity: '20', isSaving: true, line: undefined });
    await cart.settled();
    expect(cart.line(bolts)).toMatchObject({ isSaving: false, line: { quantity: '20' } });
    expect(cart.$cart.get().summary).toMatchObject({ lineCount: 1 });
  });

  test('joins edits of the same moment into one request', async () => {
    const shop = await shopWithCart();
    for (const quantity of ['1', '12', '120']) shop.cart.setQuantity(bolts, quantity);
    shop.cart.setQuantity(nuts, '100');
    await shop.cart.settled();
    expect(saves(shop.requests)).toBe(1);
    expect(shop.cart.line(bolts)?.quantity).toBe('120');
  });

  test('has one request in flight and keeps what is typed meanwhile', async () => {
    const shop = await shopWithCart();
    const release = shop.hold(/\/lines$/);
    shop.cart.setQuantity(bolts, '20');
    await vi.waitFor(() => expect(saves(shop.requests)).toBe(1));
    shop.cart.setQuantity(bolts, '40');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([saves(shop.requests), shop.cart.line(bolts)?.quantity]).toEqual([1, '40']);
    release();
    await shop.cart.settled();
    expect([saves(shop.requests), shop.cart.line(bolts)?.line?.quantity]).toEqual([2, '40']);
  });

  test('tells why a quantity was corrected', async () => {
    const { cart } = await shopWithCart();
    cart.setQuantity(bolts, '1');
    await cart.settled();
    expect(cart.line(bolts)).toMatchObject({
      quantity: '20',
      outcome: { status: 'corrected', requested: '1' },
    });
    cart.dismissOutcome(bolts);
    expect(cart.line(bolts)?.outcome).toBeUndefined();
  });

  test('tells why a line was rejected and goes back', async () => {
    const { cart } = await shopWithCart();
    cart.setQuantity('NO-SUCH-SKU', '5');
    await cart.settled();
    expect(cart.line('NO-SUCH-SKU')).toMatchObject({
      quantity: '0',
      line: undefined,
      outcome: { status: 'rejected', reason: 'notAssorted' },
    });
  });

  test('removes a line at quantity zero', async () => {
    const { cart } = await shopWithCart();
    cart.setQuantity(bolts, '20');
    await cart.settled();
    cart.setQuantity(bolts, '0');
    await cart.settled();
    expect([cart.line(bolts), cart.$lines.get()]).toEqual([undefined, []]);
  });

  test('adds once although the answer was lost', async () => {
    const shop = await shopWithCart();
    shop.cut = { path: /\/lines$/, when: 'after' };
    shop.cart.add(bolts, '20');
    await when(shop.cart.$cart, ({ isOffline }) => isOffline);
    shop.cut = undefined;
    await when(shop.cart.$cart, ({ isOffline, unsaved }) => !isOffline && unsaved === 0);
    expect(saves(shop.requests)).toBeGreaterThan(1);
    expect(shop.cart.line(bolts)?.line?.quantity).toBe('20');
  });

  test('keeps edits over a reload of the page', async () => {
    const storage = memoryStorage();
    let token = '';
    const shop = await shopWithCart(owner, {
      storage,
      firstPause: 60_000,
      keepToken: (kept) => (token = kept ?? ''),
    });
    shop.cut = { path: /\/lines$/, when: 'before' };
    shop.cart.setQuantity(bolts, '60');
    await when(shop.cart.$cart, ({ isOffline }) => isOffline);
    const reloaded = await shops.signedIn(owner, { storage, token });
    await look(reloaded);
    await reloaded.cart.settled();
    expect(reloaded.cart.line(bolts)?.line?.quantity).toBe('60');
  });

  test('keeps both edits when two tabs change one cart', async () => {
    const openChannel = tabChannels();
    let token = '';
    const first = await shopWithCart(owner, { openChannel, keepToken: (kept) => (token = kept ?? '') });
    const second = await shops.signedIn(owner, { openChannel, token });
    await look(second);
    first.cart.setQuantity(bolts, '20');
    second.cart.setQuantity(nuts, '100');
    await Promise.all([first.cart.settled(), second.cart.settled()]);
    await vi.waitFor(() => {
      for (const { cart } of [first, second])
        expect(
          cart.$lines
            .get()
            .map(({ line }) => line?.sku)
            .sort(),
        ).toEqual([bolts, nuts].sort());
    });
    expect(first.cart.$cart.get().summary).toEqual(second.cart.$cart.get().summary);
  });

  test('moves to the other agreement with new prices', async () => {
    const { cart, session } = await shopWithCart();
    cart.setQuantity(bolts, '20');
    await session.selectAgreement(demoAgreements.stroymasterEur);
    await when(cart.$cart, ({ summary }) => summary?.totals?.currency === 'EUR');
    expect(cart.line(bolts)?.line?.quantity).toBe('20');
    await session.switchBack();
    await when(cart.$cart, ({ summary }) => summary?.totals?.currency === 'RUB');
  });

  test('has the new prices when those of the supplier change', async () => {
    const shop = await shopWithCart(owner, { scatterOver: 1 });
    shop.cart.setQuantity(bolts, '20');
    await shop.cart.settled();
    const total = () => Number(shop.cart.$cart.get().summary?.totals?.total);
    const before = total();
    await shops.raisePrices();
    await vi.waitFor(() => expect(total()).toBeGreaterThan(before), 5000);
    expect(shop.cart.line(bolts)).toMatchObject({ quantity: '20', isSaving: false });
  });

  test('loads every line of a long cart', async () => {
    const shop = await shopWithCart();
    const skus = await shop.skus(150);
    shop.cart.setLines(skus.map((sku) => ({ sku, quantity: '1000' })));
    await shop.cart.settled();
    const again = await shops.signedIn();
    await look(again);
    expect(again.cart.$lines.get()).toHaveLength(shop.cart.$cart.get().summary?.lineCount ?? 0);
  });

  test('is closed to who may not fill one', async () => {
    const { cart } = await shops.signedIn('viewer@stroymaster.example.test');
    const view = await when(cart.$cart, ({ status }) => status !== 'loading');
    expect(view).toMatchObject({ status: 'closed', summary: undefined });
  });

  test('takes nothing from who may not fill one', async () => {
    const { cart } = await shops.signedIn('viewer@stroymaster.example.test');
    cart.setQuantity(bolts, '20');
    await when(cart.$cart, ({ status }) => status === 'closed');
    await cart.settled();
    expect([cart.line(bolts), cart.$cart.get().unsaved]).toEqual([undefined, 0]);
  });

  test('shows the next buyer nothing of the one before', async () => {
    const { cart, session } = await shopWithCart();
    cart.setQuantity(bolts, '20');
    await cart.settled();
    await session.signOut();
    expect([cart.line(bolts), cart.$cart.get().summary]).toEqual([undefined, undefined]);
  });

  test('checks everything after a change', async () => {
    const { cart } = await shopWithCart();
    cart.setQuantity(bolts, '20');
    const { value } = await when(
      cart.check.$state,
      (state) => state.status === 'ready' && state.value !== null,
    );
    expect(value).toMatchObject({ canPlace: true, cart: { lineCount: 1 } });
    expect(value?.groups.length).toBeGreaterThan(0);
  });
});
