import { ShopEvent, type Member, type Page } from '@kontor/contract';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';

import { createBuyer } from '../../../test/buyer.js';
import { readEvents, type EventReader } from '../../../test/event-reader.js';
import { engine } from '../../../test/test-database.js';
import { useTestGateway } from '../../../test/test-gateway.js';
import { wellKnown } from '../../demo/ids.js';
import { createGateway } from '../../gateway.js';
import { announce, createEvents } from './service.js';
import type { TradeChange } from './types.js';

const heartbeat = 100;
const gateway = useTestGateway({ deps: { streamLimits: { heartbeat, overall: 30 } } });
const owner = 'owner@stroymaster.example.test';
const colleague = 'buyer@stroymaster.example.test';

async function listen(token: string, after?: string, on = gateway().gateway): Promise<EventReader> {
  const response = await on.fetch(
    new Request('http://gateway.test/v1/events', {
      headers: {
        authorization: `Bearer ${token}`,
        ...(after === undefined ? {} : { 'last-event-id': after }),
      },
    }),
  );
  return readEvents(response);
}

async function companyOf(token: string): Promise<string> {
  const { body } = await gateway().request<{ context: { companyId: string } }>('GET', '/v1/session', {
    token,
  });
  return body.context.companyId;
}

/** Publishes a status of an order in a transaction of its own. */
async function publish(companyId: string, orderId: string, memberId: string | null = null): Promise<void> {
  const { database, clock } = gateway().deps;
  const events = createEvents(database, gateway().deps.log);
  await database.system
    .transaction()
    .execute((db) =>
      events.publish(
        { db, now: clock.now() },
        { companyId, about: 'order', memberId },
        { type: 'order.status', orderId, number: 'K-1', status: 'confirmed' },
      ),
    );
}

/** Tells of changed prices or stock in a transaction of its own. */
async function tellTrade(...changes: TradeChange[]): Promise<void> {
  const { database, clock } = gateway().deps;
  await database.system.transaction().execute((db) => announce({ db, now: clock.now() }, changes));
}

const orderIds = (events: ShopEvent[]) =>
  events.map((event) => ('orderId' in event ? event.orderId : event.type));

describe('a stream of events', () => {
  it('tells of an order that a colleague places', async () => {
    const reader = await listen(await gateway().signIn(owner));
    const buyer = await createBuyer(gateway(), colleague);
    const checkout = await buyer.checkout([{ sku: wellKnown.packs, quantity: '20' }]);
    const order = await checkout.place();
    const [event] = await reader.take(1);
    expect(event).toMatchObject({ type: 'order.placed', orderId: order.body.id, number: order.body.number });
    expect(ShopEvent.safeParse(event).success).toBe(true);
    await reader.cancel();
  });

  it('goes on after the last event that was seen', async () => {
    const token = await gateway().signIn(owner);
    const company = await companyOf(token);
    const reader = await listen(token);
    for (const id of ['ord_1', 'ord_2', 'ord_3']) await publish(company, id);
    const [first] = await reader.take(1);
    await reader.cancel();
    const again = await listen(token, first?.id);
    expect(orderIds(await again.take(2))).toEqual(['ord_2', 'ord_3']);
    await again.cancel();
  });

  it('begins now for a cursor of the future', async () => {
    const token = await gateway().signIn(owner);
    const reader = await listen(token, '999999999999');
    await publish(await companyOf(token), 'ord_after_restore');
    expect(orderIds(await reader.take(1))).toEqual(['ord_after_restore']);
    await reader.cancel();
  });

  it('keeps quiet connections open with heartbeats', async () => {
    const reader = await listen(await gateway().signIn(owner));
    await reader.until(': still here');
    expect(reader.response.headers.get('cache-control')).toBe('private, no-store');
    await reader.cancel();
  });

  it('opens nothing for a HEAD request', async () => {
    const answer = await gateway().request('HEAD', '/v1/events', { token: await gateway().signIn(owner) });
    expect([answer.status, answer.headers.get('content-type'), answer.text]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      '',
    ]);
  });
});

