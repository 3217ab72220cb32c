// @ts-check
import { amountOf, cents } from './money.mjs';

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
    const found = base.state.orders.filter(({ siteId, sitePart, number, placed }) =>
      isOnline
        ? siteId === order.id || sitePart?.order === order.number
        : siteId === null && [number, `${number}/${placed.slice(0, 4)}`].includes(order.number),
    );
    const expected = found[0]?.sitePart?.of ?? 1;
    if (found.length !== expected)
      problems.push(`Заказ ${order.number}: в 1С ${String(found.length)} раз вместо ${String(expected)}`);
    for (const { guid } of found) matched.add(guid);
    if (found.length > 0)
      problems.push(...differences(found, order).map((each) => `Заказ ${order.number}: ${each}`));
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

/** @param {readonly Order[]} documents those of one order @param {ShopOrder} order */
function differences(documents, order) {
  const problems = [];
  const status = statusOf(documents);
  if (order.status !== status) problems.push(`в 1С ${status}, на сайте ${order.status}`);
  // What is in a cancelled order matters to nobody.
  const live = documents.filter(({ isCancelled }) => !isCancelled);
  if (live.length > 0) problems.push(...differentLines(live, order));
  for (const document of documents)
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

/** @param {readonly Order[]} documents @param {ShopOrder} order */
function differentLines(documents, order) {
  const problems = [];
  const sum = documents.reduce((whole, { total }) => whole + cents(total), 0n);
  if (order.totals !== null && cents(order.totals.total) !== sum)
    problems.push(`сумма ${amountOf(sum)} в 1С, ${order.totals.total} на сайте`);
  const isOfSite = documents.some(({ siteId }) => siteId !== null);
  const here = quantities(
    documents
      .flatMap(({ lines }) => lines)
      .filter(({ isService }) => !isService)
      .map(({ article, quantity }) => ({ sku: isOfSite ? article : '', quantity })),
    isOfSite,
  );
  const there = quantities(
    order.lines.map(({ sku, quantity }) => ({ sku: isOfSite ? sku : '', quantity })),
    isOfSite,
  );
  if (here !== there) problems.push(`строки ${here} в 1С, ${there} на сайте`);
  return problems;
}

/**
 * What is ordered how often, in any order: one and the same goods can come from several warehouses.
 * @param {readonly { sku: string, quantity: string }[]} lines
 * @param {boolean} isSummed
 */
function quantities(lines, isSummed) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const [index, { sku, quantity }] of lines.entries()) {
    const key = isSummed ? sku : String(index);
    sums.set(key, (sums.get(key) ?? 0) + Number(quantity));
  }
  return [...sums]
    .map(([key, quantity]) => (isSummed ? `${key} × ${String(quantity)}` : `× ${String(quantity)}`))
    .sort()
    .join('; ');
}

/** Where an order stands in the shop when it was told of its documents. @param {readonly Order[]} documents */
export function statusOf(documents) {
  const live = documents.filter(({ isCancelled }) => !isCancelled);
  if (live.length === 0) return 'canceled';
  if (live.every(({ shipment }) => shipment !== null)) return 'shipped';
  if (live.some(({ shipment }) => shipment !== null)) return 'assembling';
  return live.every(({ isPosted }) => isPosted) ? 'confirmed' : 'placed';
}
