// @ts-check
import { cents } from './money.mjs';

/** @import { Base, Order } from './base.mjs' */

/**
 * An order as the shop's `GET /v1/orders/{id}` shows it.
 * @typedef {object} ShopOrder
 * @property {string} id
 * @property {string} number
 * @property {string} status
 * @property {string} provenance
 * @property {{ total: string } | null} totals
 * @property {readonly { sku: string, quantity: string, total?: string | undefined }[]} lines
 * @property {readonly { kind: string, number: string, date: string }[]} documents
 */

/**
 * Compares the orders of a shop with those of 1C.
 * @param {Base} base
 * @param {readonly ShopOrder[]} orders
 * @param {{ isEverything?: boolean }} [options] whether these are all orders of the shop
 * @returns {string[]} what is wrong; nothing where both say the same
 */
export function verify(base, orders, { isEverything = true } = {}) {
  const problems = [...base.state.errors];
  const matched = new Set();
  for (const order of orders) {
    const isOnline = order.provenance !== 'erp';
    const found = base.state.orders.filter(({ siteId, number, placed }) =>
      isOnline
        ? siteId === order.id
        : siteId === null && [number, `${number}/${placed.slice(0, 4)}`].includes(order.number),
    );
    if (found.length !== 1) problems.push(`Заказ ${order.number}: в 1С ${String(found.length)} раз`);
    for (const document of found) {
      matched.add(document.guid);
      problems.push(...differences(document, order).map((each) => `Заказ ${order.number}: ${each}`));
    }
  }
  if (isEverything)
    for (const { guid, number, isCancelled, siteId } of base.state.orders)
      if (!matched.has(guid) && !(siteId === null && isCancelled))
        problems.push(`Заказа ${number} на сайте нет`);
  const untold = [...base.changes(['order']).keys()];
  if (isEverything && untold.length > 0)
    problems.push(`На сайт не передано заказов: ${String(untold.length)}`);
  return problems;
}

/** @param {Order} document @param {ShopOrder} order */
function differences(document, order) {
  const problems = [];
  const status = statusOf(document);
  if (order.status !== status) problems.push(`в 1С ${status}, на сайте ${order.status}`);
  // What is in a cancelled order matters to nobody.
  if (!document.isCancelled) problems.push(...differentLines(document, order));
  for (const [kind, told] of /** @type {const} */ ([
    ['invoice', document.invoice],
    ['deliveryNote', document.shipment],
  ])) {
    const shown = order.documents.filter((each) => each.kind === kind && each.number === told?.number);
    if (told !== null && (shown.length !== 1 || shown[0]?.date !== told.date.slice(0, 10)))
      problems.push(`документ ${kind} ${told.number} на сайте ${String(shown.length)} раз`);
  }
  return problems;
}

/** @param {Order} document @param {ShopOrder} order */
function differentLines(document, order) {
  const problems = [];
  if (order.totals !== null && cents(order.totals.total) !== cents(document.total))
    problems.push(`сумма ${document.total} в 1С, ${order.totals.total} на сайте`);
  const goods = document.lines.filter(({ isService }) => !isService);
  /** @param {string} sku @param {string} quantity */
  const key = (sku, quantity) => `${document.siteId === null ? '' : `${sku} `}× ${String(Number(quantity))}`;
  const here = goods.map(({ article, quantity }) => key(article, quantity)).sort();
  const there = order.lines.map(({ sku, quantity }) => key(sku, quantity)).sort();
  if (here.join('; ') !== there.join('; '))
    problems.push(`строки ${here.join('; ')} в 1С, ${there.join('; ')} на сайте`);
  return problems;
}

/** Where an order stands in the shop when it was told of it. @param {Order} document */
export function statusOf({ isCancelled, isPosted, shipment }) {
  if (isCancelled) return 'canceled';
  if (shipment !== null) return 'shipped';
  return isPosted ? 'confirmed' : 'placed';
}
