import type { Row } from '../reader/row.js';
import type { XmlElement } from '../xml/element.js';

/** A discount or a surcharge of a document or of a line. */
export interface Adjustment {
  readonly name: string | undefined;
  /** Decimal string. */
  readonly amount: string | null | undefined;
  readonly percent: string | null | undefined;
  /** Whether the amount of what it belongs to is already after it. */
  readonly isIncluded: boolean | undefined;
  readonly comment: string | undefined;
}

export function readAdjustments(
  row: Row,
  parent: XmlElement,
  list: string,
  name: string,
): readonly Adjustment[] | undefined {
  return parent.rows(list, name)?.map((each) => ({
    name: row.name(each, 'Наименование'),
    amount: row.decimal(each, 'Сумма'),
    percent: row.decimal(each, 'Процент'),
    isIncluded: row.flag(each, 'УчтеноВСумме'),
    comment: row.text(each, 'Комментарий'),
  }));
}
