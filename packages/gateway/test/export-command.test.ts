import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { readCommerceML, type DocumentRecord } from '@kontor/commerceml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { addTestOrder } from '../src/modules/exchange/orders/order-rows.test-data.js';
import { createCommandLine, type CommandLine } from './command-line.js';

/** Each command opens a database of its own. */
const timeout = 120_000;
const placedAt = new Date('2032-03-01T09:00:00Z');

let kontor: CommandLine;
let older = '';
let newer = '';

beforeAll(async () => {
  kontor = await createCommandLine();
  await kontor.look(async ({ system }) => {
    older = (await addTestOrder(system, { placedAt })).id;
    newer = (await addTestOrder(system, { placedAt: new Date('2032-04-01T09:00:00Z') })).id;
  });
});
afterAll(() => kontor.remove());

async function ordersIn(document: Uint8Array): Promise<DocumentRecord[]> {
  const found: DocumentRecord[] = [];
  for await (const record of readCommerceML(document)) if (record.type === 'document') found.push(record);
  return found.filter(({ id }) => id === older || id === newer);
}

const idsIn = async (document: Uint8Array): Promise<string[]> =>
  (await ordersIn(document)).map(({ id }) => id);

describe('kontor export orders', { timeout }, () => {
  it('writes what 1C does not have and marks nothing', async () => {
    const first = await kontor.run('export', 'orders');
    expect([first.status, first.errors]).toEqual([0, expect.stringContaining('Nothing is marked')]);
    expect(await idsIn(first.bytes)).toEqual([older, newer]);
    expect(await idsIn((await kontor.run('export', 'orders')).bytes)).toEqual([older, newer]);
  });

  it('narrows by date, in the encoding and schema of the arguments', async () => {
    const path = join(kontor.folder, 'orders.xml');
    const { out } = await kontor.run(
      ...['export', 'orders', '--out', path, '--since', '2032-03-15'],
      ...['--encoding', 'windows-1251', '--schema', '3.1'],
    );
    const document = await readFile(path);
    expect(out).toBe('');
    expect(await idsIn(document)).toEqual([newer]);
    const text = new TextDecoder('windows-1251').decode(document);
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="windows-1251"\?>\s*<КоммерческаяИнформация[^>]*="3\.1"/,
    );
    expect(text).toContain('<Контейнер>');
  });

  it('refuses what it does not understand', async () => {
    const wrong = await kontor.run('export', 'orders', '--encoding', 'koi8-r');
    expect([wrong.status, wrong.errors]).toEqual([1, '--encoding takes utf-8 or windows-1251\n']);
    expect((await kontor.run('export', 'companies')).status).toBe(1);
  });

  it('marks nothing when the file cannot be written', async () => {
    const { status } = await kontor.run(
      'export',
      'orders',
      '--confirm',
      '--out',
      join(kontor.folder, 'no/where.xml'),
    );
    expect(status).toBe(1);
    expect(await idsIn((await kontor.run('export', 'orders')).bytes)).toEqual([older, newer]);
  });

  it('marks orders as taken when it is told to', async () => {
    const taken = await kontor.run('export', 'orders', '--confirm');
    expect(await idsIn(taken.bytes)).toEqual([older, newer]);
    expect(await idsIn((await kontor.run('export', 'orders')).bytes)).toEqual([]);
  });

  it('leaves statuses to come back in a file', async () => {
    const answer = `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.08"><Документ><Ид>${older}</Ид>
      <ХозОперация>Заказ товара</ХозОперация><Роль>Продавец</Роль><ЗначенияРеквизитов><ЗначениеРеквизита>
      <Наименование>Отгружен</Наименование><Значение>true</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></Документ></КоммерческаяИнформация>`;
    const path = await kontor.write('answer.xml', answer);
    expect((await kontor.run('import', path)).out).toContain('Documents: 1 changed.');
    expect((await kontor.run('import', path)).out).toContain('Documents: 1 as they were.');
    const status = await kontor.look(async ({ system }) =>
      system.selectFrom('orders').select('status').where('id', '=', older).executeTakeFirstOrThrow(),
    );
    expect(status).toEqual({ status: 'shipped' });
  });
});
