import { afterEach, describe, expect, test, vi } from 'vitest';

import { bolts, owner, tabChannels, useTestShops, type TestShop } from '../test/test-shop.js';
import { demoAgreements } from '../../gateway/src/demo/ids.js';
import type { ShopOptions } from './index.js';
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

  const look = ({ cart }: TestShop): void => {
    stops.push(
      cart.$lines.listen(() => undefined),
      cart.check.$state.listen(() => undefined),
    );
  };

  async function checkedCart(lineCount: number, options?: ShopOptions): Promise<TestShop> {
    const shop = await shops.signedIn(owner, options);
    const { cart, session } = shop;
    await session.selectAgreement(stroymaster15);
    look(shop);
    await when(cart.$cart, ({ status }) => status === 'ready');
    await cart.clear();
    cart.setLines((await shop.skus(lineCount)).map((sku) => ({ sku, quantity: '1000' })));
    await cart.settled();
    await when(cart.check.$state, ({ status, value }) => status === 'ready' && value !== null);
    await quiet();
    shop.requests.length = 0;
    return shop;
  }

  const currentCart = /GET .*carts/;
  const check = /\/check$/;
  const asked = ({ requests }: TestShop): number[] => [count(requests, currentCart), count(requests, check)];
  const problemsOf = ({ cart }: TestShop): (string | undefined)[] =>
    cart.$lines.get().map(({ line }) => line?.problems[0]?.code);
  const priceChanged = ['priceChanged', 'priceChanged', 'priceChanged'];
  /** The check finds them out, and nobody else. */
  const changePrices = async (): Promise<void> => {
    await shops
      .gateway()
      .database.database.system.updateTable('price')
      .set((update) => ({ amount: update('amount', '+', '1') }))
      .execute();
  };
  const isChecked = ({ cart }: TestShop): Promise<unknown> =>
    when(
      cart.check.$state,
      ({ status, value }) =>
        status === 'ready' && value !== null && value.cart.version === cart.$cart.get().summary?.version,
    );

  test('reads lines and checks once after a switch', async () => {
    const shop = await checkedCart(150);
    await shop.session.selectAgreement(stroymaster45);
    await quiet();
    const lines = shop.cart.$lines.get().filter(({ line }) => line !== undefined);
    expect(lines).toHaveLength(shop.cart.$cart.get().summary?.lineCount ?? 0);
    expect(asked(shop)).toEqual([1, 1]);
  });

  test('checks while the lines are read, and shows both together', async () => {
    const shop = await checkedCart(3);
    const release = shop.holdOnce(currentCart);
    await shop.session.selectAgreement(stroymaster45);
    await quiet();
    expect(asked(shop)).toEqual([1, 1]);
    expect(shop.cart.check.$state.get().status).toBe('loading');
    expect(shop.cart.check.$state.get().value?.cart.agreementId).toBe(stroymaster15);
    release();
    await isChecked(shop);
    expect(shop.cart.check.$state.get().value?.cart.agreementId).toBe(stroymaster45);
    await quiet();
    expect(asked(shop)).toEqual([1, 1]);
  });

  test('keeps what a check found when older lines come after it', async () => {
    const shop = await checkedCart(3);
    const releaseCheck = shop.holdOnce(check, 'before');
    const releaseLines = shop.holdOnce(currentCart);
    await shop.session.selectAgreement(stroymaster45);
    await quiet();
    await changePrices();
    releaseCheck();
    await quiet();
    const releaseNewLines = shop.holdOnce(currentCart);
    releaseLines();
    await isChecked(shop);
    expect(problemsOf(shop)).toEqual(priceChanged);
    releaseNewLines();
    await quiet();
    expect(problemsOf(shop)).toEqual(priceChanged);
    expect(asked(shop)).toEqual([2, 1]);
  });

  test('lays what a check found over lines that came before it', async () => {
    const shop = await checkedCart(3);
    const release = shop.holdOnce(check, 'before');
    const releaseLines = shop.holdOnce(currentCart);
    await shop.session.selectAgreement(stroymaster45);
    await vi.waitFor(() => expect(asked(shop)).toEqual([1, 1]));
    releaseLines();
    await when(shop.cart.$cart, ({ summary }) => summary?.agreementId === stroymaster45);
    expect(shop.cart.check.$state.get().status).toBe('loading');
    await changePrices();
    const releaseNewLines = shop.holdOnce(currentCart);
    release();
    await isChecked(shop);
    expect(problemsOf(shop)).toEqual(priceChanged);
    releaseNewLines();
    await quiet();
    expect(problemsOf(shop)).toEqual(priceChanged);
    expect(asked(shop)).toEqual([2, 1]);
  });

  test('takes nothing from lines that are newer than the check', async () => {
    const shop = await checkedCart(3);
    const other = await shops.signedIn();
    stops.push(other.cart.$cart.listen(() => undefined));
    const releaseCheck = shop.holdOnce(check, 'before');
    const releaseLines = shop.holdOnce(currentCart, 'before');
    await shop.session.selectAgreement(stroymaster45);
    await changePrices();
    releaseCheck();
    await quiet();
    await other.session.selectAgreement(stroymaster45);
    await when(other.cart.$cart, ({ summary }) => summary?.agreementId === stroymaster45);
    const [sku = ''] = await shop.skus(1);
    other.cart.setQuantity(sku, '2000');
    await other.cart.settled();
    releaseLines();
    await when(shop.cart.$cart, ({ summary }) => summary?.agreementId === stroymaster45);
    expect(shop.cart.line(sku)?.quantity).toBe('2000');
    await isChecked(shop);
    expect(shop.cart.line(sku)?.quantity).toBe('2000');
    expect(count(shop.requests, check)).toBe(2);
  });

  test('saves edits of the time of a switch before it checks', async () => {
    const shop = await checkedCart(3);
    const [sku = ''] = await shop.skus(1);
    const releaseSwitch = shop.holdOnce(/session\/agreement$/);
    const switching = shop.session.selectAgreement(stroymaster45);
    await quiet();
    const releaseEdit = shop.holdOnce(/\/lines$/, 'before');
    shop.cart.setQuantity(sku, '2000');
    await vi.waitFor(() => expect(count(shop.requests, /\/lines$/)).toBe(1));
    releaseSwitch();
    await switching;
    await quiet();
    expect(asked(shop)).toEqual([1, 0]);
    releaseEdit();
    await isChecked(shop);
    expect(shop.cart.line(sku)).toMatchObject({ quantity: '2000', isSaving: false });
    expect(count(shop.requests, check)).toBe(1);
  });

  test('counts no check before what was edited meanwhile is saved', async () => {
    const shop = await checkedCart(3);
    const [sku = ''] = await shop.skus(1);
    const releaseLines = shop.holdOnce(currentCart);
    const releaseEdit = shop.holdOnce(/\/lines$/);
    await shop.session.selectAgreement(stroymaster45);
    shop.cart.setQuantity(sku, '2000');
    await quiet();
    releaseLines();
    await quiet();
    expect(shop.cart.check.$state.get().status).toBe('loading');
    releaseEdit();
    await isChecked(shop);
    expect(shop.cart.line(sku)).toMatchObject({ quantity: '2000', isSaving: false });
    expect(shop.cart.check.$state.get().value?.cart.agreementId).toBe(stroymaster45);
  });

  test('shows nothing of an agreement that was left at once', async () => {
    const shop = await checkedCart(3);
    const { cart, session } = shop;
    const releases = [shop.holdOnce(currentCart), shop.holdOnce(check)];
    const shown: (string | undefined)[] = [];
    stops.push(
      cart.$cart.listen(({ summary }) => shown.push(summary?.agreementId)),
      cart.check.$state.listen(({ value }) => shown.push(value?.cart.agreementId)),
    );
    await session.selectAgreement(stroymaster45);
    await quiet();
    await session.switchBack();
    for (const release of releases) release();
    await isChecked(shop);
    await quiet();
    expect(new Set(shown)).toEqual(new Set([stroymaster15]));
    expect(asked(shop)).toEqual([2, 2]);
  });

  test('has the lines, and checks after the next edit, when the check was lost', async () => {
    const shop = await checkedCart(3);
    const [sku = ''] = await shop.skus(1);
    shop.cut = { path: check, when: 'before' };
    await shop.session.selectAgreement(stroymaster45);
    await when(shop.cart.check.$state, ({ status }) => status === 'failed');
    await when(shop.cart.$cart, ({ summary }) => summary?.agreementId === stroymaster45);
    shop.cut = undefined;
    shop.cart.setQuantity(sku, '2000');
    await isChecked(shop);
    expect(shop.cart.line(sku)?.quantity).toBe('2000');
  });

  test('keeps the check for lines that come at the second try', async () => {
    const shop = await checkedCart(3);
    const releaseCheck = shop.holdOnce(check, 'before');
    shop.cut = { path: currentCart, when: 'before' };
    await shop.session.selectAgreement(stroymaster45);
    await when(shop.cart.$cart, ({ status }) => status === 'failed');
    shop.cut = undefined;
    await changePrices();
    releaseCheck();
    await isChecked(shop);
    expect(problemsOf(shop)).toEqual(priceChanged);
    expect(count(shop.requests, check)).toBe(1);
  });

  test('checks for each place of delivery after a switch', async () => {
    const shop = await checkedCart(1);
    await shop.session.selectAgreement(stroymaster45);
    for (const city of ['Екатеринбург', 'Казань']) {
      await quiet();
      await shop.session.setLocation({ country: 'RU', city });
    }
    await quiet();
    const { status, value } = shop.cart.check.$state.get();
    expect([status, value?.revision]).toEqual(['ready', shop.session.$context.get()?.revision]);
    expect(asked(shop)).toEqual([3, 3]);
  });

  test('agrees with another tab about what the check found', async () => {
    const openChannel = tabChannels();
    let token = '';
    const shop = await checkedCart(3, { openChannel, keepToken: (kept) => (token = kept ?? '') });
    const other = await shops.signedIn(owner, { openChannel, token });
    look(other);
    await isChecked(other);
    const release = shop.holdOnce(check, 'before');
    await shop.session.selectAgreement(stroymaster45);
    await changePrices();
    release();
    await vi.waitFor(() => {
      const [here, there] = [shop, other].map(({ cart }) => [
        cart.$cart.get().summary,
        cart.check.$state.get().value?.cart,
        cart.$lines.get(),
      ]);
      expect(here?.[0]).toMatchObject({ agreementId: stroymaster45 });
      expect(here?.[1]).toEqual(here?.[0]);
      expect(there).toEqual(here);
    }, 5000);
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
    expect(asked(shop)).toEqual([1, 1]);
  });

  test('keeps what a check told of prices, and checks once', async () => {
    const shop = await checkedCart(3);
    const { system } = shops.gateway().database.database;
    await changePrices();
    await system.updateTable('price_epoch').set({ epoch: 1_000_000 }).execute();
    await shop.cart.reload();
    await quiet();
    expect(shop.cart.check.$state.get().value?.repriced).toHaveLength(3);
    expect(shop.cart.$lines.get().map(({ line }) => line?.problems[0]?.code)).toEqual(
      Array.from({ length: 3 }, () => 'priceChanged'),
    );
    expect(asked(shop)).toEqual([2, 1]);
  });
});
