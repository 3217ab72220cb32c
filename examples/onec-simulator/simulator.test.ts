import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { createFileInbox } from '../../packages/gateway/src/node/file-inbox.js';
import { defineExchange, defineOrderExchange } from '../../packages/gateway/src/modules/exchange/types.js';
import { wellKnown } from '../../packages/gateway/src/demo/ids.js';
import { createBuyer } from '../../packages/gateway/test/buyer.js';
import { runScript, useServedGateway } from '../../packages/sdk/test/run-script.js';
import { Base, OneC, verify } from './index.mjs';

const login = { user: '1c', password: 'a-password-of-tests' };
const inbox = await mkdtemp(join(tmpdir(), 'kontor-inbox-'));
const orders = defineOrderExchange({ since: new Date('2026-11-16T00:00:00Z') });
const served = useServedGateway({
  settings: { oneC: { ...defineExchange(), login, allowsSplit: true, odata: null, orders } },
  deps: { inbox: createFileInbox(inbox) },
});
afterAll(() => rm(inbox, { recursive: true, force: true }));

it('exchanges with a gateway from the command line and agrees', { timeout: 300_000 }, async () => {
  const { url, gateway } = served();
  const buyer = await createBuyer(gateway, 'owner@stroymaster.example.test');
  await (await buyer.checkout([{ sku: wellKnown.packs, quantity: '20' }])).place();
  const script = { file: join(import.meta.dirname, 'bin.mjs') };
  const common = ['--demo', '--faults', '--seed', '7', '--interval', '0', '--state', 'onec.json'];
  const running = await runScript(script, served(), [
    ...['--url', url, '--password', login.password, ...common, '--rounds', '6'],
    ...['--buyer', 'owner@stroymaster.example.test'],
  ]);
  expect(await running.finished()).toMatch(/полная выгрузка[\s\S]*Сверено заказов: [1-9]\d*, расхождений: 0/);
  const kept = JSON.parse(await readFile(join(served().folder, 'onec.json'), 'utf8')) as { seed: number };
  expect(kept.seed).toBe(7);
});

describe('what should never come', () => {
  const line = (id: string, total: string) =>
    `<Товары><Товар><Ид>${id}</Ид><Наименование>Болт</Наименование><ЦенаЗаЕдиницу>10</ЦенаЗаЕдиницу><Количество>2</Количество><Сумма>${total}</Сумма></Товар></Товары>`;
  const document = (lines: string) =>
    `<Документ><Ид>ord_1</Ид><Номер>K-1</Номер><Дата>2026-11-16</Дата><Время>10:00:00</Время><ХозОперация>Заказ товара</ХозОперация><Валюта>RUB</Валюта><Сумма>20.00</Сумма><Контрагенты><Контрагент><Ид>c</Ид><Роль>Покупатель</Роль></Контрагент></Контрагенты>${lines}</Документ>`;

  /** A base that has taken orders of a site of a few lines. */
  async function after(documents: string): Promise<Base> {
    const base = new Base();
    const replies: Record<string, string> = {
      checkauth: 'success\nname\nvalue',
      init: 'zip=no\nfile_limit=1000000',
      query: `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация>${documents}</КоммерческаяИнформация>`,
    };
    const oneC = new OneC({
      base,
      url: () => 'http://site.test/exchange',
      ...login,
      knows: (id) => id === 'known',
      fetch: (input) =>
        Promise.resolve(
          new Response(replies[new URL(input as string).searchParams.get('mode') ?? ''] ?? 'success'),
        ),
    });
    expect(await oneC.exchangeOrders()).toBe(true);
    return base;
  }

  it('is not seen in an order that is right', async () => {
    const base = await after(document(line('known', '20.00')));
    expect([base.state.orders.length, base.state.errors]).toEqual([1, []]);
  });

  it('is told of goods that 1C has not', async () => {
    const { state } = await after(document(line('strange', '20.00')));
    expect(state.errors).toEqual([expect.stringContaining('"strange" (Болт) нет, создана новая')]);
  });

  it('is told of sums that do not add up', async () => {
    const { state } = await after(document(line('known', '19.00')));
    expect(state.errors).toHaveLength(2);
  });

  it('is one order only, however often it is sent', async () => {
    const once = document(line('known', '20.00'));
    expect((await after(once + once)).state.orders).toHaveLength(1);
  });

  it('is told of orders that the shop has otherwise or not at all', async () => {
    const base = await after(document(line('known', '20.00')));
    const order = { id: 'ord_1', number: 'K-1', provenance: 'online', documents: [], lines: [] };
    const wrong = verify(base, [{ ...order, status: 'shipped', totals: { total: '21.00' } }]);
    expect(wrong).toEqual(expect.arrayContaining(['Заказ K-1: в 1С placed, на сайте shipped']));
    expect([wrong.length, verify(base, []).length]).toEqual([3, 1]);
  });
});
