// @ts-check
import {
  catalogueOf,
  choice,
  classifierHead,
  entry,
  file,
  groupsOf,
  offerHead,
  packageHead,
  pricesOf,
  priceTypesOf,
  units,
} from './goods-elements.mjs';
import { element } from './xml.mjs';

/**
 * @import { Base, Counterparty } from './base.mjs'
 * @import { ExchangeFile } from './goods-elements.mjs'
 * @import { Markup } from './xml.mjs'
 */

/**
 * A file for each kind of thing, of which only what changed.
 * @param {Base} base
 * @param {{ isFull: boolean, changes: ReadonlyMap<string, number> }} options
 * @returns {ExchangeFile[]}
 */
export function splitFiles(base, { isFull, changes }) {
  const { state } = base;
  const { has, hasAny } = choice(isFull, changes);
  const goods = state.goods.filter(({ id }) => isFull || has('goods', id));
  const offers = state.goods.flatMap((each) => base.offersOf(each));
  /** @param {string} kind @param {Markup[]} children */
  const named = (kind, children) => file(`${kind}___${base.random.guid()}.xml`, '3.1', children);
  /** @param {(offer: string) => Markup[]} content @param {readonly string[]} chosen */
  const packed = (content, chosen) => [
    element(
      'ПакетПредложений',
      [
        ...packageHead(),
        element(
          'Предложения',
          chosen.map((offer) => element('Предложение', content(offer))),
        ),
      ],
      { СодержитТолькоИзменения: !isFull },
    ),
  ];
  const files = [named('import', [dictionariesOf(base)])];
  if (goods.length > 0)
    files.push(
      named('import', [catalogueOf(isFull, goods, true)]),
      named(
        'offers',
        packed(
          (offer) => offerHead(base, offer),
          goods.flatMap((each) => base.offersOf(each)),
        ),
      ),
    );
  if (hasAny('price')) {
    const chosen = offers.filter((offer) => isFull || has('price', offer));
    files.push(
      named(
        'prices',
        packed((offer) => [element('Ид', offer), pricesOf(base, offer, true)], chosen),
      ),
    );
  }
  if (hasAny('rest')) {
    const chosen = offers.filter((offer) => isFull || has('rest', offer));
    files.push(
      named(
        'rests',
        packed((offer) => [element('Ид', offer), restsOf(base, offer)], chosen),
      ),
    );
  }
  if (hasAny('counterparty')) {
    const chosen = state.counterparties.filter(({ id }) => isFull || has('counterparty', id));
    files.push(named('contragents', [counterpartiesOf(isFull, chosen)]));
  }
  return files;
}

/** @param {Base} base */
const dictionariesOf = (base) =>
  element('Классификатор', [
    ...classifierHead(),
    groupsOf(base),
    priceTypesOf(base),
    element('Склады', base.state.warehouses.map(entry('Склад'))),
    element(
      'ЕдиницыИзмерения',
      Object.entries(units).map(([code, unit]) =>
        element('ЕдиницаИзмерения', [
          element('Ид', `${code} `),
          element('НаименованиеПолное', unit.name),
          element('НаименованиеКраткое', unit.short),
          element('Код', `${code} `),
        ]),
      ),
    ),
  ]);

/** @param {Base} base @param {string} offer */
const restsOf = ({ state }, offer) =>
  element(
    'Остатки',
    Object.entries(state.rests[offer] ?? {}).map(([warehouse, quantity]) =>
      element('Остаток', [element('Склад', [element('Ид', warehouse), element('Количество', quantity)])]),
    ),
  );

/** @param {boolean} isFull @param {readonly Counterparty[]} counterparties */
const counterpartiesOf = (isFull, counterparties) =>
  element(
    'Контрагенты',
    counterparties.map(({ id, name, inn, kpp }) =>
      element('Контрагент', [
        element('Ид', id),
        element('ПометкаУдаления', false),
        element('Наименование', name),
        element('ПолноеНаименование', name),
        element('ИНН', inn),
        element('КПП', kpp),
      ]),
    ),
    { СодержитТолькоИзменения: !isFull },
  );
