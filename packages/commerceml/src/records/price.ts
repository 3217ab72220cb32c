import type { Row } from '../reader/row.js';
import type { XmlElement } from '../xml/element.js';
import { readTax, type Tax } from './tax.js';
import { readUnit, type Unit } from './unit.js';

/** A price of one type. It is for one `unit`, which holds `coefficient` base units. */
export interface Price {
  readonly priceTypeId: string;
  /** Decimal string; `null` where the file has an empty one. */
  readonly amount: string | null | undefined;
  /** ISO 4217; `undefined` where the price type says it. */
  readonly currency: string | undefined;
  readonly unit: Unit | undefined;
  /** Decimal string; absent means 1. */
  readonly coefficient: string | null | undefined;
  /** The price is for orders from this quantity on. */
  readonly minQuantity: string | null | undefined;
  readonly tax: Tax | undefined;
  /** For people: `2 042,66 руб. за шт`. */
  readonly text: string | undefined;
}

export function readPrices(row: Row): readonly Price[] | undefined {
  const rows = row.element.rows('Цены', 'Цена');
  if (rows === undefined) return undefined;
  const prices: Price[] = [];
  for (const each of rows) {
    const price = readPrice(row, each);
    if (price !== undefined) prices.push(price);
  }
  if (prices.length > 1) reportDuplicates(row, prices);
  return prices;
}

function readPrice(row: Row, element: XmlElement): Price | undefined {
  const priceTypeId = row.reference(element, 'ИдТипаЦены');
  if (!priceTypeId) {
    const code = element.isEmpty ? 'empty_row' : 'missing_id';
    row.report(element.isEmpty ? 'info' : 'warning', code, element, 'A price has no price type');
    return undefined;
  }
  const { priceTypes } = row.known;
  if (priceTypes.size > 0 && !priceTypes.has(priceTypeId) && row.known.isFirst(`price type ${priceTypeId}`))
    row.report(
      'warning',
      'undeclared_price_type',
      element,
      `The price type ${priceTypeId} is not declared in this file`,
    );
  const unit = element.child('Единица');
  const tax = element.child('Налог');
  return {
    priceTypeId,
    amount: row.decimal(element, 'ЦенаЗаЕдиницу'),
    currency: row.currency(element, 'Валюта'),
    unit: unit === undefined ? undefined : readUnit(row, unit),
    coefficient: row.decimal(element, 'Коэффициент'),
    minQuantity: row.decimal(element, 'МинКоличество'),
    tax: tax === undefined ? undefined : readTax(row, tax),
    text: row.text(element, 'Представление'),
  };
}

function reportDuplicates(row: Row, prices: readonly Price[]): void {
  if (!prices.some((price, index) => prices.findIndex((other) => isSameKind(price, other)) < index)) return;
  const list = row.element.child('Цены') ?? row.element;
  row.report('warning', 'duplicate_price', list, 'Several prices have the same type');
}

/**
 * One price per type and minimum quantity: of several, the one of the base unit (coefficient 1), else the first. Real files
 * repeat a type for a box and a piece.
 */
export function preferredPrices(prices: readonly Price[]): readonly Price[] {
  const chosen = new Map<string, Price>();
  for (const price of prices) {
    const key = `${price.minQuantity ?? ''} ${price.priceTypeId}`;
    const other = chosen.get(key);
    if (other === undefined || (!isOfBaseUnit(other) && isOfBaseUnit(price))) chosen.set(key, price);
  }
  return [...chosen.values()];
}

const isSameKind = (one: Price, other: Price): boolean =>
  one.priceTypeId === other.priceTypeId && one.minQuantity === other.minQuantity;

const isOfBaseUnit = ({ coefficient }: Price): boolean =>
  coefficient === undefined || coefficient === null || coefficient === '1';
