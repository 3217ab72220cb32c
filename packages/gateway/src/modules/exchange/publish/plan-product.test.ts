import { describe, expect, it } from 'vitest';

import { planProduct, type PlannedProduct } from './plan-product.js';
import type { Properties, ToldGoods } from './told.js';

const properties: Properties = new Map(
  [
    ['brand', 'Торговая марка'],
    ['maker', 'Производитель'],
    ['care', 'Уход'],
  ].map(([id = '', name]) => [
    id,
    { name, isDeleted: false, isFacet: true, isOfPrices: false, meanings: new Map() },
  ]),
);

/** Plans a product of what was told of it and of its offers, by their characteristics. */
const plan = (goods: ToldGoods, offers: readonly Record<string, string>[] = []): PlannedProduct =>
  planProduct(
    {
      id: 'p',
      isAbsent: false,
      goods: { name: 'Карандаши', article: 'K-1', ...goods },
      offers: offers.map((told, index) => ({
        id: `p#${String(index)}`,
        isAbsent: false,
        goods: {
          characteristics: Object.entries(told).map(([name, value]) => ({ id: undefined, name, value })),
        },
      })),
    },
    properties,
  );

const told = (id: string, ...values: string[]) => ({ id, name: undefined, values });
const said = ({ attributes }: PlannedProduct): [string | undefined, string][] =>
  attributes.map(({ name, value }) => [name.ru, value]);
const namesOf = ({ options }: PlannedProduct) => options.map(({ name }) => name.ru);

describe('options of a product', () => {
  it('leave out what all of its variants have alike', () => {
    const planned = plan({}, [
      { Материал: 'дерево', Штук: '12' },
      { Материал: 'дерево', Штук: '18' },
    ]);
    expect(namesOf(planned)).toEqual(['Штук']);
    expect(said(planned)).toEqual([['Материал', 'дерево']]);
    expect(planned.variants.map(({ sku }) => sku)).toEqual(['K-1-12', 'K-1-18']);
  });

  it('are there where variants are alike in everything', () => {
    const planned = plan({}, [{ Цвет: 'белый' }, { Цвет: 'белый' }]);
    expect([namesOf(planned), said(planned)]).toEqual([['Цвет'], []]);
  });

  it('are there where there is one variant', () => {
    expect(namesOf(plan({}, [{ Цвет: 'белый' }]))).toEqual(['Цвет']);
  });

  it('have no name of the set of attributes behind theirs', () => {
    const planned = plan({}, [
      { 'Тип (Канцелярские товары)': 'простой', 'Штук (Канцелярские товары)': '12' },
      { 'Тип (Канцелярские товары)': 'цветной', 'Штук (Канцелярские товары)': '18' },
      { 'Тип (Канцелярские товары)': 'мягкий' },
    ]);
    expect(namesOf(planned)).toEqual(['Тип', 'Штук']);
  });

  it('keep the unit that stands behind their names', () => {
    const planned = plan({}, [
      { 'Сечение (кв. мм)': '4', 'Жила (кв. мм)': '1' },
      { 'Сечение (кв. мм)': '6', 'Жила (кв. мм)': '2' },
    ]);
    expect(namesOf(planned)).toEqual(['Сечение (кв. мм)', 'Жила (кв. мм)']);
  });
});

describe('a product', () => {
  it.each([
    ['the field of 1C', { brand: 'Мир', properties: [told('brand', 'Другой')] }, 'Мир'],
    [
      'the manufacturer',
      { brand: '', manufacturer: { id: undefined, name: 'Завод' }, properties: [told('brand', 'Другой')] },
      'Завод',
    ],
    [
      'the best property',
      { properties: [told('maker', 'Завод'), told('brand', 'Восток &amp; Запад')] },
      'Восток & Запад',
    ],
    ['nothing where there are several', { properties: [told('brand', 'Мир', 'Восток')] }, null],
    ['nothing', {}, null],
  ])('has its brand of %s', (_name, goods, brand) => {
    expect(plan(goods).brand).toBe(brand);
  });

  it('has the brand that all of its variants have', () => {
    const planned = plan({}, [
      { Бренд: 'Мир', Штук: '12' },
      { Бренд: 'Мир', Штук: '18' },
    ]);
    expect([planned.brand, said(planned)]).toEqual(['Мир', []]);
  });

  it('does not say its brand twice', () => {
    expect(said(plan({ properties: [told('brand', 'Мир'), told('care', 'сухо')] }))).toEqual([
      ['Уход', 'сухо'],
    ]);
  });

  it('says everything of a property in one place, without tags', () => {
    const properties = [
      told('care', 'стирать<br>при 40&deg;'),
      told('care', 'стирать при 40°'),
      told('care', 'гладить'),
    ];
    expect(said(plan({ properties }))).toEqual([['Уход', 'стирать при 40°, гладить']]);
  });

  it('says what its own characteristics say, without those that are its variants', () => {
    const characteristics = [
      { id: undefined, name: 'Страна', value: 'Россия' },
      { id: undefined, name: 'Цвет', value: 'белый' },
      { id: 'b', name: 'Размер', value: '35' },
      { id: undefined, name: '36, чёрный', value: '36, чёрный' },
    ];
    const offers = [{ Цвет: 'белый' }, { Цвет: 'чёрный' }];
    expect(said(plan({ characteristics }, offers))).toEqual([['Страна', 'Россия']]);
    expect(said(plan({ characteristics, isMadeOfVariant: true }, offers))).toEqual([]);
  });

  it('says nothing of fields of a site', () => {
    const properties = [{ id: 'CML2_SORT', name: 'Сортировка', values: ['500'] }];
    expect(said(plan({ properties }))).toEqual([]);
  });

  it.each([
    [{ name: ' Карандаши\t\tцветные\n12 штук ' }, 'Карандаши цветные 12 штук'],
    [{ name: '', fullName: 'Карандаши цветные' }, 'Карандаши цветные'],
    [{ name: '', fullName: '', article: 'K-1' }, 'K-1'],
    [{ name: '', fullName: undefined, article: '' }, 'p'],
  ])('is called by what there is: %o', (goods, name) => {
    expect(plan(goods).name).toBe(name);
  });
});
