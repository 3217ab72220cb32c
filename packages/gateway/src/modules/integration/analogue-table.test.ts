import type { Analogue } from '@kontor/contract';
import { beforeAll, describe, expect, it } from 'vitest';

import { catalogueFile, offersFile } from '../../../test/onec-files.js';
import { useTestGateway } from '../../../test/test-gateway.js';
import { importFiles } from '../exchange/import-files.js';
import { defineExchange } from '../exchange/settings.js';
import { readAnalogueTable } from './analogue-table.js';
import { applyAnalogueTable } from './apply-analogue-table.js';

const shop = useTestGateway();
const database = () => shop().database.database.system;
const [bolt, screw, nut] = ['ТБ-100', 'ТВ-200', 'ТГ-300'];
let token = '';

const apply = (
  lines: readonly string[],
  { head = 'Артикул;Аналог;Вид;Коэффициент', isEverything = false } = {},
) => {
  const table = readAnalogueTable(new TextEncoder().encode([head, ...lines].join('\n')));
  return database()
    .transaction()
    .execute((db) =>
      applyAnalogueTable({ db, now: shop().clock.now() }, table, { name: 'analogues.csv', isEverything }),
    );
};
const analoguesOf = async (sku: string) => {
  const path = `/v1/variants/${encodeURIComponent(sku)}/analogues`;
  const { body } = await shop().request<{ items: Analogue[] }>('GET', path, { token });
  return body.items.map(({ variant, reason, ratio }) => [variant.sku, reason, ratio]);
};

beforeAll(async () => {
  token = await shop().signIn('owner@stroymaster.example.test');
  const goods = catalogueFile([
    { id: 'tbl-bolt', article: bolt, more: '<Аналоги><Аналог><Ид>tbl-nut</Ид></Аналог></Аналоги>' },
    { id: 'tbl-screw', article: screw },
    { id: 'tbl-nut', article: nut },
    { id: 'tbl-many', article: 'ТМ-400' },
  ]);
  const sizes = offersFile([
    { id: 'tbl-many#s', options: { Размер: 'S' } },
    { id: 'tbl-many#l', options: { Размер: 'L' } },
  ]);
  await importFiles(database(), [goods, sizes], { settings: defineExchange(), now: shop().clock.now() });
});

describe('a table of analogues', () => {
  it('adds to what 1C tells, by SKU or id', async () => {
    const { changed, problems } = await apply([
      `${bolt};${screw};дешевле;2`,
      'tbl-screw;tbl-many#l;новее;',
      `тб 100;tbl-many#s;;1,5`,
    ]);
    expect([changed, problems]).toEqual([2, []]);
    expect(await analoguesOf(bolt)).toEqual([
      [nut, 'equivalent', '1'],
      [screw, 'cheaper', '2'],
      ['ТМ-400-S', 'equivalent', '1.5'],
    ]);
    expect(await analoguesOf(screw)).toEqual([['ТМ-400-L', 'newer', '1']]);
  });

  it('changes nothing when it comes again', async () => {
    const lines = [`${bolt};${screw};дешевле;2`, `${screw};${nut};;`];
    await apply(lines);
    expect(await apply(lines)).toMatchObject({ changed: 0, unchanged: 2, problems: [] });
  });

  it('tells lines that it cannot take, and takes the others', async () => {
    const { problems } = await apply([
      `${screw};нет такого;;`,
      `${screw};ТМ400;;`,
      `${screw};tbl-many;;`,
      `${screw};tbl-screw;;`,
      `${screw};;;`,
      `${screw};${bolt};лучше;`,
      `${screw};${bolt};;0`,
      `${screw};${nut};конкурент;`,
      `${screw};${nut};;`,
    ]);
    expect(problems.map(({ line, code, recordId }) => [line, code, recordId])).toEqual([
      [2, 'unknown_variant', 'нет такого'],
      [3, 'unknown_variant', 'ТМ400'],
      [4, 'ambiguous_variant', 'tbl-many'],
      [5, 'self_reference', 'tbl-screw'],
      [6, 'incomplete_line', screw],
      [7, 'unknown_reason', bolt],
      [8, 'wrong_ratio', bolt],
      [10, 'told_twice', nut],
    ]);
    expect(await analoguesOf(screw)).toEqual([[nut, 'competitor', '1']]);
  });

  it('stands in the journal with the lines that were left out', async () => {
    const { run } = await apply([`${screw};никого;;`]);
    const admin = await shop().signIn('admin@kontor.example.test');
    const { body } = await shop().request<{ items: object[] }>(
      'GET',
      `/v1/backoffice/exchange/runs/${String(run)}/problems`,
      { token: admin },
    );
    expect(body.items).toMatchObject([
      { code: 'unknown_variant', file: 'analogues.csv', line: 2, recordId: 'никого' },
    ]);
  });

  it('that is everything takes the analogues of others away', async () => {
    await apply([`${bolt};${screw};;`, `${screw};${bolt};;`]);
    await apply([`SKU-LESS;${screw}`, `${screw};${bolt}`], { head: 'sku;analogue', isEverything: true });
    expect(await analoguesOf(bolt)).toEqual([[nut, 'equivalent', '1']]);
    expect(await analoguesOf(screw)).toEqual([[bolt, 'equivalent', '1']]);
  });

  it('is refused when its first line names no columns', () => {
    expect(() => readAnalogueTable(new TextEncoder().encode('ТБ-100;ТВ-200'))).toThrow('"ТБ-100", "ТВ-200"');
  });

  it('may have columns that mean nothing here', () => {
    const table = readAnalogueTable(new TextEncoder().encode('Комментарий,Аналог,АРТИКУЛ\nпочти,b,a'));
    expect(table).toEqual({
      lines: [{ line: 2, variant: 'a', analogue: 'b', reason: 'equivalent', ratio: '1' }],
      ignoredColumns: ['Комментарий'],
    });
  });
});
