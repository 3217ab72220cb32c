import type { Row } from '../reader/row.js';
import type { XmlElement } from '../xml/element.js';

/** Stock in one warehouse. */
export interface Rest {
  readonly warehouseId: string;
  /** Decimal string. */
  readonly quantity: string | null | undefined;
}

/** Reads stock of all shapes: `Склад` with attributes, `Склады/Склад`, `Остатки/Остаток`; one without a warehouse is the total. */
export function readRests(row: Row): { rests: Rest[] | undefined; total: string | null | undefined } {
  const { element } = row;
  const warehouses = element.all('Склад');
  for (const list of element.all('Склады')) {
    if (list.attributes['ИдСклада'] !== undefined) warehouses.push(list);
    warehouses.push(...list.all('Склад'));
  }
  const remainders = element.rows('Остатки', 'Остаток');
  const rests: Rest[] = [];
  for (const each of warehouses) add(row, rests, each, undefined);
  let total: string | null | undefined;
  for (const each of remainders ?? []) {
    const found = each.all('Склад');
    if (found.length === 0) total = row.decimal(each, 'Количество');
    for (const warehouse of found) add(row, rests, warehouse, each);
  }
  const isSaid = rests.length > 0 || warehouses.length > 0 || element.child('Склады') !== undefined;
  return { rests: isSaid || (remainders !== undefined && total === undefined) ? rests : undefined, total };
}

function add(row: Row, rests: Rest[], element: XmlElement, outer: XmlElement | undefined): void {
  const attribute = element.attributes['ИдСклада'];
  const warehouseId =
    attribute === undefined ? row.reference(element, 'Ид') : row.known.intern(attribute.trim());
  if (!warehouseId) {
    row.report('warning', 'missing_id', element, 'Stock without a warehouse');
    return;
  }
  const attributed = row.decimalAttribute(element, 'КоличествоНаСкладе');
  const inside = attributed === undefined ? row.decimal(element, 'Количество') : attributed;
  const quantity = inside === undefined && outer !== undefined ? row.decimal(outer, 'Количество') : inside;
  rests.push({ warehouseId, quantity });
}
