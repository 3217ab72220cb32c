// @ts-check
import { localNow } from './base.mjs';
import { amountOf, cents, product } from './money.mjs';
import { readXml } from './xml.mjs';

/** @import { Base, Line, Order } from './base.mjs' */

/**
 * What a configuration is set up to take for its own although it is in no list of the simulator.
 * @typedef {(id: string) => boolean} Knows
 */

/**
 * Writes the orders of a site's reply into the base: new ones once by their ids, known ones anew unless they are posted.
 * @param {Base} base
 * @param {Uint8Array} reply
 * @param {{ knows: Knows, log: (line: string) => void }} options
 * @returns {number} how many documents the reply had
 */
export function takeOrders(base, reply, { knows, log }) {
  const root = readXml(reply);
  const containers = root['Контейнер'] ?? [];
  const documents = [root, ...containers].flatMap((each) => each['Документ'] ?? []);
  for (const document of documents) takeOrder(base, document, { knows, log });
  return documents.length;
}

/**
 * @param {Base} base
 * @param {Record<string, any>} document
 * @param {{ knows: Knows, log: (line: string) => void }} options
 */
function takeOrder(base, document, { knows, log }) {
  const id = text(document, 'Ид');
  const number = text(document, 'Номер');
  if (text(document, 'ХозОперация') !== 'Заказ товара') {
    base.complain(`Документ ${id} сайта — не заказ`);
    return;
  }
  if (id === '' || number === '' || number.length > 11) base.complain(`Заказ "${id}" с номером "${number}"`);
  const lines = linesOf(document);
  for (const line of lines) checkGoods(base, line, number, knows);
  checkSums(base, document, lines);
  checkWarehouses(base, document, number);
  const isCancelled = requisiteOf(document, 'Отменен') === 'true';
  const known = base.state.orders.find(({ siteId }) => siteId === id);
  if (known === undefined) {
    const order = newOrder(base, {
      siteId: id,
      siteNumber: number,
      sitePart: partOf(document),
      placed: `${text(document, 'Дата')}T${text(document, 'Время')}`,
      counterparty: counterpartyOf(base, document),
      currency: text(document, 'Валюта'),
      total: text(document, 'Сумма'),
      lines,
      isCancelled,
    });
    log(
      `заказ ${number} записан как ${order.number}: строк ${String(lines.length)}, ${order.total} ${order.currency}`,
    );
    return;
  }
  if (known.shipment !== null) {
    log(`заказ ${number} уже отгружен, изменения с сайта не приняты`);
    return;
  }
  if (isCancelled && !known.isCancelled) {
    known.isCancelled = true;
    known.isPosted = false;
    base.register('order', known.guid);
    log(`заказ ${number} отменён покупателем`);
  }
  if (known.isPosted || known.isCancelled) return;
  Object.assign(known, { lines, total: text(document, 'Сумма') });
}

/**
 * A new document of 1C, which gets its own number.
 * @param {Base} base
 * @param {Pick<Order, 'counterparty' | 'currency' | 'isCancelled' | 'lines' | 'placed' | 'siteId' | 'siteNumber' | 'sitePart' | 'total'>} given
 * @returns {Order}
 */
export function newOrder(base, given) {
  /** @type {Order} */
  const order = {
    guid: base.random.guid(),
    number: base.nextNumber('order'),
    date: localNow(),
    isPosted: false,
    hasOtherLines: false,
    invoice: null,
    payment: null,
    shipment: null,
    ...given,
  };
  base.state.orders.push(order);
  base.register('order', order.guid);
  return order;
}

/** Goods that it does not know 1C makes anew, which nobody wants. @param {Base} base @param {Line} line @param {string} number @param {Knows} knows */
function checkGoods(base, { id, name, isService }, number, knows) {
  if (isService || base.isKnown(id)) return;
  if (id === '' || !knows(id))
    base.complain(`Заказ ${number}: номенклатуры "${id}" (${name}) нет, создана новая`);
  base.state.learned.push(id);
}

