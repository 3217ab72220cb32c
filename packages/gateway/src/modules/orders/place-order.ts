import type { MoneyInput, Order } from '@kontor/contract';

import { newId } from '../../identifiers.js';
import { add, compare, decimal, decimalText } from '../../money/decimal.js';
import { ProblemError } from '../../problem-error.js';
import type { BuyerScope } from '../../scope.js';
import { totalsOf, type CartForOrder } from '../cart/service.js';
import { deleteCheckout, findAgreementName, type StoredCheckout } from './checkout-queries.js';
import { tellOfOrder } from './order-messages.js';
import { gapsOf, quoteOf, type CheckoutDeps } from './readiness.js';
import { insertEvent, insertOrder, nextNumber, type NewOrderLine } from './queries.js';

/**
 * Turns a locked checkout into an order in the scope's transaction: prices and stock are those of this moment, goods are
 * reserved, the order, its history, its invoice request and its messages are written; or a problem is thrown and nothing is.
 */
export async function placeOrder(
  deps: CheckoutDeps,
  scope: BuyerScope,
  checkout: StoredCheckout,
  cart: CartForOrder,
  expectedTotal: MoneyInput,
): Promise<Order> {
  if (cart.summary.lineCount === 0) throw new ProblemError('cart_empty');
  if (cart.summary.problemCount > 0)
    throw new ProblemError('cart_has_problems', { params: { lines: cart.problemLines } });
  const missing = gapsOf(scope, checkout, cart);
  if (missing.length > 0 || checkout.delivery === null)
    throw new ProblemError(missing.includes('permission') ? 'forbidden' : 'checkout_incomplete', {
      params: { missing },
    });

  const { settled, cost } = await quoteOf(deps.delivery, scope, checkout.delivery, cart);
  const { agreement, company, context, person } = scope.caller;
  const totals = totalsOf(cart.vatSums, agreement.currency, cost);
  if (
    expectedTotal.currency !== agreement.currency ||
    compare(decimal(expectedTotal.amount), decimal(totals.total)) !== 0
  ) {
    throw new ProblemError('total_changed', {
      pointer: '/expectedTotal',
      params: { total: { amount: totals.total, currency: agreement.currency }, repriced: cart.repriced },
    });
  }

  const orderId = newId('ord');
  const number = await nextNumber(scope);
  const lines = orderLines(cart);
  await insertOrder(
    scope,
    {
      id: orderId,
      number,
      currency: agreement.currency,
      vatMode: agreement.vatMode,
      net: totals.net,
      vat: totals.vat,
      total: totals.total,
      deliveryCost: cost,
      vatSums: cart.vatSums,
      delivery: settled,
      requestedDate: checkout.requestedDate,
      urgency: checkout.urgency,
      purchaseOrderNumber: checkout.purchaseOrderNumber,
      comment: checkout.comment,
      context: {
        agreement: { ...(await findAgreementName(scope)), paymentTerm: agreement.paymentTerm },
        locale: scope.locale,
        contact: { name: person.name, email: person.email },
      },
    },
    lines,
  );
  await reserve(deps, scope, orderId, lines);
  const order = { id: orderId, companyId: company.id, number, sellerId: agreement.sellerId };
  await insertEvent(scope, order, 'placed', person.name, null);
  await deps.documents.requestInvoice(scope, order);
  await tellOfOrder(scope, order);
  await deps.carts.markOrdered(scope, checkout.cartId);
  await deleteCheckout(scope, checkout.id);
  await deps.events.publish(
    scope,
    { companyId: context.companyId, about: 'order', memberId: context.memberId },
    { type: 'order.placed', orderId, number },
  );
  return deps.orders.answer(scope, orderId);
}

async function reserve(
  { stock }: CheckoutDeps,
  scope: BuyerScope,
  orderId: string,
  lines: readonly NewOrderLine[],
): Promise<void> {
  const { shortages } = await stock.reserve(scope, orderId, lines);
  if (shortages.length === 0) return;
  const bySku = [];
  for (const { position, available } of shortages) {
    const line = lines.find((each) => each.position === position);
    const shown = await stock.show(scope, available);
    bySku.push({
      sku: line?.sku,
      quantity: line?.quantity,
      ...(shown === undefined ? {} : { available: shown }),
    });
  }
  throw new ProblemError('not_enough_stock', { params: { lines: bySku } });
}

/** Lines as the order keeps them, whatever the catalogue becomes. */
function orderLines({ lines, variants }: CartForOrder): NewOrderLine[] {
  return lines.map((line, index) => {
    const variant = variants.get(line.variantId);
    if (!variant || line.unitPrice === null || line.net === null || line.vat === null)
      throw new Error('A line without variant or price cannot be ordered');
    return {
      position: index + 1,
      variantId: line.variantId,
      sku: variant.sku,
      name: variant.name,
      unitCode: variant.unit.code,
      unitName: variant.unit.name,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      vatRate: line.vatRate,
      net: line.net,
      vat: line.vat,
      total: decimalText(add(decimal(line.net), decimal(line.vat))),
      comment: line.comment,
    };
  });
}
