// @ts-check
import { localNow } from './base.mjs';
import { baseUnit, requisite, units } from './goods-elements.mjs';
import { element, fileOf } from './xml.mjs';

/**
 * @import { Base, Line, Order, Subordinate } from './base.mjs'
 * @import { ExchangeFile } from './goods-elements.mjs'
 * @import { Markup } from './xml.mjs'
 */

/** Numbers are of a fixed length in 1C. @param {string} number */
const padded = (number) => number.padEnd(14);

/**
 * What 1C tells of its orders. In the split exchange what is under an order stands under it; before, invoices are documents
 * beside it and the rest are requisites.
 * @param {Base} base
 * @param {readonly Order[]} orders
 * @param {boolean} isSplit
 * @returns {ExchangeFile}
 */
export function orderFile(base, orders, isSplit) {
  const documents = orders.flatMap((order) => {
    const document = element('Документ', orderContent(base, order, isSplit));
    if (isSplit) return [element('Контейнер', [document])];
    return [
      document,
      ...(order.invoice ? [element('Документ', invoiceBeside(base, order, order.invoice))] : []),
    ];
  });
  const name = isSplit ? `documents___${base.random.guid()}.xml` : `orders-${base.random.guid()}.xml`;
  return { name, bytes: fileOf(isSplit ? '3.1' : '2.07', localNow(), documents) };
}

/** @param {Base} base @param {Order} order @param {boolean} isSplit */
function orderContent(base, order, isSplit) {
  const { payment, shipment } = order;
  const shipped = shipment && [
    requisite('Номер отгрузки по 1С', padded(shipment.number)),
    requisite('Дата отгрузки по 1С', shipment.date),
    requisite('Отгружен', true),
  ];
  const paid = payment && [
    requisite('Номер оплаты по 1С', padded(payment.number)),
    requisite('Дата оплаты по 1С', payment.date.replace('T0', 'T')),
    requisite('Оплачен', true),
  ];
  return [
    ...head(base, order, {
      id: order.siteId ?? order.guid,
      number: order.siteId === null ? order.number : order.siteNumber,
      date: order.placed,
      operation: 'Заказ товара',
    }),
    ...(isSplit
      ? [
          element('ПометкаУдаления', false),
          element('Номер1С', padded(order.number)),
          element('Дата1С', order.date.slice(0, 10)),
        ]
      : []),
    element(
      'Товары',
      order.lines.map((line) => lineOf(line, isSplit)),
    ),
    element('ЗначенияРеквизитов', [
      requisite('Номер по 1С', padded(order.number)),
      requisite('Дата по 1С', order.date),
      requisite('Проведен', order.isPosted),
      requisite('ПометкаУдаления', false),
      requisite('Отменен', order.isCancelled),
      ...(isSplit ? [] : [...(shipped ?? []), ...(paid ?? [])]),
    ]),
    ...(isSplit ? [subordinatesOf(order)] : []),
  ];
}

/** @param {Order} order */
function subordinatesOf({ invoice, payment, shipment, total }) {
  /** @param {Subordinate | null} document @param {string} operation */
  const under = (document, operation) =>
    document === null
      ? []
      : [
          element('ПодчиненныйДокумент', [
            element('Ид', document.guid),
            element('Номер', padded(document.number)),
            element('Дата', document.date.slice(0, 10)),
            element('ХозОперация', operation),
            element('Сумма', total),
          ]),
        ];
  const all = [
    ...under(invoice, 'Счет на оплату'),
    ...under(payment, 'Выплата безналичных денег'),
    ...under(shipment, 'Отпуск товара'),
  ];
  return element('ПодчиненныеДокументы', all.length === 0 ? undefined : all);
}

/** @param {Base} base @param {Order} order @param {Subordinate} invoice */
const invoiceBeside = (base, order, invoice) => [
  ...head(base, order, {
    id: invoice.guid,
    number: padded(invoice.number),
    date: invoice.date,
    operation: 'Счет на оплату',
  }),
  element('ЗначенияРеквизитов', [requisite('Основание', order.siteId ?? order.guid)]),
];

/**
 * @param {Base} base
 * @param {Order} order
 * @param {{ id: string, number: string, date: string, operation: string }} told
 * @returns {Markup[]}
 */
function head({ state }, { counterparty, currency, total }, { id, number, date, operation }) {
  const buyer = state.counterparties.find((each) => each.id === counterparty);
  return [
    element('Ид', id),
    element('Номер', number),
    element('Дата', date.slice(0, 10)),
    element('Время', date.slice(11)),
    element('ХозОперация', operation),
    element('Роль', 'Продавец'),
    element('Валюта', currency),
    element('Курс', 1),
    element('Сумма', total),
    element('Контрагенты', [
      element('Контрагент', [
        element('Ид', counterparty),
        element('Наименование', buyer?.name ?? ''),
        element('ПолноеНаименование', buyer?.name ?? ''),
        element('ИНН', buyer?.inn || undefined),
        element('КПП', buyer?.kpp || undefined),
        element('Роль', 'Покупатель'),
      ]),
    ]),
  ];
}

/** @param {Line} line @param {boolean} isSplit */
function lineOf({ id, article, name, unit, price, quantity, total, tax, isService }, isSplit) {
  const kind = isService ? 'Услуга' : 'Товар';
  const short = units[/** @type {796} */ (Number(unit))]?.short ?? 'шт';
  return element('Товар', [
    element('Ид', id),
    element('Артикул', article),
    element('Наименование', name),
    baseUnit(unit),
    element(isSplit ? 'Цена' : 'ЦенаЗаЕдиницу', price),
    element('Количество', quantity),
    element('Сумма', total),
    isSplit
      ? element('Единица', [
          element('Ид', `${unit} `),
          element('НаименованиеКраткое', short),
          element('Код', unit),
        ])
      : element('Единица', short),
    element('Коэффициент', 1),
    element(
      'Налоги',
      tax === null
        ? undefined
        : [
            element('Налог', [
              element('Наименование', 'НДС'),
              element('УчтеноВСумме', tax.isIncluded),
              element('Сумма', tax.amount),
              element('Ставка', tax.rate ?? 'Без НДС'),
            ]),
          ],
    ),
    element('ЗначенияРеквизитов', [requisite('ВидНоменклатуры', kind), requisite('ТипНоменклатуры', kind)]),
  ]);
}
