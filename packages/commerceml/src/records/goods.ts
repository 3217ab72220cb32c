import type { Row } from '../reader/row.js';
import { unescapeTwice } from '../values/text.js';
import { foldHomoglyphs, foldName } from '../values/fold.js';
import type { XmlElement } from '../xml/element.js';
import { readMarks, type Marks } from './marks.js';
import { readPictures, type Picture } from './picture.js';
import { readPropertyValues, type PropertyValue } from './property-value.js';
import { readRequisites, rowRequisite, type Requisite } from './requisite.js';
import { readTaxes, type Tax } from './tax.js';
import { readUnit, type Unit } from './unit.js';

/** An id of goods, `product` or `product#characteristic`, in its parts. */
export interface GoodsId {
  /** As the file has it. */
  readonly id: string;
  /** What stands before the first `#`. */
  readonly productId: string;
  /** What stands after it; `undefined` where there is nothing, then the product itself is meant. */
  readonly characteristicId: string | undefined;
}

/** What makes a variant differ: a name and a value, `Размер` and `XL`. */
export interface Characteristic {
  readonly id: string | undefined;
  readonly name: string;
  readonly value: string | undefined;
}

/** Goods elsewhere in the catalogue: an analogue, or a part of a kit. */
export interface GoodsReference extends GoodsId {
  readonly catalogueId: string | undefined;
  readonly name: string | undefined;
  readonly article: string | undefined;
  /** How many of it are in the kit, a decimal string. */
  readonly quantity: string | null | undefined;
}

/** What products and offers have in common. `undefined` means that the row says nothing: leave what is there. */
export interface Goods extends GoodsId, Marks {
  readonly line: number;
  /** What happened to it in 1C, where the row says so (`Статус`). */
  readonly change: 'changed' | 'deleted' | 'new' | undefined;
  /** Vendor code; not unique. */
  readonly article: string | undefined;
  /** Internal code of 1C. */
  readonly code: string | undefined;
  readonly name: string | undefined;
  readonly fullName: string | undefined;
  readonly barcodes: readonly string[] | undefined;
  /** The base unit. */
  readonly unit: Unit | undefined;
  readonly groupIds: readonly string[] | undefined;
  readonly categoryId: string | undefined;
  /** Plain text or HTML, as the file has it. */
  readonly description: string | undefined;
  /** The HTML version of the description, where a configuration sends both. */
  readonly descriptionHtml: string | undefined;
  /** The first is the main one. */
  readonly pictures: readonly Picture[] | undefined;
  readonly country: string | undefined;
  readonly brand: string | undefined;
  readonly manufacturer: { readonly id: string | undefined; readonly name: string | undefined } | undefined;
  readonly properties: readonly PropertyValue[] | undefined;
  readonly characteristics: readonly Characteristic[] | undefined;
  readonly taxes: readonly Tax[] | undefined;
  readonly requisites: readonly Requisite[] | undefined;
  /** Kind that the supplier defined (`ВидНоменклатуры`). */
  readonly kind: string | undefined;
  /** `Товар`, `Услуга`, `Набор` … (`ТипНоменклатуры`). */
  readonly itemType: string | undefined;
  readonly analogues: readonly GoodsReference[] | undefined;
  readonly components: readonly GoodsReference[] | undefined;
  /** Kilograms and metres are usual, but the file doesn't say; decimal strings. */
  readonly weight: string | null | undefined;
  readonly length: string | null | undefined;
  readonly width: string | null | undefined;
  readonly height: string | null | undefined;
}

/** Parts `product#characteristic` at its first `#`. Only ids of goods are made so, never those of companies or packages. */
export function splitGoodsId(id: string): GoodsId {
  const at = id.indexOf('#');
  if (at < 0) return { id, productId: id, characteristicId: undefined };
  return { id, productId: id.slice(0, at), characteristicId: id.slice(at + 1) || undefined };
}

const changes = new Map([
  [foldName('Новый'), 'new'],
  [foldName('Изменен'), 'changed'],
  [foldName('Удален'), 'deleted'],
] as const);

