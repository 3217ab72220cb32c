import type { Row } from '../reader/row.js';
import { readFlag } from '../values/flag.js';
import type { XmlElement } from '../xml/element.js';
import { readMarks, type Marks } from './marks.js';
import { readTax, type Tax } from './tax.js';

/** A category of the browse tree (`Группа`), parents before their children. */
export interface GroupRecord extends Marks {
  readonly type: 'group';
  readonly line: number;
  readonly id: string;
  /** `undefined` at the top. */
  readonly parentId: string | undefined;
  readonly name: string | undefined;
  readonly description: string | undefined;
}

/** A property (attribute) of goods. */
export interface PropertyRecord extends Marks {
  readonly type: 'property';
  readonly line: number;
  readonly id: string;
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly valueType: 'date' | 'number' | 'text' | 'variants' | undefined;
  readonly isRequired: boolean | undefined;
  readonly isMultiple: boolean | undefined;
  readonly isFilter: boolean | undefined;
  /** For products, offers, documents; `undefined` where the file doesn't say. */
  readonly usedFor: 'documents' | 'offers' | 'products' | undefined;
  readonly variants: readonly PropertyVariant[] | undefined;
}

export interface PropertyVariant {
  /** Rows refer to it by this id; `undefined` where variants are plain texts. */
  readonly id: string | undefined;
  readonly value: string;
}

/** A price type, `ТипЦены`. Its name is the supplier's: map by id. */
export interface PriceTypeRecord extends Marks {
  readonly type: 'priceType';
  readonly line: number;
  readonly id: string;
  readonly name: string | undefined;
  readonly description: string | undefined;
  /** ISO 4217, or the text where it is not known. */
  readonly currency: string | undefined;
  readonly taxes: readonly Tax[];
}

/** A kind of goods (`Категория`), which is not the browse tree. */
export interface CategoryRecord extends Marks {
  readonly type: 'category';
  readonly line: number;
  readonly id: string;
  readonly name: string | undefined;
  readonly propertyIds: readonly string[] | undefined;
}

/** Reads a group with all groups inside it. */
export function readGroups(row: Row, read: (element: XmlElement) => Row): GroupRecord[] {
  const groups: GroupRecord[] = [];
  const walk = (inner: Row, parentId: string | undefined): void => {
    const { element } = inner;
    const id = inner.text(element, 'Ид');
    if (id) {
      inner.id = id;
      groups.push({
        type: 'group',
        line: element.line,
        id,
        parentId: parentId ?? namedParent(inner, id),
        ...readMarks(inner),
        name: inner.name(element, 'Наименование'),
        description: inner.text(element, 'Описание'),
      });
    } else reportMissing(inner);
    for (const list of element.all('Группы'))
      for (const child of list.all('Группа')) walk(read(child), id || parentId);
  };
  walk(row, undefined);
  return groups;
}

/** Some exchanges list all groups side by side, each with the id of the one that it belongs to. */
function namedParent(row: Row, id: string): string | undefined {
  const parent = row.text(row.element, 'Родитель');
  return parent && parent !== id ? parent : undefined;
}

/** A row without an id is skipped: an empty one loses nothing. */
export function reportMissing(row: Row): void {
  if (row.element.isEmpty) row.report('info', 'empty_row', row.element, 'An empty row was skipped');
  else {
    const name = row.name(row.element, 'Наименование');
    const named = name ? `: "${name.slice(0, 40)}"` : '';
    row.report('error', 'missing_id', row.element, `A row without an id was skipped${named}`);
  }
}

const valueTypes = new Map([
  ['строка', 'text'],
  ['число', 'number'],
  ['время', 'date'],
  ['справочник', 'variants'],
] as const);

const uses = { ДляТоваров: 'products', ДляПредложений: 'offers', ДляДокументов: 'documents' } as const;

export function readProperty(row: Row): PropertyRecord | undefined {
  const { element } = row;
  const id = row.text(element, 'Ид');
  if (!id) return undefined;
  row.id = id;
  return {
    type: 'property',
    line: element.line,
    id,
    ...readMarks(row),
    name: row.name(element, 'Наименование'),
    description: row.text(element, 'Описание'),
    valueType: valueTypes.get(row.text(element, 'ТипЗначений')?.toLowerCase() as 'строка'),
    isRequired: row.flag(element, 'Обязательное'),
    isMultiple: row.flag(element, 'Множественное'),
    isFilter: row.flag(element, 'ЭтоФильтр'),
    usedFor: readUse(element),
    variants: readVariants(row),
  };
}

function readUse(element: XmlElement): PropertyRecord['usedFor'] {
  for (const [name, use] of Object.entries(uses)) {
    const child = element.child(name);
    if (child !== undefined && readFlag(child.text) !== false) return use;
  }
  return undefined;
}

/** Reads `Справочник{ИдЗначения, Значение}`, `Вариант{Ид, Значение}` as Bitrix writes it, and plain texts. */
function readVariants(row: Row): readonly PropertyVariant[] | undefined {
  const list = row.element.child('ВариантыЗначений');
  if (list === undefined) return undefined;
  const variants: PropertyVariant[] = [];
  for (const each of list.children ?? []) {
    if (each.name === 'Справочник' || each.name === 'Вариант')
      variants.push({
        id: row.text(each, 'ИдЗначения') || row.text(each, 'Ид') || undefined,
        value: row.name(each, 'Значение') ?? '',
      });
    else if (each.name === 'Значение') variants.push({ id: undefined, value: each.text.trim() });
  }
  return variants;
}

export function readPriceType(row: Row): PriceTypeRecord | undefined {
  const { element } = row;
  const id = row.reference(element, 'Ид');
  if (!id) return undefined;
  row.id = id;
  row.known.addPriceType(id);
  return {
    type: 'priceType',
    line: element.line,
    id,
    ...readMarks(row),
    name: row.name(element, 'Наименование'),
    description: row.text(element, 'Описание'),
    currency: row.currency(element, 'Валюта'),
    taxes: element.all('Налог').map((each) => readTax(row, each)),
  };
}

export function readCategory(row: Row): CategoryRecord | undefined {
  const { element } = row;
  const id = row.text(element, 'Ид');
  if (!id) return undefined;
  row.id = id;
  const properties = element.child('Свойства');
  return {
    type: 'category',
    line: element.line,
    id,
    ...readMarks(row),
    name: row.name(element, 'Наименование'),
    propertyIds: properties?.children
      ?.flatMap((each) => (each.name === 'Ид' ? each.text : (each.child('Ид')?.text ?? '')))
      .map((text) => text.trim())
      .filter((text) => text !== ''),
  };
}
