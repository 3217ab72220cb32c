import {
  operations,
  type CallRequest,
  type CallRequested,
  type Problem,
  type SignedIn,
} from '@kontor/contract';
import { beforeEach, describe, expect, it } from 'vitest';

import { createBuyer } from '../../../test/buyer.js';
import { useTestGateway, type TestAnswer } from '../../../test/test-gateway.js';
import { demoCompanies, largestProduct, wellKnown } from '../../demo/ids.js';

const gateway = useTestGateway();
const { path } = operations.company.callMe;
const phone = '+7 912 345-67-89';
const owner = 'owner@stroymaster.example.test';

const ask = (token: string, body: Partial<CallRequest>, key?: string) =>
  gateway().request<CallRequested & Problem>('POST', path, {
    token,
    body: { phone, ...body },
    headers: key === undefined ? {} : { 'idempotency-key': key },
  });
const system = () => gateway().database.database.system;
const stored = () => system().selectFrom('call_request').selectAll().execute();
const said = ({ status, body }: TestAnswer<CallRequested & Problem>) => [status, body.code, body.pointer];

/** What has been sent since the last look. */
async function letters(): Promise<{ to: string; subject: string; text: string }[]> {
  await gateway().gateway.jobs.settle();
  return gateway().letters.splice(0);
}

beforeEach(async () => {
  await letters();
  await system().deleteFrom('call_request').execute();
  await system().deleteFrom('rate_limit').execute();
});

describe('a wish for a call', () => {
  it('reaches the manager with all that is known', async () => {
    const token = await gateway().signIn(owner);
    const answer = await ask(token, {
      note: 'Нужно 2 000 штук к пятнице',
      about: { productId: largestProduct, sku: wellKnown.packs, query: 'болт м8' },
    });
    expect([answer.status, answer.body]).toEqual([202, { managerName: 'Игорь Савельев' }]);
    const [letter, ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      to: 'manager@kontor.example.test',
      subject: 'Просят перезвонить: Андрей Мастеров, ООО «СтройМастер»',
    });
    for (const part of [phone, owner, wellKnown.packs, 'Нужно 2 000 штук к пятнице', 'болт м8'])
      expect(letter?.text).toContain(part);
  });

  it('names the order or the cart in question', async () => {
    const buyer = await createBuyer(gateway(), owner);
    const { cartId } = await buyer.checkout([{ sku: wellKnown.tiers, quantity: '100' }]);
    const placed = await (await buyer.checkout([{ sku: wellKnown.tiers, quantity: '100' }])).place();
    await letters();
    await ask(buyer.token, { about: { cartId, orderId: placed.body.id } });
    const [letter] = await letters();
    expect(letter?.text).toContain('О корзине: строк — 1');
    expect(letter?.text).toContain(`О заказе: ${placed.body.number}`);
  });

  it('tells nobody who must not know a price', async () => {
    const buyer = await createBuyer(gateway(), owner);
    const { cartId, total } = await buyer.checkout([{ sku: wellKnown.tiers, quantity: '100' }]);
    await ask(buyer.token, { about: { cartId } });
    const [letter] = await letters();
    expect(letter?.text).toContain('О корзине');
    expect(letter?.text).not.toMatch(new RegExp(`${total.amount}|₽|RUB`));
  });

  it('goes to the seller where the company has no manager', async () => {
    await system()
      .updateTable('company')
      .set({ manager_id: null })
      .where('id', '=', demoCompanies.metiz)
      .execute();
    const token = await gateway().signIn('owner@metiz.example.test');
    const { sellerId } = await system()
      .selectFrom('company')
      .select('seller_id as sellerId')
      .where('id', '=', demoCompanies.metiz)
      .executeTakeFirstOrThrow();
    await system()
      .updateTable('seller')
      .set({ channel: JSON.stringify({ kind: 'email', to: 'seller@kontor.example.test' }) })
      .where('id', '=', sellerId)
      .execute();
    expect((await ask(token, {})).body).toEqual({ managerName: null });
    expect((await letters()).map(({ to }) => to)).toEqual(['seller@kontor.example.test']);
  });

  it('goes to the admins where there is no other address', async () => {
    await system().updateTable('company').set({ manager_id: null }).execute();
    await system()
      .updateTable('seller')
      .set({ channel: JSON.stringify({ kind: 'none' }) })
      .execute();
    const token = await gateway().signIn('owner@metiz.example.test');
    expect((await ask(token, {})).status).toBe(202);
    expect((await letters()).map(({ to }) => to)).toEqual(['admin@kontor.example.test']);
    await system().updateTable('company').set({ manager_id: 'per_manager' }).execute();
  });

  it('is sent once however often the same key comes', async () => {
    const token = await gateway().signIn(owner);
    const answers = [await ask(token, {}, 'call-me-key-1'), await ask(token, {}, 'call-me-key-1')];
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await letters()).toHaveLength(1);
  });

  it('keeps the number of who had none', async () => {
    const token = await gateway().signIn('buyer@stroymaster.example.test');
    const people = () => system().updateTable('person').where('id', '=', 'per_stroymaster-buyer');
    await people().set({ phone: null }).execute();
    await ask(token, {});
    const { body } = await gateway().request<SignedIn['session']>('GET', '/v1/session', { token });
    expect(body.person?.phone).toBe(phone);
    await ask(token, { phone: '+7 900 111-11-11' });
    const again = await gateway().request<SignedIn['session']>('GET', '/v1/session', { token });
    expect(again.body.person?.phone).toBe(phone);
  });

  it('stands in the audit log without a number', async () => {
    const token = await gateway().signIn(owner);
    await ask(token, { note: 'тайна', about: { sku: wellKnown.packs } });
    const entry = await system()
      .selectFrom('audit_entry')
      .select(['action', 'person_id as person', 'details'])
      .where('subject', '=', (await stored())[0]?.id ?? '')
      .executeTakeFirstOrThrow();
    expect(entry).toEqual({
      action: 'call.requested',
      person: 'per_stroymaster-owner',
      details: { about: ['sku'] },
    });
    expect(gateway().logged.join('\n')).not.toMatch(/тайна|912 345/);
  });

  it('is forgotten after a month', async () => {
    const token = await gateway().signIn(owner);
    await ask(token, {});
    gateway().clock.advance(31 * 86_400_000);
    await gateway().gateway.jobs.settle();
    expect(await stored()).toEqual([]);
  });
});