describe('who hears what', () => {
  it('is nobody of another company', async () => {
    const stranger = await gateway().signIn('owner@metiz.example.test');
    const reader = await listen(stranger);
    await publish(await companyOf(await gateway().signIn(owner)), 'ord_secret');
    await publish(await companyOf(stranger), 'ord_own');
    expect(orderIds(await reader.take(1))).toEqual(['ord_own']);
    await reader.cancel();
  });

  it('is only the person for personal events', async () => {
    const [token, other] = [await gateway().signIn(owner), await gateway().signIn(colleague)];
    const [own, others] = [await listen(token), await listen(other)];
    const buyer = await createBuyer(gateway(), owner);
    await buyer.checkout([{ sku: wellKnown.packs, quantity: '20' }]);
    await publish(await companyOf(token), 'ord_end');
    expect((await own.take(1))[0]?.type).toBe('cart.changed');
    expect(orderIds(await others.take(1))).toEqual(['ord_end']);
    await Promise.all([own.cancel(), others.cancel()]);
  });

  it('is not a member who may see no orders', async () => {
    const token = await gateway().signIn('viewer@stroymaster.example.test');
    const company = await companyOf(token);
    const { text } = await heardUntilEnd(token, () => publish(company, 'ord_unseen'));
    expect(text).not.toContain('ord_unseen');
  });

  it('is the member itself when only own orders may be seen', async () => {
    const { database, request } = gateway();
    const ownerToken = await gateway().signIn(owner);
    const members = await request<Page<Member>>('GET', '/v1/company/members', { token: ownerToken });
    const member = members.body.items.find(({ email }) => email === colleague);
    await request('PATCH', `/v1/company/members/${member?.id ?? ''}`, {
      token: ownerToken,
      body: { overrides: { seeOrders: 'own' } },
    });
    const token = await gateway().signIn(colleague);
    const company = await companyOf(token);
    const reader = await listen(token);
    await publish(company, 'ord_of_another', 'mem_another');
    await publish(company, 'ord_own', member?.id ?? '');
    expect(orderIds(await reader.take(1))).toEqual(['ord_own']);
    await reader.cancel();
    await database.database.system
      .updateTable('member')
      .set({ overrides: '{}' })
      .where('id', '=', member?.id ?? '')
      .execute();
  });

  /** Listens while something happens, then signs out, and gives everything that was heard. */
  async function heardUntilEnd(token: string, happen: () => Promise<void>): Promise<{ text: string }> {
    const reader = await listen(token);
    await happen();
    await gateway().request('POST', '/v1/session/sign-out', { token });
    return { text: await reader.rest() };
  }
});

describe('prices and stock that changed', () => {
  it('are told to all companies', async () => {
    const tokens = [await gateway().signIn(owner), await gateway().signIn('owner@metiz.example.test')];
    const readers = await Promise.all(tokens.map((token) => listen(token)));
    await tellTrade('prices.changed', 'stock.changed');
    for (const reader of readers) {
      const events = await reader.take(2);
      expect(events.map(({ type }) => type)).toEqual(['prices.changed', 'stock.changed']);
      expect(events.every((event) => ShopEvent.safeParse(event).success)).toBe(true);
      await reader.cancel();
    }
  });

  it('are told to nobody who may not see them', async () => {
    const token = await gateway().signIn('requester@lokon.example.test');
    const reader = await listen(token);
    await tellTrade('prices.changed', 'stock.changed');
    await publish(await companyOf(token), 'ord_end');
    // The requester sees no prices, and of orders only their own.
    expect((await reader.take(1))[0]?.type).toBe('stock.changed');
    await reader.cancel();
  });

  it('are told once, in their place, to whoever comes back', async () => {
    const token = await gateway().signIn(owner);
    const company = await companyOf(token);
    const reader = await listen(token);
    await publish(company, 'ord_1');
    const [first] = await reader.take(1);
    await reader.cancel();
    await tellTrade('prices.changed');
    await publish(company, 'ord_2');
    await tellTrade('prices.changed');
    await publish(company, 'ord_3');
    const again = await listen(token, first?.id);
    const seen = await again.take(3);
    expect(orderIds(seen)).toEqual(['ord_2', 'prices.changed', 'ord_3']);
    await again.cancel();
    const last = await listen(token, seen[1]?.id);
    expect(orderIds(await last.take(1))).toEqual(['ord_3']);
    await last.cancel();
  });

  it('push nothing out of a crowd of events', async () => {
    const token = await gateway().signIn(owner);
    const company = await companyOf(token);
    const cursor = await lastPlace();
    const before = Array.from({ length: 130 }, (_, index) => `ord_crowd_${String(index)}`);
    for (const id of before) await publish(company, id);
    await tellTrade('stock.changed');
    const again = await listen(token, cursor);
    expect(orderIds(await again.take(131))).toEqual([...before, 'stock.changed']);
    await again.cancel();
  });

  async function lastPlace(): Promise<string> {
    const { rows } = await sql<{ last: string }>`
      select greatest((select max(seq) from event), (select max(seq) from trade_change)) as last`.execute(
      gateway().deps.database.system,
    );
    return String(rows[0]?.last ?? 0);
  }
});