/** A document of 1C has one warehouse. @param {Base} base @param {Record<string, any>} document @param {string} number */
function checkWarehouses(base, document, number) {
  const goods = document['Товары']?.['Товар'] ?? [];
  const told = [document, ...goods].flatMap((each) => each['Склады']?.['Склад'] ?? []);
  const ids = new Set(told.map((each) => each['@_ИдСклада'] ?? text(each, 'Ид')));
  if (ids.size > 1) base.complain(`Заказ ${number}: складов ${String(ids.size)}`);
}

/** Whether it is one of several documents of an order. @param {Record<string, any>} document */
function partOf(document) {
  const [, order, of] = /^(.+), \d+ из (\d+)$/.exec(requisiteOf(document, 'Часть заказа') ?? '') ?? [];
  return order === undefined ? null : { order, of: Number(of) };
}

/** @param {Base} base @param {Record<string, any>} document @param {readonly Line[]} lines */
function checkSums(base, document, lines) {
  const number = text(document, 'Номер');
  try {
    let sum = 0n;
    for (const { name, price, quantity, total, tax } of lines) {
      const difference = product(price, quantity) - cents(total);
      if (difference > 1n || difference < -1n)
        base.complain(`Заказ ${number}: ${name}: ${price} × ${quantity} — не ${total}`);
      sum += cents(total) + (tax && !tax.isIncluded ? cents(tax.amount) : 0n);
    }
    const told = cents(text(document, 'Сумма'));
    if (sum !== told)
      base.complain(`Заказ ${number}: строки дают ${amountOf(sum)}, а сумма ${amountOf(told)}`);
  } catch (error) {
    base.complain(`Заказ ${number}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Found by its id, else by its tax number, else made. @param {Base} base @param {Record<string, any>} document */
function counterpartyOf(base, document) {
  const { counterparties } = base.state;
  const buyers = (document['Контрагенты']?.['Контрагент'] ?? []).filter(
    (/** @type {Record<string, any>} */ each) => text(each, 'Роль') === 'Покупатель',
  );
  const [buyer = {}] = buyers;
  if (buyers.length !== 1)
    base.complain(`Заказ ${text(document, 'Номер')}: покупателей ${String(buyers.length)}`);
  const told = {
    id: text(buyer, 'Ид'),
    name: text(buyer, 'Наименование'),
    inn: text(buyer, 'ИНН'),
    kpp: text(buyer, 'КПП'),
  };
  const known =
    counterparties.find(({ id }) => id === told.id) ??
    counterparties.find(({ inn, kpp }) => inn !== '' && inn === told.inn && kpp === told.kpp);
  if (known === undefined) counterparties.push(told);
  else if (known.inn !== told.inn) base.complain(`Контрагент ${told.id} слился с чужим ИНН ${told.inn}`);
  return known?.id ?? told.id;
}

/** @param {Record<string, any>} document @returns {Line[]} */
function linesOf(document) {
  return (document['Товары']?.['Товар'] ?? []).map((/** @type {Record<string, any>} */ line) => {
    const [tax] = line['Налоги']?.['Налог'] ?? [];
    return {
      id: text(line, 'Ид'),
      article: text(line, 'Артикул'),
      name: text(line, 'Наименование'),
      unit: line['БазоваяЕдиница']?.['@_Код'] ?? '796',
      price: text(line, 'ЦенаЗаЕдиницу'),
      quantity: text(line, 'Количество'),
      total: text(line, 'Сумма'),
      isService: requisiteOf(line, 'ТипНоменклатуры') === 'Услуга',
      tax: tax
        ? {
            rate: text(tax, 'Ставка') || null,
            amount: text(tax, 'Сумма'),
            isIncluded: text(tax, 'УчтеноВСумме') === 'true',
          }
        : null,
    };
  });
}

/** @param {Record<string, any>} element @param {string} name */
function requisiteOf(element, name) {
  /** @type {Record<string, any>[]} */
  const all = element['ЗначенияРеквизитов']?.['ЗначениеРеквизита'] ?? [];
  const found = all.find((each) => text(each, 'Наименование') === name);
  return found && text(found, 'Значение');
}

/** @param {Record<string, any>} element @param {string} name @returns {string} */
function text(element, name) {
  const value = element[name];
  return typeof value === 'string' ? value.trim() : (value?.['#text'] ?? '').trim();
}
