import { describe, expect, it } from 'vitest';

import { preferredPrices } from '../src/index.js';
import { codesOf, file, offers, problemsOf, readAll, readOffer, readOf } from './read.js';

const price = (type: string, amount: string, rest = ''): string =>
  `<Цена><ИдТипаЦены>${type}</ИдТипаЦены><ЦенаЗаЕдиницу>${amount}</ЦенаЗаЕдиницу>${rest}</Цена>`;

describe('offers', () => {
  it('are skipped where they are empty, and told', async () => {
    const records = await readAll(
      file(offers('<Предложение/><Предложение><Наименование>А</Наименование></Предложение>')),
    );
    expect(problemsOf(records).map(({ severity, code }) => [severity, code])).toEqual([
      ['info', 'empty_row'],
      ['error', 'missing_id'],
    ]);
  });

  it('say nothing of what is absent', async () => {
    const offer = await readOffer('');
    expect(offer).toMatchObject({
      prices: undefined,
      rests: undefined,
      quantity: undefined,
      characteristics: undefined,
    });
  });

  it('without a product, beside their variants and without characteristics are told as they are', async () => {
    const found = await readOf(
      'offer',
      offers(
        '<Предложение><Ид>p</Ид><Количество>0</Количество></Предложение><Предложение><Ид>p#c</Ид><Наименование>А (XL)</Наименование><ХарактеристикиТовара/></Предложение>',
      ),
    );
    expect(found.map(({ productId, characteristicId }) => [productId, characteristicId])).toEqual([
      ['p', undefined],
      ['p', 'c'],
    ]);
    expect(found[1]?.characteristics).toEqual([]);
  });

  it.each([
    ['-5', '-5'],
    ['0.125', '0.125'],
    ['5128.00', '5128'],
    ['', null],
  ])('have the quantity %s', async (text, quantity) => {
    expect((await readOffer(`<Количество>${text}</Количество>`)).quantity).toBe(quantity);
  });

  it('have stock by warehouse in all shapes', async () => {
    const old = await readOffer(
      '<Склад ИдСклада="a" КоличествоНаСкладе="1,5"/><Склад ИдСклада="b" КоличествоНаСкладе=""/>',
    );
    const listed = await readOffer('<Склады ИдСклада="a" КоличествоНаСкладе="2"/>');
    const split = await readOffer(
      '<Остатки><Остаток><Склад><Ид>a</Ид><Количество>3</Количество></Склад></Остаток></Остатки>',
    );
    expect(old.rests).toEqual([
      { warehouseId: 'a', quantity: '1.5' },
      { warehouseId: 'b', quantity: null },
    ]);
    expect(listed.rests).toEqual([{ warehouseId: 'a', quantity: '2' }]);
    expect(split.rests).toEqual([{ warehouseId: 'a', quantity: '3' }]);
  });

  it('have a total where there are no warehouses', async () => {
    const offer = await readOffer('<Остатки><Остаток><Количество>7</Количество></Остаток></Остатки>');
    expect(offer).toMatchObject({ rests: undefined, quantity: '7' });
  });

  it('of a package of changes name their goods in other ways', async () => {
    const records = await readAll(
      file(
        '<ИзмененияПакетаПредложений><Предложения><Предложение><Ид>p</Ид><ИдХарактеристики>c</ИдХарактеристики></Предложение><Предложение><Штрихкод>123</Штрихкод><Количество>1</Количество></Предложение></Предложения></ИзмененияПакетаПредложений>',
      ),
    );
    expect(records[1]).toMatchObject({ type: 'offersPackage', isChangeSet: true });
    expect(records[2]).toMatchObject({ type: 'offer', id: 'p#c', productId: 'p', characteristicId: 'c' });
    expect(records[3]).toMatchObject({ type: 'offerByCode', barcodes: ['123'], quantity: '1' });
  });

  it('have characteristics with and without ids', async () => {
    const offer = await readOffer(
      '<ХарактеристикиТовара><ХарактеристикаТовара><Ид>х</Ид><Наименование>Размер (Доп реквизиты)</Наименование><Значение>XL</Значение></ХарактеристикаТовара><ХарактеристикаТовара><Наименование>Цвет</Наименование><Значение/></ХарактеристикаТовара></ХарактеристикиТовара>',
    );
    expect(offer.characteristics).toEqual([
      { id: 'х', name: 'Размер (Доп реквизиты)', value: 'XL' },
      { id: undefined, name: 'Цвет', value: '' },
    ]);
  });
});

