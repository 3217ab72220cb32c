import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ExchangeRun, Order } from '@kontor/contract';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createBuyer } from '../../../../test/buyer.js';
import { login, OneCClient } from '../../../../test/onec-client.js';
import { catalogueFile, offersFile } from '../../../../test/onec-files.js';
import { createTestGateway, type TestGateway } from '../../../../test/test-gateway.js';
import { wellKnown } from '../../../demo/ids.js';
import { createGateway } from '../../../gateway.js';
import { createFileInbox } from '../../../node/file-inbox.js';
import { createEvents } from '../../events/service.js';
import { createStock } from '../../stock/service.js';
import { createImportJob } from '../import-job.js';
import { alone } from '../pace.js';
import { noteFile } from '../read-file.js';
import { defineOneC } from '../../../settings.js';
import { runOf, sessionId } from './sessions.js';

let folder: string;
let shop: TestGateway;
let client: OneCClient;
let product = '';
let number = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontor-inbox-'));
  shop = await createTestGateway({
    settings: {
      oneC: defineOneC({ login }),
    },
    deps: { inbox: createFileInbox(folder) },
  });
  shop.gateway.jobs.start();
});
afterAll(async () => {
  await shop.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  client = new OneCClient((request) => shop.gateway.fetch(request));
  number += 1;
  product = `exchanged-${String(number)}`;
});

const nameOf = async (id: string): Promise<string | undefined> => {
  const row = await shop.database.database.system
    .selectFrom('product')
    .select('name')
    .where('external_id', '=', id)
    .executeTakeFirst();
  return row?.name.ru;
};

describe('1C', () => {
  it('signs in and is told its cookie', async () => {
    const [verdict, name, token, sessid] = await client.signIn('catalog');
    expect([verdict, name, sessid]).toEqual(['success', 'kontor_exchange', `sessid=${token ?? ''}`]);
  });

  it('is refused with a wrong password', async () => {
    const response = await client.send('type=catalog&mode=checkauth', {
      headers: { authorization: `Basic ${btoa('guess:guess')}` },
    });
    expect([response.status, (await response.text()).split('\n')[0]]).toEqual([401, 'failure']);
  });

  it('is told nothing without a session', async () => {
    expect((await client.call('type=sale&mode=query'))[0]).toBe('failure');
  });

  it('brings a catalogue in parts', async () => {
    await client.exchange([
      catalogueFile([{ id: product, name: 'Частями' }]),
      offersFile([{ id: product, prices: { retail: '10' } }]),
    ]);
    expect(await nameOf(product)).toBe('Частями');
  });

  it.each([
    ['changes', false, ['running', 'done', 'done']],
    ['everything', true, ['running', 'running', 'done']],
  ])(
    'that never says it is done with %s is done when nothing more comes',
    async (_what, isFull, statuses) => {
      await client.exchange([
        catalogueFile([{ id: product, name: 'Молча' }], { isFull }),
        offersFile([{ id: product, prices: { retail: '10' } }], { isFull }),
      ]);
      const { system } = shop.database.database;
      const { id } = await system
        .selectFrom('exchange_run')
        .select(({ fn }) => fn.max('id').as('id'))
        .executeTakeFirstOrThrow();
      const job = createImportJob({
        ...shop.deps,
        inbox: createFileInbox(folder),
        stock: createStock(shop.deps),
        events: createEvents(shop.deps.database, shop.deps.log),
        pace: alone,
      });
      const statusAfter = async (minutes: number) => {
        shop.clock.advance(minutes * 60_000);
        await job.run();
        const run = await system
          .selectFrom('exchange_run')
          .select('status')
          .where('id', '=', id)
          .executeTakeFirst();
        return run?.status;
      };
      expect([await statusAfter(1), await statusAfter(2), await statusAfter(14)]).toEqual(statuses);
    },
  );

  it('brings it once though replies were lost', async () => {
    const { bytes } = catalogueFile([{ id: product, name: 'Дважды' }]);
    await client.signIn('catalog');
    await client.call('type=catalog&mode=init');
    const part = (body: Uint8Array) => client.call('type=catalog&mode=file&filename=import.xml', { body });
    await part(bytes.slice(0, 500));
    await part(bytes.slice(0, 500));
    await part(bytes.slice(500));
    await part(bytes.slice(500));
    const [first, again] = [
      await client.import('catalog', 'import.xml'),
      await client.import('catalog', 'import.xml'),
    ];
    expect([first[0], again, await nameOf(product)]).toEqual(['success', first, 'Дважды']);
  });

  it('brings an archive whose files it asks for by name', async () => {
    const archive = zipSync({
      'webdata/import.xml': catalogueFile([{ id: product, name: 'Из архива' }]).bytes,
    });
    await client.signIn('catalog');
    await client.call('type=catalog&mode=init');
    await client.upload('catalog', 'v8_1A2B.zip', archive);
    expect([(await client.import('catalog', 'import.xml'))[0], await nameOf(product)]).toEqual([
      'success',
      'Из архива',
    ]);
  });

  it('is told that a file is broken, and nothing of it is shown', async () => {
    const { bytes } = catalogueFile([{ id: product, name: 'Обрыв' }]);
    await client.signIn('catalog');
    await client.upload('catalog', 'import.xml', bytes.slice(0, -40));
    expect([(await client.import('catalog', 'import.xml'))[0], await nameOf(product)]).toEqual([
      'failure',
      undefined,
    ]);
  });

  it('may use the split exchange', async () => {
    await client.signIn('catalog');
    expect(await client.call('type=catalog&mode=init&version=3.1')).toContain('version=3.1');
  });

  it('hears that an exchange is complete when all of it is published', async () => {
    await client.exchange([catalogueFile([{ id: product }])]);
    const { id } = await shop.database.database.system
      .selectFrom('exchange_run')
      .select('id')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const [verdict] = await client.call('type=catalog&mode=complete');
    const { status } = await shop.database.database.system
      .selectFrom('exchange_run')
      .select('status')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect([verdict, status]).toEqual(['success', 'done']);
  });

  it('sees nobody deactivated by an exchange of a few goods', async () => {
    await client.exchange([catalogueFile([{ id: product }], { isFull: true })]);
    const [verdict, reason] = await client.call('type=catalog&mode=deactivate');
    const { count } = await shop.database.database.system
      .selectFrom('variant')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('status', '=', 'active')
      .executeTakeFirstOrThrow();
    expect([verdict, count > 100, reason]).toEqual(['success', true, expect.anything()]);
  });

  it('finishes on another gateway what one that died had begun', async () => {
    const { bytes } = catalogueFile([{ id: product, name: 'Продолжено' }]);
    const [, , token = ''] = await client.signIn('catalog');
    await client.upload('catalog', 'import.xml', bytes);
    const { system } = shop.database.database;
    const now = shop.clock.now();
    const session = await sessionId(token);
    const run = await runOf(system, session, 'catalog', now);
    // As a gateway leaves it that was killed while it read: held until a time that has passed.
    await noteFile(system, { run, name: 'import.xml', now, inbox: { session, path: `${session}/1` } });
    await system
      .updateTable('exchange_file')
      .set({ status: 'reading', locked_until: new Date(now.getTime() - 1) })
      .where('session_id', '=', session)
      .execute();
    const other = createGateway(shop.deps);
    await other.jobs.settle();
    await other.close();
    expect([(await client.import('catalog', 'import.xml'))[0], await nameOf(product)]).toEqual([
      'success',
      'Продолжено',
    ]);
  });
});