describe('a wish is refused', () => {
  it('to visitors', async () => {
    const { status, body } = await gateway().request<Problem>('POST', path, { body: { phone } });
    expect([status, body.code]).toEqual([401, 'unauthenticated']);
  });

  it('after five in an hour, for that person alone', async () => {
    const token = await gateway().signIn(owner);
    const codes: (string | undefined)[] = [];
    for (let times = 0; times < 6; times += 1) codes.push((await ask(token, {})).body.code);
    expect(codes).toEqual([...Array<undefined>(5).fill(undefined), 'too_many_requests']);
    expect((await ask(await gateway().signIn('buyer@stroymaster.example.test'), {})).status).toBe(202);
    gateway().clock.advance(3_600_000);
    expect((await ask(token, {})).status).toBe(202);
  });

  it.each(['', 'call me', '12 34', `+7 900 000-00-00\nBcc: x`, '1'.repeat(41)])(
    'for the number %j',
    async (wrong) => {
      const token = await gateway().signIn(owner);
      const answer = await ask(token, { phone: wrong });
      expect(said(answer)).toEqual([422, 'invalid_request', '/phone']);
    },
  );

  it('about what the caller does not see, as about what is unknown', async () => {
    const foreign = await createBuyer(gateway(), 'buyer@competitor.example.test');
    const open = await foreign.checkout([{ sku: wellKnown.tiers, quantity: '1000' }]);
    const placed = await (await foreign.checkout([{ sku: wellKnown.tiers, quantity: '1000' }])).place();
    await letters();
    const token = await gateway().signIn(owner);
    const hidden: [string, string, string][] = [
      ['sku', wellKnown.private, 'no-such-sku'],
      ['cartId', open.cartId, 'crt_none'],
      ['orderId', placed.body.id, 'ord_none'],
      ['productId', 'prd_none', 'prd_nothing'],
    ];
    for (const [field, foreignId, unknownId] of hidden) {
      await system().deleteFrom('rate_limit').execute();
      const answers = [foreignId, unknownId].map((id) => ask(token, { about: { [field]: id } }));
      for (const answer of await Promise.all(answers))
        expect(said(answer), field).toEqual([404, 'not_found', `/about/${field}`]);
    }
    expect([await stored(), await letters()]).toEqual([[], []]);
  });

  it('when nobody could hear of it', async () => {
    await system().updateTable('company').set({ manager_id: null }).execute();
    await system().updateTable('person').set({ staff_role: null }).where('id', '=', 'per_admin').execute();
    const answer = await ask(await gateway().signIn('owner@metiz.example.test'), {});
    expect(said(answer).slice(0, 2)).toEqual([503, 'unavailable']);
    expect(await stored()).toEqual([]);
  });
});
