import type { Row } from '../reader/row.js';
import { readTime } from '../values/date.js';
import { foldName } from '../values/fold.js';
import type { XmlElement } from '../xml/element.js';
import { readCounterparty, type Counterparty } from './counterparty.js';
import { readAdjustments, type Adjustment } from './adjustment.js';
import { readLine, type DocumentLine } from './document-line.js';
import { readMarks, type Marks } from './marks.js';
import { readRequisites, type Requisite } from './requisite.js';
import { readTaxes, type Tax } from './tax.js';

/** What a document does, of the standard's list of operations (`ХозОперация`). */
export type DocumentKind =
  | 'commission'
  | 'commissionReport'
  | 'commissionReturn'
  | 'invoice'
  | 'order'
  | 'other'
  | 'payment'
  | 'refund'
  | 'return'
  | 'shipment'
  | 'taxInvoice';

/** An order, an invoice, a shipment, a payment: `Документ`, or `ПодчиненныйДокумент` inside another. */
export interface Document extends Marks {
  readonly id: string | undefined;
  readonly number: string | undefined;
  /** Number in 1C, without its padding. */
  readonly number1C: string | undefined;
  /** ISO date. */
  readonly date: string | null | undefined;
  readonly date1C: string | null | undefined;
  /** `09:05:00`, in 1C's local time unless it has a zone. */
  readonly time: string | undefined;
  readonly kind: DocumentKind;
  /** `Заказ товара` …, as the file has it. */
  readonly operation: string | undefined;
  /** Role of who wrote the file: `Продавец` in orders of customers. */
  readonly role: string | undefined;
  /** ISO 4217, or the text where it is not known. */
  readonly currency: string | undefined;
  /** Rate to the currency of accounting. */
  readonly rate: string | null | undefined;
  /** Decimal string; `null` where the file has an empty one. */
  readonly total: string | null | undefined;
  readonly dueDate: string | null | undefined;
  readonly comment: string | undefined;
  readonly counterparties: readonly Counterparty[] | undefined;
  readonly taxes: readonly Tax[] | undefined;
  readonly discounts: readonly Adjustment[] | undefined;
  readonly surcharges: readonly Adjustment[] | undefined;
  readonly warehouses: readonly Named[] | undefined;
  /** Extensions of the trade between companies, as texts: their exact names in 1C. */
  readonly organization: string | undefined;
  readonly agreement: string | undefined;
  readonly contract: string | undefined;
  readonly lines: readonly DocumentLine[] | undefined;
  readonly requisites: readonly Requisite[] | undefined;
  /** Payments and shipments under an order. */
  readonly subordinates: readonly Document[] | undefined;
}

export interface DocumentRecord extends Document {
  readonly type: 'document';
  readonly line: number;
  readonly id: string;
}

export interface Named {
  readonly id: string | undefined;
  readonly name: string | undefined;
}

const kinds: readonly (readonly [string, DocumentKind])[] = [
  ['Заказ товара', 'order'],
  ['Счет на оплату', 'invoice'],
  ['Отпуск товара', 'shipment'],
  ['Счет-фактура', 'taxInvoice'],
  ['Возврат товара', 'return'],
  ['Передача товара на комиссию', 'commission'],
  ['Возврат комиссионного товара', 'commissionReturn'],
  ['Отчет о продажах комиссионного товара', 'commissionReport'],
  ['Отчет о списании комиссионного товара', 'commissionReport'],
  ['Выплата наличных денег', 'payment'],
  ['Выплата безналичных денег', 'payment'],
  ['Возврат наличных денег', 'refund'],
  ['Возврат безналичных денег', 'refund'],
];
/** The standard's own prose spells some operations without blanks. */
const keyOf = (operation: string): string => foldName(operation).replaceAll(/[\s-]/g, '');
const kindsByKey = new Map(kinds.map(([operation, kind]) => [keyOf(operation), kind]));

export function readDocumentRecord(row: Row): DocumentRecord | undefined {
  const id = row.text(row.element, 'Ид') || row.text(row.element, 'Номер');
  if (!id) return undefined;
  row.id = id;
  return {
    type: 'document',
    line: row.element.line,
    ...readDocument(row, row.element),
    id,
    ...readMarks(row),
  };
}

function readDocument(row: Row, element: XmlElement): Document {
  const operation = row.reference(element, 'ХозОперация');
  return {
    id: row.text(element, 'Ид'),
    version: row.text(element, 'НомерВерсии'),
    isDeleted: row.flag(element, 'ПометкаУдаления'),
    number: row.text(element, 'Номер'),
    number1C: row.text(element, 'Номер1С'),
    date: row.date(element, 'Дата'),
    date1C: row.date(element, 'Дата1С'),
    time: readDocumentTime(row, element),
    kind: kindsByKey.get(keyOf(operation ?? '')) ?? 'other',
    operation,
    role: row.reference(element, 'Роль'),
    currency: row.currency(element, 'Валюта'),
    rate: row.decimal(element, 'Курс'),
    total: row.decimal(element, 'Сумма'),
    dueDate: row.date(element, 'СрокПлатежа'),
    comment: row.text(element, 'Комментарий'),
    counterparties: element.rows('Контрагенты', 'Контрагент')?.map((each) => readCounterparty(row, each)),
    taxes: readTaxes(row, element, 'Налоги', 'Налог'),
    discounts: readAdjustments(row, element, 'Скидки', 'Скидка'),
    surcharges: readAdjustments(row, element, 'ДопРасходы', 'ДопРасход'),
    warehouses: readWarehouses(row, element),
    organization: readName(row, element, 'Организация'),
    agreement: readName(row, element, 'Соглашение'),
    contract: readName(row, element, 'Договор'),
    lines: element.rows('Товары', 'Товар')?.map((each) => readLine(row, each)),
    requisites: readRequisites(row, element),
    subordinates: element
      .rows('ПодчиненныеДокументы', 'ПодчиненныйДокумент')
      ?.map((each) => readDocument(row, each)),
  };
}

function readDocumentTime(row: Row, element: XmlElement): string | undefined {
  const child = element.child('Время');
  const text = child?.text.trim() ?? '';
  if (child === undefined || text === '') return undefined;
  const time = readTime(text.replace(/^\S+[T ]/, ''));
  if (time === undefined)
    row.report('warning', 'invalid_date', child, `"${text.slice(0, 40)}" is no time of day`);
  return time;
}

/** An element that has its name as a text, or inside as `Наименование`. */
function readName(row: Row, element: XmlElement, name: string): string | undefined {
  const child = element.child(name);
  if (child === undefined) return undefined;
  return child.child('Наименование') === undefined
    ? row.name(element, name)
    : row.name(child, 'Наименование');
}

function readWarehouses(row: Row, element: XmlElement): readonly Named[] | undefined {
  const found = [...element.all('Склад'), ...element.all('Склады').flatMap((list) => list.all('Склад'))];
  if (found.length === 0) return element.child('Склады') === undefined ? undefined : [];
  return found.map((each) => ({
    id: row.reference(each, 'Ид') ?? each.attributes['ИдСклада'],
    name: row.name(each, 'Наименование') ?? (each.text.trim() || undefined),
  }));
}
