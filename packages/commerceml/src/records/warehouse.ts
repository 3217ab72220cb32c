import type { Row } from '../reader/row.js';
import { readAddress, readContacts, type Address, type Contact } from './address.js';
import { readMarks, type Marks } from './marks.js';

/** A row of the list of warehouses, `Склад`. */
export interface WarehouseRecord extends Marks {
  readonly type: 'warehouse';
  readonly line: number;
  readonly id: string;
  readonly name: string | undefined;
  readonly comment: string | undefined;
  readonly address: Address | undefined;
  readonly contacts: readonly Contact[] | undefined;
}

export function readWarehouse(row: Row): WarehouseRecord | undefined {
  const { element } = row;
  const id = row.reference(element, 'Ид');
  if (!id) return undefined;
  row.id = id;
  return {
    type: 'warehouse',
    line: element.line,
    id,
    ...readMarks(row),
    name: row.name(element, 'Наименование'),
    comment: row.text(element, 'Комментарий'),
    address: readAddress(row, element, 'Адрес'),
    contacts: readContacts(row, element),
  };
}