describe('prices', () => {
  it('have a currency, a unit, a coefficient and a text', async () => {
    const offer = await readOffer(
      `<Цены>${price('т', '2 042,66', '<Представление>\u00A02\u00A0042,66 руб. за шт</Представление><Валюта>руб.</Валюта><Единица>упак</Единица><Коэффициент>10.0</Коэффициент><МинКоличество>5</МинКоличество>')}</Цены>`,
    );
    expect(offer.prices?.[0]).toMatchObject({
      amount: '2042.66',
      currency: 'RUB',
      unit: { name: 'упак', code: undefined },
      coefficient: '10',
      minQuantity: '5',
      text: '2\u00A0042,66 руб. за шт',
    });
  });

  it('of one type are all told, and the one of the base unit is preferred', async () => {
    const content = `<Цены>${price('т', '100', '<Коэффициент>10</Коэффициент>')}${price('т', '11', '<Коэффициент>1</Коэффициент>')}${price('у', '1')}</Цены>`;
    const records = await readAll(file(offers(`<Предложение><Ид>1</Ид>${content}</Предложение>`)));
    const offer = records.find((record) => record.type === 'offer');
    expect(codesOf(records)).toEqual(['duplicate_price']);
    expect(preferredPrices(offer!.prices!).map(({ amount }) => amount)).toEqual(['11', '1']);
    expect(offer!.prices).toHaveLength(3);
  });

  it('of a type that is not declared are told once per type', async () => {
    const types = '<ТипыЦен><ТипЦены><Ид>т</Ид><Валюта>RUR</Валюта></ТипЦены></ТипыЦен>';
    const rows = ['т', 'чужой', 'чужой'].map(
      (type, index) => `<Предложение><Ид>${String(index)}</Ид><Цены>${price(type, '1')}</Цены></Предложение>`,
    );
    const records = await readAll(
      file(`<ПакетПредложений>${types}<Предложения>${rows.join('')}</Предложения></ПакетПредложений>`),
    );
    expect(codesOf(records)).toEqual(['undeclared_price_type']);
    expect(records.find(({ type }) => type === 'priceType')).toMatchObject({ currency: 'RUB' });
  });

  it('in a currency that nobody knows keep its text', async () => {
    const records = await readAll(
      file(
        offers(
          `<Предложение><Ид>1</Ид><Цены>${price('т', '1', '<Валюта>бонусы</Валюта>')}</Цены></Предложение>`,
        ),
      ),
    );
    expect(codesOf(records)).toEqual(['unknown_currency']);
    expect(records.find((record) => record.type === 'offer')?.prices?.[0]?.currency).toBe('бонусы');
  });

  it('that are no numbers are problems with their place', async () => {
    const records = await readAll(
      file(offers(`\n<Предложение><Ид>1</Ид>\n<Цены>${price('т', 'договорная')}</Цены></Предложение>`)),
    );
    expect(problemsOf(records)).toEqual([
      {
        type: 'problem',
        severity: 'warning',
        code: 'invalid_number',
        path: 'КоммерческаяИнформация/ПакетПредложений/Предложения/Предложение/Цены/Цена/ЦенаЗаЕдиницу',
        id: '1',
        line: 4,
        message: '"договорная" is no number',
      },
    ]);
  });
});

describe('a package', () => {
  it.each(['к#', '#к', '#', 'pp_к', 'к'])('has the id %s and its catalogue apart', async (id) => {
    const records = await readAll(
      file(`<ПакетПредложений><Ид>${id}</Ид><ИдКаталога>к</ИдКаталога><Предложения/></ПакетПредложений>`),
    );
    expect(records[1]).toMatchObject({ type: 'offersPackage', id, catalogueId: 'к' });
  });

  it.each(['ДействительноДо', 'ДействительноПо'])('ends when %s says', async (name) => {
    const records = await readAll(
      file(`<ПакетПредложений><${name}>2026-01-31</${name}><Предложения/></ПакетПредложений>`),
    );
    expect(records.slice(1, -1)).toMatchObject([{ type: 'offersPackage', validTo: '2026-01-31' }]);
  });

  it('is what its rows are about', async () => {
    const kindOf = async (content: string): Promise<unknown> => {
      const records = await readAll(file(offers(`<Предложение><Ид>1</Ид>${content}</Предложение>`)));
      return records.at(-1);
    };
    expect(await kindOf(`<Цены>${price('т', '1')}</Цены>`)).toMatchObject({
      kind: 'prices',
      contents: ['prices'],
    });
    expect(await kindOf('<Остатки/>')).toMatchObject({ kind: 'rests', contents: ['rests'] });
    expect(await kindOf('<Наименование>А</Наименование><Количество>1</Количество>')).toMatchObject({
      kind: 'offers',
      contents: ['offers', 'rests'],
    });
  });
});
