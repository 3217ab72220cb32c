// @ts-check
import { localNow } from './base.mjs';
import { element, fileOf } from './xml.mjs';

/**
 * @import { Base, Goods, Kind } from './base.mjs'
 * @import { Markup } from './xml.mjs'
 */

/** @typedef {{ readonly name: string, readonly bytes: Uint8Array }} ExchangeFile */

const catalogue = 'c0ffee00-1c1c-4c1c-8c1c-00000000001c';
/** What 1C calls units by their codes of the state classifier. */
export const units = /** @type {const} */ ({
  796: { short: 'шт', name: 'Штука', code: 'PCE' },
  166: { short: 'кг', name: 'Килограмм', code: 'KGM' },
  778: { short: 'упак', name: 'Упаковка', code: 'NMP' },
});

/** @param {string} code */
export function baseUnit(code) {
  const { short, name, code: international } = units[/** @type {796} */ (Number(code))] ?? units[796];
  return element('БазоваяЕдиница', short, {
    Код: code,
    НаименованиеПолное: name,
    МеждународноеСокращение: international,
  });
}
/** @param {boolean} isFull @param {ReadonlyMap<string, number>} changes */
export function choice(isFull, changes) {
  const has = (/** @type {Kind} */ kind, /** @type {string} */ id) => changes.has(`${kind} ${id}`);
  const hasAny = (/** @type {Kind} */ kind) =>
    isFull || [...changes.keys()].some((key) => key.startsWith(`${kind} `));
  return { has, hasAny };
}

/** @param {string} name @param {'2.07' | '3.1'} version @param {Markup[]} children */
export const file = (name, version, children) => ({ name, bytes: fileOf(version, localNow(), children) });

export const classifierHead = () => [
  element('Ид', catalogue),
  element('Наименование', 'Классификатор (Основной)'),
];
export const packageHead = () => [
  element('Ид', `${catalogue}#`),
  element('Наименование', 'Пакет предложений (Основной)'),
  element('ИдКаталога', catalogue),
  element('ИдКлассификатора', catalogue),
];

/** @param {string} name */
export const entry = (name) => (/** @type {{ id: string, name: string }} */ each) =>
  element(name, [element('Ид', each.id), element('Наименование', each.name)]);

/** @param {Base} base */
export const groupsOf = ({ state }) => element('Группы', state.groups.map(entry('Группа')));

/** @param {Base} base */
export const priceTypesOf = ({ state }) =>
  element(
    'ТипыЦен',
    state.priceTypes.map(({ id, name, currency }) =>
      element('ТипЦены', [
        element('Ид', id),
        element('Наименование', name),
        element('Валюта', currency),
        element('Налог', [element('Наименование', 'НДС'), element('УчтеноВСумме', true)]),
      ]),
    ),
  );

/** Versions are opaque. @param {Goods} goods */
const versionOf = ({ version }) => Buffer.from(String(version).padStart(8, '0')).toString('base64');

/** @param {boolean} isFull @param {readonly Goods[]} goods @param {boolean} isSplit */
export const catalogueOf = (isFull, goods, isSplit) =>
  element(
    'Каталог',
    [
      element('Ид', catalogue),
      element('ИдКлассификатора', catalogue),
      element('Наименование', 'Каталог товаров'),
      element(
        'Товары',
        goods.map((each) =>
          element('Товар', [
            element('Ид', each.id),
            element('НомерВерсии', isSplit ? versionOf(each) : undefined),
            element('ПометкаУдаления', each.isDeleted),
            element('Артикул', each.article),
            element('Наименование', each.name),
            baseUnit(each.unit),
            element('Группы', [element('Ид', each.group)]),
            element('СтавкиНалогов', [
              element('СтавкаНалога', [element('Наименование', 'НДС'), element('Ставка', each.rate)]),
            ]),
            element('ЗначенияРеквизитов', [
              requisite('ВидНоменклатуры', 'Товар'),
              requisite('ТипНоменклатуры', 'Товар'),
              requisite('Полное наименование', each.name),
            ]),
          ]),
        ),
      ),
    ],
    { СодержитТолькоИзменения: !isFull },
  );

/** @param {string} name @param {string | boolean} value */
export const requisite = (name, value) =>
  element('ЗначениеРеквизита', [element('Наименование', name), element('Значение', value)]);

/** @param {Base} base @param {string} offer */
export function offerHead(base, offer) {
  const goods = base.goodsOf(offer);
  const characteristic = goods?.characteristics.find(({ id }) => offer === `${goods.id}#${id}`);
  const values = Object.entries(characteristic?.values ?? {});
  const suffix = values.length === 0 ? '' : ` (${values.map(([, value]) => value).join(', ')})`;
  return [
    element('Ид', offer),
    element('Наименование', `${goods?.name ?? ''}${suffix}`),
    baseUnit(goods?.unit ?? '796'),
    element(
      'ХарактеристикиТовара',
      values.length === 0
        ? undefined
        : values.map(([name, value]) =>
            element('ХарактеристикаТовара', [element('Наименование', name), element('Значение', value)]),
          ),
    ),
  ];
}

/** @param {Base} base @param {string} offer @param {boolean} isSplit */
export function pricesOf({ state }, offer, isSplit) {
  const prices = Object.entries(state.prices[offer] ?? {});
  return element(
    'Цены',
    prices.map(([type, amount]) => {
      const currency = state.priceTypes.find(({ id }) => id === type)?.currency ?? 'RUB';
      return element('Цена', [
        element('Представление', ` ${amount.replace('.', ',')} ${currency} за шт`),
        element('ИдТипаЦены', type),
        element('ЦенаЗаЕдиницу', amount),
        element('Валюта', currency),
        ...(isSplit
          ? [element('Налог', [element('Наименование', 'НДС'), element('УчтеноВСумме', true)])]
          : [element('Единица', 'шт'), element('Коэффициент', 1)]),
      ]);
    }),
  );
}