describe('a stream ends', () => {
  it('with its session', async () => {
    const token = await gateway().signIn(owner);
    const reader = await listen(token);
    await gateway().request('POST', '/v1/session/sign-out', { token });
    await publish(await companyOf(await gateway().signIn(owner)), 'ord_after_sign_out');
    expect(await reader.rest()).not.toContain('ord_after_sign_out');
  });

  it('when the session acts for another company', async () => {
    const token = await gateway().signIn('buyer2@stroymaster.example.test');
    const { body } = await gateway().request<{ companies: { id: string }[] }>('GET', '/v1/session', {
      token,
    });
    const [former, next] = body.companies.map(({ id }) => id);
    const select = (companyId = '') =>
      gateway().request('POST', '/v1/session/company', { token, body: { companyId } });
    await select(former);
    const reader = await listen(token);
    await select(next);
    await publish(former ?? '', 'ord_of_the_former_company');
    expect(await reader.rest()).not.toContain('ord_of_the_former_company');
  });

  it('when its reader lags behind', async () => {
    const { deps } = gateway();
    const narrow = createGateway({ ...deps, streamLimits: { heartbeat, lag: 600 } });
    const token = await gateway().signIn(owner);
    const reader = await listen(token, undefined, narrow);
    const company = await companyOf(token);
    for (let index = 0; index < 20; index += 1) await publish(company, `ord_many_${String(index)}`);
    await new Promise((resolve) => setTimeout(resolve, 3 * heartbeat));
    const text = await reader.rest();
    expect([text.includes('ord_many_0'), text.includes('ord_many_19')]).toEqual([true, false]);
    await narrow.close();
  });

  it('when the gateway is about to stop', async () => {
    const { deps } = gateway();
    const stopping = createGateway(deps);
    const reader = await listen(await gateway().signIn(owner), undefined, stopping);
    stopping.drain();
    expect(await reader.rest()).toContain('retry:');
    await stopping.close();
  });
});

describe('bounds', () => {
  it('refuse the eleventh stream of a session', async () => {
    const token = await gateway().signIn(owner);
    const readers = [];
    for (let index = 0; index < 10; index += 1) readers.push(await listen(token));
    const refused = await gateway().request<{ code: string }>('GET', '/v1/events', { token });
    expect([refused.status, refused.body.code]).toEqual([429, 'too_many_requests']);
    await Promise.all(readers.map((reader) => reader.cancel()));
  });

  it('refuse streams beyond what the gateway can hold', async () => {
    const small = createGateway({ ...gateway().deps, streamLimits: { heartbeat, overall: 1 } });
    const token = await gateway().signIn(owner);
    const reader = await listen(token, undefined, small);
    const refused = await small.fetch(
      new Request('http://gateway.test/v1/events', { headers: { authorization: `Bearer ${token}` } }),
    );
    expect(refused.status).toBe(503);
    await reader.cancel();
    await small.close();
  });

  it('forget events of four days ago', async () => {
    const { database, clock, gateway: server } = gateway();
    const token = await gateway().signIn(owner);
    await publish(await companyOf(token), 'ord_old');
    clock.advance(4 * 86_400_000);
    await server.jobs.settle();
    const old = await database.database.system
      .selectFrom('event')
      .select('id')
      .where('at', '<', clock.now())
      .execute();
    expect(old).toEqual([]);
  });
});

describe.runIf(engine === 'postgres')('several gateways on one database', () => {
  it('tell each other what happened', async () => {
    const { deps } = gateway();
    const other = createGateway(deps);
    const token = await gateway().signIn(owner);
    const reader = await listen(token, undefined, other);
    const buyer = await createBuyer(gateway(), colleague);
    const order = await (await buyer.checkout([{ sku: wellKnown.packs, quantity: '20' }])).place();
    expect(orderIds(await reader.take(1))).toEqual([order.body.id]);
    await reader.cancel();
    await other.close();
  });

  it('skip nothing when the first writer commits last', async () => {
    const { deps, clock } = gateway();
    const token = await gateway().signIn(owner);
    const companyId = await companyOf(token);
    const events = createEvents(deps.database, deps.log);
    const reader = await listen(token);
    let commitFirst: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (commitFirst = resolve));
    let hasWritten: () => void = () => undefined;
    const written = new Promise<void>((resolve) => (hasWritten = resolve));
    const first = deps.database.system.transaction().execute(async (db) => {
      await events.publish(
        { db, now: clock.now() },
        { companyId },
        { type: 'order.status', orderId: 'ord_slow', number: 'K-1', status: 'confirmed' },
      );
      hasWritten();
      await waiting;
    });
    await written;
    await publish(companyId, 'ord_quick');
    const [seen] = await reader.take(1);
    await reader.cancel();
    commitFirst();
    await first;
    const again = await listen(token, seen?.id);
    expect([...orderIds(seen ? [seen] : []), ...orderIds(await again.take(1))]).toEqual([
      'ord_quick',
      'ord_slow',
    ]);
    await again.cancel();
  });

  it('give places in the order of commits under load', async () => {
    const { deps } = gateway();
    const token = await gateway().signIn(owner);
    const companyId = await companyOf(token);
    const readers = [await listen(token), await listen(token)];
    const ids = Array.from({ length: 60 }, (_, index) => `ord_load_${String(index)}`);
    const events = createEvents(deps.database, deps.log);
    await Promise.all(
      ids.map((orderId, index) =>
        deps.database.system.transaction().execute(async (db) => {
          await events.publish(
            { db, now: gateway().clock.now() },
            { companyId },
            { type: 'order.status', orderId, number: 'K-1', status: 'confirmed' },
          );
          // Some hold their transaction open after they have written.
          await sql`select pg_sleep(${(index % 7) / 200})`.execute(db);
        }),
      ),
    );
    for (const reader of readers) {
      const seen = orderIds(await reader.take(ids.length));
      expect([...seen].sort()).toEqual([...ids].sort());
      await reader.cancel();
    }
  });
});