/** Texts of documents, batch by batch, as UT 11 takes them: the next query confirms the last one. */
async function takeOrders(from: OneCClient): Promise<string[]> {
  await from.signIn('sale');
  await from.call('type=sale&mode=init');
  const documents: string[] = [];
  for (;;) {
    const text = await (await from.send('type=sale&mode=query')).text();
    const found = text.match(/<Документ>[\s\S]*?<\/Документ>/g) ?? [];
    if (found.length === 0) return documents;
    documents.push(...found);
  }
}

describe('orders', () => {
  it('reach 1C once, and come back with their status', async () => {
    const buyer = await createBuyer(shop, 'owner@stroymaster.example.test');
    const checkout = await buyer.checkout([{ sku: wellKnown.packs, quantity: '20' }]);
    const { body: order } = await checkout.place();
    const taken = (await takeOrders(client)).filter((document) => document.includes(order.number));
    const again = await takeOrders(new OneCClient((request) => shop.gateway.fetch(request)));
    expect([taken.length, again]).toEqual([1, []]);

    const posted =
      '<ЗначениеРеквизита><Наименование>Проведен</Наименование><Значение>true</Значение></ЗначениеРеквизита>';
    const told = (taken[0] ?? '').replace(/(<\/ЗначенияРеквизитов>\s*<\/Документ>)$/, `${posted}$1`);
    const file = `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.08">${told}</КоммерческаяИнформация>`;
    await client.signIn('sale');
    const [verdict] = await client.call('type=sale&mode=file&filename=orders.xml', { body: file });
    const { body: after } = await shop.request<Order>('GET', `/v1/orders/${order.id}`, {
      token: buyer.token,
    });
    expect([verdict, after.status]).toEqual(['success', 'confirmed']);
    const token = await shop.signIn('admin@kontor.example.test');
    const path = '/v1/backoffice/exchange/runs?limit=1';
    const { body: runs } = await shop.request<{ items: ExchangeRun[] }>('GET', path, { token });
    expect(runs.items[0]?.counts).toMatchObject({ documents: 1 });
    expect(await takeOrders(new OneCClient((request) => shop.gateway.fetch(request)))).toEqual([]);
  });

  it('stand in the journal when 1C has taken them, and an exchange without any does not', async () => {
    const token = await shop.signIn('admin@kontor.example.test');
    const newest = async () => {
      const path = '/v1/backoffice/exchange/runs?limit=1';
      return (await shop.request<{ items: ExchangeRun[] }>('GET', path, { token })).body.items[0];
    };
    await takeOrders(client);
    const buyer = await createBuyer(shop, 'owner@stroymaster.example.test');
    for (const quantity of ['20', '40'])
      await (await buyer.checkout([{ sku: wellKnown.packs, quantity }])).place();
    await takeOrders(client);
    const run = await newest();
    await takeOrders(new OneCClient((request) => shop.gateway.fetch(request)));
    expect(run).toMatchObject({ kind: 'sale', status: 'done', counts: { orders: 2 } });
    expect(await newest()).toEqual(run);
  });

  it('are an empty document and never an empty answer when there are none', async () => {
    await takeOrders(client);
    const text = await (await client.send('type=sale&mode=query')).text();
    expect(text).toMatch(/^<\?xml[\s\S]*<КоммерческаяИнформация/);
  });
});
