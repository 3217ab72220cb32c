import { expect, test } from 'vitest';

import { useTestShops } from '../test/test-shop.js';
import { when } from './when.js';

const shops = useTestShops();
const settled = ({ status }: { status: string }): boolean => status !== 'loading';

test('the balance is asked for by those who may see it', async () => {
  const shop = await shops.signedIn();
  const { $state } = shop.company.balance;
  const stop = $state.listen(() => undefined);
  expect(await when($state, settled)).toMatchObject({
    status: 'ready',
    value: { creditLimit: { currency: 'RUB' } },
  });
  stop();
});

test.each(['buyer@stroymaster.example.test', undefined])(
  'the balance is not asked for on behalf of %s',
  async (email) => {
    const shop = email === undefined ? shops.open() : await shops.signedIn(email);
    const { $state } = shop.company.balance;
    const stop = $state.listen(() => undefined);
    expect(await when($state, settled)).toMatchObject({ status: 'ready', value: null });
    expect(shop.requests).not.toContain('GET /v1/company/balance');
    stop();
  },
);

test('the balance of the former buyer is not shown to the next', async () => {
  const shop = await shops.signedIn();
  const { $state } = shop.company.balance;
  const stop = $state.listen(() => undefined);
  await when($state, ({ value }) => value !== undefined);
  shop.cut = { path: /balance/, when: 'before' };
  await shop.session.signIn({ email: 'owner@metiz.example.test', password: 'kontor-demo-2026' });
  expect(await when($state, ({ status }) => status === 'failed')).toMatchObject({ value: undefined });
  stop();
});

test('a wish for a call tells who will call', async () => {
  const shop = await shops.signedIn();
  const answer = await shop.company.callMe({ phone: '+7 900 000-00-00' });
  expect(answer).toEqual({ managerName: 'Игорь Савельев' });
});

test('a wish whose answer was lost is sent once', async () => {
  const shop = await shops.signedIn('owner@metiz.example.test');
  const wish = { phone: '+7 900 000-00-00', note: 'once' };
  shop.cut = { path: /call-me/, when: 'after' };
  await expect(shop.company.callMe(wish)).rejects.toThrow();
  shop.cut = undefined;
  await shop.company.callMe(wish);
  const { system } = shops.gateway().database.database;
  const kept = await system.selectFrom('call_request').select('id').where('note', '=', 'once').execute();
  expect(kept).toHaveLength(1);
});

test('a request for access whose answer was lost is sent once, and staff are told', async () => {
  const shop = shops.open();
  const request = { name: 'Пётр', contact: '+7 900 111-22-33', message: 'ООО «Шуруп»' };
  shop.cut = { path: /access-requests/, when: 'after' };
  await expect(shop.company.requestAccess(request)).rejects.toThrow();
  shop.cut = undefined;
  await shop.company.requestAccess(request);
  const { system } = shops.gateway().database.database;
  expect(await system.selectFrom('access_request').select('name').execute()).toEqual([{ name: 'Пётр' }]);
});
