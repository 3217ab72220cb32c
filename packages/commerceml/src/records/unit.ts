import type { Row } from '../reader/row.js';
import type { XmlElement } from '../xml/element.js';
import { readMarks, type Marks } from './marks.js';

/** A unit of measure as a row names it. */
export interface Unit {
  /** Code of the classifier of units (ОКЕИ `796`, КСПОВО `2009`). */
  readonly code: string | undefined;
  /** Short name, `шт`: of the row, else of its full name (`Штука`), which stands where that has none, else by the code. */
  readonly name: string | undefined;
  readonly fullName: string | undefined;
  /** International abbreviation, `PCE`. */
  readonly international: string | undefined;
  /** Other units of the same goods and how many base units each holds; `undefined` where the row has none. */
  readonly conversions: readonly UnitConversion[] | undefined;
}

export interface UnitConversion {
  /** Code or name of the other unit. */
  readonly unit: string | undefined;
  /** Decimal string. */
  readonly ratio: string | null | undefined;
  readonly note: string | undefined;
}

/** A row of the dictionary of units, `ЕдиницаИзмерения`. */
export interface UnitRecord extends Marks {
  readonly type: 'unit';
  readonly line: number;
  readonly id: string;
  readonly code: string | undefined;
  readonly name: string | undefined;
  readonly fullName: string | undefined;
  readonly international: string | undefined;
}

const isCode = (text: string): boolean => /^\d{1,4}$/.test(text);

/** Reads a unit in any of its shapes: a name with attributes, a bare code, only a conversion, or a structure. */
export function readUnit(row: Row, element: XmlElement): Unit {
  const of = (name: string): string => (element.attributes[name] ?? element.child(name)?.text ?? '').trim();
  const text = element.text.trim();
  const conversions = element.child('Пересчет')
    ? element.all('Пересчет').map((each) => readConversion(row, each))
    : undefined;
  const self = conversions?.find(({ ratio }) => ratio === '1')?.unit ?? '';
  const code = of('Код') || of('Ид') || (isCode(text) ? text : isCode(self) ? self : '');
  const fullName = of('НаименованиеПолное');
  const name =
    (isCode(text) ? '' : text) ||
    of('НаименованиеКраткое') ||
    (fullName === '' ? undefined : row.known.shortUnitName(fullName)) ||
    fullName ||
    (code === '' ? undefined : row.known.unitName(code)) ||
    (isCode(self) ? '' : self);
  const keep = (value: string | undefined): string | undefined =>
    value ? row.known.intern(value) : undefined;
  return {
    code: keep(code),
    name: keep(name),
    fullName: keep(fullName),
    international: keep(of('МеждународноеСокращение')),
    conversions,
  };
}

function readConversion(row: Row, element: XmlElement): UnitConversion {
  return {
    unit: row.reference(element, 'Единица'),
    ratio: row.decimal(element, 'Коэффициент'),
    note: row.text(element, 'ДополнительныеДанные'),
  };
}

export function readUnitRecord(row: Row): UnitRecord | undefined {
  const { element } = row;
  const code = row.text(element, 'Код') || undefined;
  const id = row.text(element, 'Ид') || code;
  if (id === undefined) return undefined;
  const fullName = row.text(element, 'НаименованиеПолное');
  const name = row.text(element, 'НаименованиеКраткое');
  if (code !== undefined && (name || fullName)) row.known.addUnit(code, name || fullName || '');
  return {
    type: 'unit',
    line: element.line,
    id,
    ...readMarks(row),
    code,
    name,
    fullName,
    international: row.text(element, 'МеждународноеСокращение'),
  };
}
