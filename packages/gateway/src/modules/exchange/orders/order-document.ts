import type { DocumentDraft } from '@kontor/commerceml';

import { add, decimal, decimalText, plain, zero } from '../../../money/decimal.js';
import type { LineToSend, OrderToSend } from './load-orders.js';
import { localTime } from './local-time.js';
import { statusNames } from './statuses.js';

/** Most configurations cut longer numbers. */
const longestNumber = 11;

/** Id of the line that is the delivery; 1C echoes it. */
export const deliveryLineId = 'ORDER_DELIVERY';

/**
 * An order, or one of its parts, as 1C takes it. Its sum is that of its lines and, where prices are without VAT, their taxes;
 * delivery is a line of its own whose price holds its tax. A document of 1C has one warehouse: goods of an order that stays one
 * although it has several tell theirs line by line, which some configurations read.
 */
export function orderDocument(
  order: OrderToSend,
  { timeZone, taxName }: { timeZone: string; taxName: string },
): DocumentDraft {
  const [date = '', time = ''] = localTime(order.placedAt, timeZone).split('T');
  const isCanceled = order.status === 'canceled';
  const [warehouse] = order.warehouses.length === 1 ? order.warehouses : [];
  const name = warehouse?.name.ru;
  return {
    id: order.id,
    number: order.number.slice(-longestNumber),
    date,
    time,
    kind: 'order',
    role: 'Продавец',
    currency: order.currency,
    rate: '1',
    total: totalOf(order),
    agreement: order.agreement ?? undefined,
    contract: order.contract ?? undefined,
    counterparties: [counterpartyOf(order)],
    comment: order.comment ?? '',
    taxes: taxesOf(order, taxName),
    warehouses: warehouse && [{ id: warehouse.externalId ?? undefined, name }],
    lines: [...order.lines.map((line) => lineOf(order, line, taxName)), ...deliveryLine(order)],
    requisites: requisitesOf({
      'Номер заказа на сайте': order.number,
      'Часть заказа': order.part && `${order.part.order}, ${order.part.of}`,
      'Статус заказа': statusNames[order.status],
      'Статуса заказа ИД': order.status,
      Отменен: String(isCanceled),
      'Способ доставки': order.delivery?.name,
      'Адрес доставки': addressOf(order),
      'Желаемая дата поставки': order.requestedDate,
      Соглашение: order.agreement,
      Договор: order.contract,
      Склад: name,
      'Номер заказа покупателя': order.purchaseOrderNumber,
      'Контактное лицо': order.contact?.name ?? order.placedBy,
      'Комментарии покупателя': order.comment,
    }),
  };
}

function totalOf({ lines, deliveryCost }: OrderToSend): string {
  const goods = lines.reduce((sum, { net, vat }) => add(sum, add(decimal(net), decimal(vat))), zero);
  return decimalText(add(goods, decimal(deliveryCost ?? '0')));
}

/** A company that 1C doesn't know has the shop's own id, never that of another one: 1C would merge them. */
function counterpartyOf({ company, contact }: OrderToSend) {
  const { requisites } = company;
  return {
    id: company.externalId ?? company.id,
    name: company.name,
    officialName: company.name,
    fullName: company.name,
    role: 'Покупатель',
    inn: requisites['inn'],
    kpp: requisites['kpp'],
    okpo: requisites['okpo'] ?? requisites['edrpou'],
    legalAddress: company.address === '' ? undefined : { text: company.address, fields: [] },
    contacts: contact?.email === undefined ? undefined : [{ type: 'Почта', value: contact.email }],
  };
}

function lineOf({ vatMode, warehouses }: OrderToSend, line: LineToSend, taxName: string) {
  const unit = { code: line.unitCode, name: line.unitName };
  const isIncluded = vatMode !== 'excluded';
  return {
    id: line.externalId ?? undefined,
    article: line.sku,
    name: line.name,
    baseUnit: unit,
    unit,
    coefficient: '1',
    price: plain(line.unitPrice),
    quantity: plain(line.quantity),
    total: isIncluded ? decimalText(add(decimal(line.net), decimal(line.vat))) : line.net,
    taxes: [{ name: taxName, isIncluded, amount: line.vat, rate: rateOf(vatMode, line) }],
    // The whole document names its warehouse where there is one.
    warehouses:
      warehouses.length > 1
        ? line.reserved.map(({ externalId, name, quantity }) => ({
            id: externalId ?? undefined,
            name: name.ru,
            quantity: plain(quantity),
          }))
        : undefined,
    requisites: requisitesOf({ ВидНоменклатуры: 'Товар', ТипНоменклатуры: 'Товар' }),
  };
}

const rateOf = (vatMode: OrderToSend['vatMode'], { vatRate }: LineToSend): string | null =>
  vatMode === 'none' || vatRate === null ? null : plain(vatRate);

/** Taxes of the whole order by rate. */
function taxesOf({ lines, vatMode }: OrderToSend, name: string) {
  const amounts = new Map<string | null, string>();
  for (const line of lines) {
    const rate = rateOf(vatMode, line);
    amounts.set(rate, decimalText(add(decimal(amounts.get(rate) ?? '0'), decimal(line.vat))));
  }
  return [...amounts].map(([rate, amount]) => ({ name, isIncluded: vatMode !== 'excluded', amount, rate }));
}

function deliveryLine({ deliveryCost }: OrderToSend) {
  if (deliveryCost === null || Number(deliveryCost) === 0) return [];
  return [
    {
      id: deliveryLineId,
      name: 'Доставка',
      price: plain(deliveryCost),
      quantity: '1',
      total: deliveryCost,
      coefficient: '1',
      requisites: requisitesOf({ ВидНоменклатуры: 'Услуга', ТипНоменклатуры: 'Услуга' }),
    },
  ];
}

function addressOf({ delivery }: OrderToSend): string | undefined {
  const { location, street } = delivery ?? {};
  return [location?.region, location?.city, street].filter(Boolean).join(', ') || undefined;
}

function requisitesOf(told: Readonly<Record<string, string | null | undefined>>) {
  return Object.entries(told).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [{ name, values: [value] }],
  );
}