export function readGoods(row: Row, ids: GoodsId): Goods {
  const { element } = row;
  const change = readChange(row, element);
  const marks = readMarks(row);
  const requisites = readRequisites(row, element);
  const requisite = (...names: readonly string[]): string | undefined =>
    rowRequisite(row, requisites, ...names);
  return {
    line: element.line,
    id: ids.id,
    productId: ids.productId,
    characteristicId: ids.characteristicId,
    version: marks.version,
    isDeleted: change === 'deleted' ? true : marks.isDeleted,
    change,
    article: row.text(element, 'Артикул'),
    code: row.text(element, 'Код') ?? requisite('Код'),
    name: row.name(element, 'Наименование'),
    fullName:
      row.name(element, 'ПолноеНаименование') ??
      requisite('Полное наименование', 'НаименованиеПолное', 'Повне найменування'),
    barcodes: readBarcodes(element),
    unit: readBaseUnit(row),
    groupIds: element.rows('Группы', 'Ид')?.map(({ text }) => row.known.intern(text.trim())),
    categoryId: row.reference(element, 'Категория'),
    description: row.text(element, 'Описание'),
    descriptionHtml: requisite('ОписаниеВФорматеHTML'),
    pictures: readPictures(row, requisites),
    country: row.reference(element, 'Страна'),
    brand: row.reference(element, 'ТорговаяМарка') ?? requisite('Бренд'),
    manufacturer: readManufacturer(row, element),
    properties: readPropertyValues(row),
    characteristics: readCharacteristics(row),
    taxes: readTaxes(row, element, 'СтавкиНалогов', 'СтавкаНалога'),
    requisites,
    kind: requisite('ВидНоменклатуры'),
    itemType: requisite('ТипНоменклатуры'),
    analogues: readReferences(row, 'Аналоги', 'Аналог'),
    components: readReferences(row, 'Комплектующие', 'Комплектующее'),
    weight: row.decimal(element, 'Вес'),
    length: row.decimal(element, 'Длина'),
    width: row.decimal(element, 'Ширина'),
    height: row.decimal(element, 'Высота'),
  };
}

function readChange(row: Row, element: XmlElement): Goods['change'] {
  const text = element.attributes['Статус'] ?? element.child('Статус')?.text;
  return text === undefined ? undefined : changes.get(row.known.key(foldHomoglyphs(text)));
}

function readBarcodes(element: XmlElement): readonly string[] | undefined {
  const found = element.all('Штрихкод');
  if (found.length === 0) return undefined;
  return [...new Set(found.map(({ text }) => text.trim()).filter((text) => text !== ''))];
}

function readBaseUnit(row: Row): Unit | undefined {
  const element = row.element.child('БазоваяЕдиница');
  return element === undefined ? undefined : readUnit(row, element);
}

function readManufacturer(row: Row, element: XmlElement): Goods['manufacturer'] {
  const found = element.child('Изготовитель');
  if (found === undefined) return undefined;
  const text = unescapeTwice(found.text.trim());
  return { id: row.reference(found, 'Ид'), name: row.name(found, 'Наименование') ?? (text || undefined) };
}

function readCharacteristics(row: Row): readonly Characteristic[] | undefined {
  return row.element.rows('ХарактеристикиТовара', 'ХарактеристикаТовара')?.map((each) => ({
    id: row.reference(each, 'Ид'),
    name: row.reference(each, 'Наименование') ?? '',
    value: row.name(each, 'Значение'),
  }));
}

function readReferences(row: Row, list: string, name: string): readonly GoodsReference[] | undefined {
  const rows = row.element.rows(list, name);
  if (rows === undefined) return undefined;
  return rows
    .filter((each) => (each.child('Ид')?.text.trim() ?? '') !== '')
    .map((each) => ({
      ...splitGoodsId(row.text(each, 'Ид') ?? ''),
      catalogueId: row.reference(each, 'ИдКаталога'),
      name: row.name(each, 'Наименование'),
      article: row.text(each, 'Артикул'),
      quantity: row.decimal(each, 'Количество'),
    }));
}
