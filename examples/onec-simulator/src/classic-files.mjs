// @ts-check
import {
  catalogueOf,
  choice,
  classifierHead,
  file,
  groupsOf,
  entry,
  offerHead,
  packageHead,
  pricesOf,
  priceTypesOf,
} from './goods-elements.mjs';
import { element } from './xml.mjs';

/**
 * @import { Base, Goods } from './base.mjs'
 * @import { ExchangeFile } from './goods-elements.mjs'
 */

/**
 * `import.xml` and `offers.xml`: everything of the goods that changed in any way.
 * @param {Base} base
 * @param {{ isFull: boolean, changes: ReadonlyMap<string, number> }} options
 * @returns {ExchangeFile[]}
 */
export function classicFiles(base, { isFull, changes }) {
  const { state } = base;
  const { has } = choice(isFull, changes);
  const touched = (/** @type {Goods} */ goods) => isFull || has('goods', goods.id);
  const offers = state.goods.flatMap((goods) =>
    base
      .offersOf(goods)
      .filter((offer) => touched(goods) || has('price', offer) || has('rest', offer))
      .map((offer) =>
        element('Предложение', [
          ...offerHead(base, offer),
          pricesOf(base, offer, false),
          element('Количество', total(state.rests[offer])),
          ...Object.entries(state.rests[offer] ?? {}).map(([warehouse, quantity]) =>
            element('Склад', '', { ИдСклада: warehouse, КоличествоНаСкладе: quantity }),
          ),
        ]),
      ),
  );
  return [
    file('import.xml', '2.07', [
      element('Классификатор', [...classifierHead(), groupsOf(base)]),
      catalogueOf(isFull, state.goods.filter(touched), false),
    ]),
    file('offers.xml', '2.07', [
      element(
        'ПакетПредложений',
        [
          ...packageHead(),
          priceTypesOf(base),
          element('Склады', state.warehouses.map(entry('Склад'))),
          element('Предложения', offers),
        ],
        { СодержитТолькоИзменения: !isFull },
      ),
    ]),
  ];
}

/** @param {Record<string, number> | undefined} rests */
const total = (rests) =>
  rests === undefined ? undefined : Object.values(rests).reduce((sum, each) => sum + each, 0);
