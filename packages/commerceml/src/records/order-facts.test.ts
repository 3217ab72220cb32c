import { describe, expect, it } from 'vitest';

import { readDocument } from '../../test/read.js';
import { orderFacts, type OrderFacts } from './order-facts.js';

const requisites = (values: Record<string, string>): string =>
  `<ЗначенияРеквизитов>${Object.entries(values)
    .map(
      ([name, value]) =>
        `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`,
    )
    .join('')}</ЗначенияРеквизитов>`;
const factsOf = async (content: string): Promise<OrderFacts> => orderFacts(await readDocument(content));
const under = (operation: string, rest = ''): string =>
  `<ПодчиненныеДокументы><ПодчиненныйДокумент><ХозОперация>${operation}</ХозОперация>${rest}</ПодчиненныйДокумент></ПодчиненныеДокументы>`;

describe('the facts of an order', () => {
  it.each([
    ['<ПометкаУдаления>true</ПометкаУдаления>', 'cancelled'],
    [requisites({ ПометкаУдаления: 'true', Отгружен: 'true' }), 'cancelled'],
    [requisites({ Отменен: 'да' }), 'cancelled'],
    [requisites({ Отменен: 'false', Отгружен: 'true', Оплачен: 'true' }), 'shipped'],
    [requisites({ 'Номер отгрузки по 1C': 'ТД-7' }), 'shipped'],
    [under('Отпуск товара'), 'shipped'],
    [under('Отпуск товара', '<ПометкаУдаления>true</ПометкаУдаления>'), 'sent'],
    [under('Выплата безналичных денег'), 'paid'],
    [requisites({ 'Заказ оплачен': 'true' }), 'paid'],
    [requisites({ 'Номер оплаты по 1С': ' ' }), 'sent'],
    [requisites({ Проведен: 'true', 'Номер по 1С': 'ТД-1' }), 'confirmed'],
    ['<Номер1С>ТД-1 </Номер1С>', 'accepted'],
    ['', 'sent'],
  ])('%s are shown as %s', async (content, state) => {
    expect((await factsOf(content)).state).toBe(state);
  });

  it('are left open where nothing is said', async () => {
    expect(await factsOf(requisites({ Оплачен: 'false' }))).toMatchObject({
      isPaid: false,
      isShipped: undefined,
      isCancelled: undefined,
      number1C: undefined,
    });
  });

  it('have numbers, dates and the status of 1C', async () => {
    const facts = await factsOf(
      requisites({
        'Номер по 1С': 'L320       ',
        'Дата по 1С': '2021-02-18T9:49:02',
        'Дата отгрузки по 1С': '0001-01-01T00:00:00',
        'Статуса заказа ИД': 'N',
        'Cтатус заказа': 'К отгрузке',
      }),
    );
    expect(facts).toMatchObject({
      number1C: 'L320',
      date1C: '2021-02-18T09:49:02',
      shipmentDate: undefined,
      status: 'К отгрузке',
      statusId: 'N',
    });
  });
});
