import { describe, expect, test, vi } from 'vitest';

import { owner, tabChannels, useTestShops } from '../test/test-shop.js';
import { demoAgreements, demoCompanies } from '../../gateway/src/demo/ids.js';
import { demoPassword } from '../../gateway/src/demo/users.js';
import { when } from './when.js';

describe('a session', () => {
  const shops = useTestShops();

  /** Somebody with the same session leaves. */
  async function endSessionsOf(token: string): Promise<void> {
    await shops.gateway().gateway.fetch(
      new Request('http://gateway.test/v1/session/sign-out', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      }),
    );
  }

  test('is a visitor before anybody signs in', async () => {
    const { session } = shops.open();
    const state = await when(session.$session, ({ status }) => status === 'ready');
    expect([state.value?.kind, session.$buyer.get(), session.$can.get().seePrices]).toEqual([
      'visitor',
      'visitor',
      'none',
    ]);
  });

  test('has company, agreement and permissions after signing in', async () => {
    const { session } = await shops.signedIn();
    expect(session.$company.get()).toMatchObject({ id: demoCompanies.stroymaster, role: 'owner' });
    expect(session.$agreement.get()?.currency).toBe('RUB');
    expect(session.$can.get()).toMatchObject({ seePrices: 'own', placeOrders: true });
  });

  test('asks for nothing until somebody listens', async () => {
    const shop = shops.open();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(shop.requests).toEqual([]);
  });

  test('switches the agreement and tells what changed', async () => {
    const { session } = await shops.signedIn();
    const before = session.$buyer.get();
    await session.selectAgreement(demoAgreements.stroymaster45);
    expect(session.$switching.get()).toMatchObject({ status: 'done', to: demoAgreements.stroymaster45 });
    expect(session.$buyer.get()).not.toBe(before);
    await session.switchBack();
    expect(session.$agreement.get()?.id).not.toBe(demoAgreements.stroymaster45);
  });

  test('keeps the former agreement when the switch fails', async () => {
    const shop = await shops.signedIn();
    const before = shop.session.$agreement.get()?.id;
    shop.cut = { path: /agreement/, when: 'before' };
    await shop.session.selectAgreement(demoAgreements.stroymasterEur);
    expect(shop.session.$switching.get()).toMatchObject({ status: 'failed' });
    expect(shop.session.$agreement.get()?.id).toBe(before);
  });

  test('follows a switch that was made in another tab', async () => {
    const openChannel = tabChannels();
    let token: string | undefined;
    const first = await shops.signedIn(owner, { openChannel, keepToken: (kept) => (token = kept) });
    const second = await shops.signedIn(owner, { openChannel, token: token ?? '' });
    const stop = second.session.$session.listen(() => undefined);
    await when(second.session.$buyer, (buyer) => buyer !== undefined);
    await first.session.selectAgreement(demoAgreements.stroymaster45);
    await when(second.session.$agreement, (agreement) => agreement?.id === demoAgreements.stroymaster45);
    await vi.waitFor(() => expect(second.session.$switching.get().status).toBe('elsewhere'));
    stop();
  });

  test('follows a switch that was made on another device', async () => {
    let token: string | undefined;
    const first = await shops.signedIn(owner, { keepToken: (kept) => (token = kept) });
    const second = await shops.signedIn(owner, { token: token ?? '' });
    const stop = second.session.$session.listen(() => undefined);
    await vi.waitFor(() => expect(second.requests).toContain('GET /v1/events'));
    await first.session.selectAgreement(demoAgreements.stroymasterEur);
    await when(second.session.$agreement, (agreement) => agreement?.currency === 'EUR');
    stop();
  });

  test('lets a buyer leave whose cart could not be saved', async () => {
    const shop = await shops.signedIn();
    const stop = shop.cart.$cart.listen(() => undefined);
    await when(shop.cart.$cart, ({ status }) => status === 'ready');
    shop.cut = { path: /lines$/, when: 'before' };
    shop.cart.setQuantity('DIN933-8.8-M8X40-ZN', '20');
    await shop.session.signOut();
    expect(shop.session.$session.get().value?.kind).toBe('visitor');
    stop();
  });

  test('is a visitor again after signing out', async () => {
    const tokens: (string | undefined)[] = [];
    const { session } = await shops.signedIn(owner, { keepToken: (token) => void tokens.push(token) });
    await session.signOut();
    expect(session.$session.get().value?.kind).toBe('visitor');
    expect([tokens.length, tokens.at(-1)]).toEqual([2, undefined]);
  });

  test('is a visitor again after its session has ended elsewhere', async () => {
    const tokens: (string | undefined)[] = [];
    const { session } = await shops.signedIn(owner, {
      keepToken: (token) => void tokens.push(token),
    });
    const stop = session.$session.listen(() => undefined);
    await when(session.$session, ({ status }) => status === 'ready');
    await endSessionsOf(tokens[0] ?? '');
    void session.reload();
    await when(session.$session, ({ value }) => value?.person === null);
    expect([session.$can.get().seePrices, tokens.at(-1)]).toEqual(['none', undefined]);
    stop();
  });

  test('sets a password with the token of a letter, and signs this page out', async () => {
    const shop = await shops.signedIn();
    const stop = shop.session.$session.listen(() => undefined);
    await when(shop.session.$session, ({ status }) => status === 'ready');
    await shop.session.requestPasswordReset(owner);
    const token = await vi.waitFor(async () => {
      await shops.gateway().gateway.jobs.settle();
      return /token=(\S+)/.exec(shops.gateway().letters.at(-1)?.text ?? '')?.[1] ?? expect.fail('no letter');
    });
    await shop.session.resetPassword({ token, password: demoPassword });
    await when(shop.session.$session, ({ value }) => value?.person === null);
    stop();
  });
});
