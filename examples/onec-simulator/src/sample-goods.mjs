// @ts-check

/** @import { Base, Counterparty, Named, PriceType } from './base.mjs' */

const names = [
  'Саморез кровельный',
  'Анкер забивной',
  'Дюбель-гвоздь',
  'Талреп крюк-кольцо',
  'Гайка барашковая',
  'Болт мебельный',
  'Хомут червячный',
  'Заклёпка вытяжная',
  'Скоба такелажная',
  'Карабин пожарный',
  'Петля накладная',
  'Уголок монтажный',
];
const colours = ['серый', 'белый', 'чёрный'];

/**
 * What a base begins with: goods of a group of their own, some with characteristics, all with prices and stock.
 * @param {Base} base
 * @param {object} given
 * @param {readonly PriceType[]} given.priceTypes
 * @param {readonly Named[]} given.warehouses
 * @param {readonly Counterparty[]} [given.counterparties]
 * @param {number} [given.count] of products
 */
export function fillBase(base, { priceTypes, warehouses, counterparties = [], count = names.length }) {
  const { state, random } = base;
  const group = { id: random.guid(), name: 'Новинки из 1С' };
  state.groups.push(group);
  state.priceTypes.push(...priceTypes);
  state.warehouses.push(...warehouses);
  for (const counterparty of counterparties) base.setCounterparty({ ...counterparty });
  for (let index = 0; index < count; index += 1) {
    const goods = {
      id: random.guid(),
      article: `НОВ-${String(index + 1).padStart(3, '0')}`,
      name: `${names[index % names.length] ?? ''} ${String(4 + (index % 7))}×${String(20 + index)}`,
      group: group.id,
      unit: '796',
      rate: '20',
      isDeleted: false,
      characteristics:
        index % 3 === 0 ? colours.map((colour) => ({ id: random.guid(), values: { Цвет: colour } })) : [],
    };
    base.setGoods(goods);
    const retail = random.between(500, 50_000);
    for (const offer of base.offersOf(goods)) {
      for (const [step, { id }] of priceTypes.entries())
        base.setPrice(offer, id, ((retail * (100 - step * 6)) / 10_000).toFixed(2));
      for (const { id } of warehouses) base.setRest(offer, id, random.between(200, 900));
    }
  }
}

/** Dictionaries of a supplier of its own. */
export const ownDictionaries = {
  priceTypes: [
    { id: '5d6ec5d1-0c0e-4a2b-9a53-1a2b3c4d5e01', name: 'Розничная', currency: 'RUB' },
    { id: '5d6ec5d1-0c0e-4a2b-9a53-1a2b3c4d5e02', name: 'Оптовая', currency: 'RUB' },
  ],
  warehouses: [
    { id: '7f3c0a10-77aa-4d0e-8a44-0a0b0c0d0e01', name: 'Основной склад' },
    { id: '7f3c0a10-77aa-4d0e-8a44-0a0b0c0d0e02', name: 'Склад на Заводской' },
  ],
};

/** The demo supplier's 1C: the same price types and warehouses under the same ids. All its ids begin with `1c-`. */
export const demoDictionaries = {
  priceTypes: [
    { id: '1c-prt_retail', name: 'Розница', currency: 'RUB' },
    { id: '1c-prt_small-wholesale', name: 'Мелкий опт', currency: 'RUB' },
    { id: '1c-prt_urals', name: 'Региональная, Урал', currency: 'RUB' },
    { id: '1c-prt_wholesale', name: 'Опт', currency: 'RUB' },
    { id: '1c-prt_large-wholesale', name: 'Крупный опт', currency: 'RUB' },
  ],
  warehouses: [
    { id: '1c-wh_yekaterinburg', name: 'Склад Екатеринбург' },
    { id: '1c-wh_moscow', name: 'Склад Москва' },
  ],
};

/** Goods and companies of the demo supplier that only its orders tell the simulator of. @param {string} id */
export const isOfDemo = (id) => id.startsWith('1c-');
