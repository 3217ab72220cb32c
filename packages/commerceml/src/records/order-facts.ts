import { readDate } from '../values/date.js';
import { readFlag } from '../values/flag.js';
import type { Document } from './document.js';
import { requisiteValue } from './requisite.js';

/** What a document of 1C says of an order; payment, shipment and the state in 1C are independent of each other. */
export interface OrderFacts {
  /** `undefined` in all flags: the document doesn't say, so nothing changes. */
  readonly isCancelled: boolean | undefined;
  readonly isShipped: boolean | undefined;
  readonly isPaid: boolean | undefined;
  /** Posted in 1C (`Проведен`). */
  readonly isConfirmed: boolean | undefined;
  readonly number1C: string | undefined;
  /** ISO 8601. */
  readonly date1C: string | undefined;
  readonly shipmentNumber: string | undefined;
  readonly shipmentDate: string | undefined;
  readonly paymentNumber: string | undefined;
  readonly paymentDate: string | undefined;
  /** The configuration's own status, as a text and as a code: operators map them. */
  readonly status: string | undefined;
  readonly statusId: string | undefined;
  /** The one state to show, of the facts above: the first that holds. A mapped `status` goes before `confirmed`. */
  readonly state: 'accepted' | 'cancelled' | 'confirmed' | 'paid' | 'sent' | 'shipped';
}

/** Gathers from elements, requisites under any of their spellings, and documents under this one. */
export function orderFacts(
  document: Pick<Document, 'date1C' | 'isDeleted' | 'number1C' | 'requisites' | 'subordinates'>,
): OrderFacts {
  const text = (...names: string[]): string | undefined =>
    requisiteValue(document.requisites, ...names)?.trim() || undefined;
  const flag = (...names: string[]): boolean | undefined => {
    const value = text(...names);
    return value === undefined ? undefined : readFlag(value);
  };
  const date = (...names: string[]): string | undefined => readDate(text(...names) ?? '') ?? undefined;
  const has = (...kinds: string[]): true | undefined =>
    document.subordinates?.some(({ kind, isDeleted }) => kinds.includes(kind) && isDeleted !== true) ===
      true || undefined;

  const shipmentNumber = text('Номер отгрузки по 1С');
  const paymentNumber = text('Номер оплаты по 1С', 'Номер платежного документа');
  const number1C = document.number1C || text('Номер по 1С');
  const facts = {
    isCancelled: anyOf(document.isDeleted, flag('ПометкаУдаления'), flag('Отменен')),
    isShipped: anyOf(flag('Отгружен'), shipmentNumber === undefined ? undefined : true, has('shipment')),
    isPaid: anyOf(
      flag('Оплачен', 'Заказ оплачен'),
      paymentNumber === undefined ? undefined : true,
      has('payment'),
    ),
    isConfirmed: flag('Проведен'),
    number1C,
    date1C: document.date1C ?? date('Дата по 1С'),
    shipmentNumber,
    shipmentDate: date('Дата отгрузки по 1С'),
    paymentNumber,
    paymentDate: date('Дата оплаты по 1С', 'Дата оплаты'),
    status: text('Статус заказа', 'Статус'),
    statusId: text('Статуса заказа ИД', 'Статус заказа ИД'),
  };
  return { ...facts, state: stateOf(facts) };
}

/** Yes if anything says yes, no if anything says no, else nothing. */
function anyOf(...flags: readonly (boolean | undefined)[]): boolean | undefined {
  if (flags.includes(true)) return true;
  return flags.includes(false) ? false : undefined;
}

function stateOf(facts: Omit<OrderFacts, 'state'>): OrderFacts['state'] {
  if (facts.isCancelled === true) return 'cancelled';
  if (facts.isShipped === true) return 'shipped';
  if (facts.isPaid === true) return 'paid';
  if (facts.isConfirmed === true) return 'confirmed';
  return facts.number1C === undefined ? 'sent' : 'accepted';
}
