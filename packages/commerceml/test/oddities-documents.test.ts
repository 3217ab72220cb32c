import { describe, expect, it } from 'vitest';

import { requisiteValue } from '../src/index.js';
import { file, readAll, readDocument, readOf } from './read.js';

const requisite = (name: string, value: string): string =>
  `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`;

describe('documents', () => {
  it.each([
    ['Заказ товара', 'order'],
    ['ЗаказТовара', 'order'],
    ['Счет на оплату', 'invoice'],
    ['CчетНаОплату', 'invoice'],
    ['Отпуск товара', 'shipment'],
    ['Счёт-фактура', 'taxInvoice'],
    ['Выплата безналичных денег', 'payment'],
    ['Возврат наличных денег', 'refund'],
    ['Переоценка товаров', 'other'],
  ])('with the operation %s are of the kind %s', async (operation, kind) => {
    expect(await readDocument(`<ХозОперация>${operation}</ХозОперация>`)).toMatchObject({ kind, operation });
  });

  it('have padded numbers, dates of all shapes and empty sums', async () => {
    const document = await readDocument(
      '<Номер1С>L320       </Номер1С><Дата>2026-01-15T00:00:00</Дата><Дата1С>0001-01-01</Дата1С><Время>9:05:00</Время><Сумма/><Курс></Курс><Валюта>грн</Валюта>',
    );
    expect(document).toMatchObject({
      number1C: 'L320',
      date: '2026-01-15T00:00:00',
      date1C: null,
      time: '09:05:00',
      total: null,
      rate: null,
      currency: 'UAH',
    });
  });

  it.each(['132', '9f591aa6-8ea2-11e3-b0fa-00248cae1f0f'])('have the id %s', async (id) => {
    const [document] = await readOf('document', `<Документ><Ид>${id}</Ид></Документ>`);
    expect(document?.id).toBe(id);
  });

  it('stand in containers, with agreements and warehouses as elements', async () => {
    const [document] = await readOf(
      'document',
      '<Контейнер><Документ><Ид>1</Ид><Организация>ИП</Организация><Склад>Склад 1</Склад><Соглашение><Наименование>Стандартное</Наименование></Соглашение></Документ></Контейнер>',
    );
    expect(document).toMatchObject({
      organization: 'ИП',
      agreement: 'Стандартное',
      warehouses: [{ id: undefined, name: 'Склад 1' }],
    });
  });

  it('have requisites under names with typos', async () => {
    const document = await readDocument(
      `<ЗначенияРеквизитов>${requisite('Статуса заказа ИД', 'N')}${requisite('Cтатус  заказа', 'Принят')}${requisite('Номер по 1C', 'ТД-1')}</ЗначенияРеквизитов>`,
    );
    expect(requisiteValue(document.requisites, 'Статуса заказа ИД')).toBe('N');
    expect(requisiteValue(document.requisites, 'Статус заказа')).toBe('Принят');
    expect(requisiteValue(document.requisites, 'Номер 1С', 'Номер по 1С')).toBe('ТД-1');
    expect(requisiteValue(document.requisites, 'Отменен')).toBeUndefined();
  });

  it('have payments and shipments inside', async () => {
    const document = await readDocument(
      '<ПодчиненныеДокументы><ПодчиненныйДокумент><Ид>2</Ид><ХозОперация>Отпуск товара</ХозОперация><Сумма>10,50</Сумма></ПодчиненныйДокумент></ПодчиненныеДокументы>',
    );
    expect(document.subordinates).toMatchObject([{ id: '2', kind: 'shipment', total: '10.5' }]);
  });

  it('without an id are told as problems', async () => {
    const records = await readAll(file('<Документ><Сумма>1</Сумма></Документ>'));
    expect(records[1]).toMatchObject({ type: 'problem', code: 'missing_id', severity: 'error' });
  });
});

describe('lines', () => {
  const readLine = async (content: string) => {
    const document = await readDocument(`<Товары><Товар>${content}</Товар></Товары>`);
    return document.lines![0]!;
  };

  it.each([
    '<ЦенаЗаЕдиницу>150.00</ЦенаЗаЕдиницу><Единица>шт</Единица>',
    '<Цена>150</Цена><Единица><Ид>796 </Ид><НаименованиеКраткое>шт</НаименованиеКраткое><Код>796</Код></Единица>',
  ])('have a price and a unit: %s', async (content) => {
    expect(await readLine(content)).toMatchObject({ price: '150', unit: { name: 'шт' } });
  });

  it('may name no goods, and have empty sums', async () => {
    expect(await readLine('<Наименование>Услуга</Наименование><Сумма/>')).toMatchObject({
      id: undefined,
      total: null,
    });
  });

  it.each([
    ['<Ид>ORDER_DELIVERY</Ид>', true],
    [`<Ид>1</Ид><ЗначенияРеквизитов>${requisite('ТипНоменклатуры', 'Услуга')}</ЗначенияРеквизитов>`, true],
    [`<Ид>1</Ид><ЗначенияРеквизитов>${requisite('ТипНоменклатуры', 'Товар')}</ЗначенияРеквизитов>`, false],
  ])('are services or goods: %s', async (content, isService) => {
    expect((await readLine(content)).isService).toBe(isService);
  });

  it('keep properties of the basket', async () => {
    const line = await readLine(
      `<Ид>p#c</Ид><ЗначенияРеквизитов>${requisite('СвойствоКорзины#SIZE', 'XL')}</ЗначенияРеквизитов>`,
    );
    expect(line).toMatchObject({ productId: 'p', characteristicId: 'c' });
    expect(requisiteValue(line.requisites, 'СвойствоКорзины#SIZE')).toBe('XL');
  });

  it('have discounts and taxes', async () => {
    const line = await readLine(
      '<Скидки><Скидка><Наименование>Опт</Наименование><Процент>10</Процент><УчтеноВСумме>true</УчтеноВСумме></Скидка></Скидки><Налоги><Налог><Наименование>НДС</Наименование><Ставка>20</Ставка><Сумма>25,00</Сумма></Налог></Налоги>',
    );
    expect(line.discounts).toMatchObject([{ percent: '10', isIncluded: true }]);
    expect(line.taxes).toMatchObject([{ rate: '20', amount: '25' }]);
  });
});
