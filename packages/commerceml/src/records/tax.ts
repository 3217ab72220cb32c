import type { Row } from '../reader/row.js';
import { readDecimal } from '../values/decimal.js';
import type { XmlElement } from '../xml/element.js';

/** A tax of goods, of a price, of a line or of a document. */
export interface Tax {
  /** `НДС`, `ПДВ` … */
  readonly name: string | undefined;
  /** Per cent as a decimal string, of `20`, `18%` or `20/120`; `null` for goods without the tax (`Без НДС`). */
  readonly rate: string | null | undefined;
  /** Whether the price or the amount includes the tax (`УчтеноВСумме`). */
  readonly isIncluded: boolean | undefined;
  /** Decimal string. */
  readonly amount: string | null | undefined;
  readonly isExcise: boolean | undefined;
}

export function readTax(row: Row, element: XmlElement): Tax {
  return {
    name: row.reference(element, 'Наименование'),
    rate: readRate(row, element),
    isIncluded: row.flag(element, 'УчтеноВСумме'),
    amount: row.decimal(element, 'Сумма'),
    isExcise: row.flag(element, 'Акциз'),
  };
}

function readRate(row: Row, element: XmlElement): string | null | undefined {
  const child = element.child('Ставка');
  if (child === undefined) return undefined;
  const text = child.text.trim();
  if (text === '' || /^(?:без|не обл|нет|звільн|exempt)/i.test(text)) return null;
  const number = /\d+(?:[.,]\d+)?/.exec(text)?.[0];
  const rate = number === undefined ? undefined : readDecimal(number);
  if (rate === undefined)
    row.report('warning', 'invalid_number', child, `"${text.slice(0, 40)}" is no tax rate`);
  return rate === undefined ? null : row.known.intern(rate);
}

export function readTaxes(
  row: Row,
  parent: XmlElement,
  list: string,
  name: string,
): readonly Tax[] | undefined {
  return parent.rows(list, name)?.map((each) => readTax(row, each));
}
