// @ts-check
import { localNow } from './base.mjs';
import { amountOf, cents, product, taxOf } from './money.mjs';
import { newOrder } from './take-orders.mjs';

/** @import { Base, Line, Order } from './base.mjs' */

/**
 * What people in 1C do now and then, as probabilities.
 * @typedef {object} Habits
 * @property {number} [change] a manager changes a quantity before an order is posted
 * @property {number} [cancel] a manager cancels an order
 * @property {number} [phone] somebody orders by phone
 * @property {number} [trade] goods come in, a price changes
 */

/**
 * A while of work in 1C: every order goes one step on, and perhaps something else happens.
 * @param {Base} base
 * @param {Habits} habits
 * @param {(line: string) => void} log
 */
export function work(base, habits, log) {
  const { state, random } = base;
  for (const [index, order] of state.orders.entries()) {
    if (order.isCancelled || order.shipment !== null) continue;
    // Whoever looks for the first time sees an order go its usual way.
    const isFirst = index === 0;
    if (!isFirst && random.happens(habits.cancel ?? 0)) cancelOrder(base, order, log);
    else {
      if (!isFirst && !order.isPosted && random.happens(habits.change ?? 0)) changeLines(base, order, log);
      advance(base, order, log);
    }
  }
  if (random.happens(habits.phone ?? 0)) takePhoneOrder(base, log);
  if (random.happens(habits.trade ?? 0)) trade(base, log);
}

/** @param {Base} base @param {Order} order @param {(line: string) => void} log */
export function advance(base, order, log) {
  const next = (/** @type {string} */ kind) => ({
    guid: base.random.guid(),
    number: base.nextNumber(kind),
    date: localNow(),
  });
  if (!order.isPosted) {
    order.isPosted = true;
    reserve(base, order);
    log(`${order.number} проведён`);
  } else if (order.invoice === null) {
    order.invoice = next('invoice');
    log(`${order.number}: выставлен счёт ${order.invoice.number}`);
  } else if (order.payment === null) {
    order.payment = next('payment');
    log(`${order.number} оплачен`);
  } else if (order.shipment === null) {
    order.shipment = next('shipment');
    log(`${order.number} отгружен, накладная ${order.shipment.number}`);
  } else return;
  base.register('order', order.guid);
}

/** @param {Base} base @param {Order} order @param {(line: string) => void} log */
export function cancelOrder(base, order, log) {
  order.isCancelled = true;
  order.isPosted = false;
  base.register('order', order.guid);
  log(`${order.number} отменён менеджером`);
}

/** @param {Base} base @param {Order} order @param {(line: string) => void} log */
export function changeLines(base, order, log) {
  const line = base.random.oneOf(order.lines.filter(({ isService }) => !isService));
  if (line === undefined) return;
  const quantity = String(Number(line.quantity) * base.random.between(2, 4));
  Object.assign(line, lineAmounts({ ...line, quantity }));
  order.total = totalOf(order.lines);
  order.hasOtherLines = true;
  base.register('order', order.guid);
  log(`${order.number}: менеджер изменил количество «${line.name}» на ${quantity}`);
}

/** @param {Base} base @param {(line: string) => void} log @param {string} [counterparty] */
export function takePhoneOrder(base, log, counterparty = base.random.oneOf(base.state.counterparties)?.id) {
  const { state, random } = base;
  const offers = Object.entries(state.prices).filter(([offer]) => base.goodsOf(offer)?.isDeleted === false);
  if (counterparty === undefined || offers.length === 0) return undefined;
  const chosen = new Map(
    Array.from({ length: random.between(1, 3) }, () => random.oneOf(offers) ?? ['', {}]),
  );
  const lines = [...chosen].map(([offer, prices]) => {
    const goods = base.goodsOf(offer);
    return lineAmounts({
      id: offer,
      article: goods?.article ?? '',
      name: goods?.name ?? '',
      unit: goods?.unit ?? '796',
      price: Object.values(prices)[0] ?? '1.00',
      quantity: String(random.between(1, 20)),
      total: '',
      tax: { rate: goods?.rate ?? '20', amount: '', isIncluded: true },
      isService: false,
    });
  });
  const order = newOrder(base, {
    siteId: null,
    siteNumber: '',
    sitePart: null,
    placed: localNow(),
    counterparty,
    currency: 'RUB',
    total: totalOf(lines),
    lines,
    isCancelled: false,
  });
  log(`по телефону принят заказ ${order.number}: ${order.total} RUB`);
  return order;
}

/** @param {Base} base @param {(line: string) => void} log */
function trade(base, log) {
  const { state, random } = base;
  const goods = random.oneOf(state.goods.filter((each) => state.prices[base.offersOf(each)[0] ?? '']));
  const warehouse = random.oneOf(state.warehouses);
  if (goods === undefined || warehouse === undefined) return;
  const offer = random.oneOf(base.offersOf(goods)) ?? goods.id;
  const came = random.between(10, 200);
  base.setRest(offer, warehouse.id, (state.rests[offer]?.[warehouse.id] ?? 0) + came);
  log(`поступление: ${goods.name}, ${String(came)} на ${warehouse.name}`);
  if (!random.happens(0.3)) return;
  const percent = BigInt(random.between(95, 110));
  for (const [type, amount] of Object.entries(state.prices[offer] ?? {}))
    base.setPrice(offer, type, amountOf((cents(amount) * percent + 50n) / 100n));
  log(`новая цена: ${goods.name}`);
}

/** What is reserved is no free stock any more. @param {Base} base @param {Order} order */
function reserve(base, { lines }) {
  for (const { id, quantity } of lines) {
    const [fullest] = Object.entries(base.state.rests[id] ?? {}).sort(([, left], [, right]) => right - left);
    if (fullest) base.setRest(id, fullest[0], Math.max(0, fullest[1] - Math.ceil(Number(quantity))));
  }
}

/** @param {Line} line @returns {Line} */
function lineAmounts(line) {
  const total = product(line.price, line.quantity);
  const rate = line.tax?.rate ?? '';
  const amount = /^\d/.test(rate) ? taxOf(total, rate, line.tax?.isIncluded ?? true) : 0n;
  return { ...line, total: amountOf(total), tax: line.tax && { ...line.tax, amount: amountOf(amount) } };
}

/** @param {readonly Line[]} lines */
const totalOf = (lines) =>
  amountOf(
    lines.reduce(
      (sum, { total, tax }) => sum + cents(total) + (tax && !tax.isIncluded ? cents(tax.amount) : 0n),
      0n,
    ),
  );
