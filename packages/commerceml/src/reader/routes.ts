import {
  readCategory,
  readGroups,
  readPriceType,
  readProperty,
  reportMissing,
} from '../records/classifier.js';
import { readCounterpartyRecord } from '../records/counterparty.js';
import { readDocumentRecord } from '../records/document.js';
import { readOffer } from '../records/offer.js';
import { readProduct } from '../records/product.js';
import type { CommerceMLRecord } from '../records/record.js';
import { readUnitRecord } from '../records/unit.js';
import { readWarehouse } from '../records/warehouse.js';
import type { XmlElement } from '../xml/element.js';
import type { Row } from './row.js';

/** Reads one row and tells its records; `rowOf` makes rows of elements inside it. */
export type RowReader = (
  row: Row,
  emit: (record: CommerceMLRecord) => void,
  rowOf: (element: XmlElement) => Row,
) => void;

/** Elements that hold rows, with a header of their own. */
export const containers: ReadonlySet<string> = new Set([
  'Классификатор',
  'Каталог',
  'ПакетПредложений',
  'ИзмененияПакетаПредложений',
  'Контрагенты',
]);

/** Elements that only hold rows. They may stand in any container or in the root: configurations differ. */
export const lists: ReadonlySet<string> = new Set([
  'Группы',
  'Свойства',
  'ТипыЦен',
  'Категории',
  'Склады',
  'ЕдиницыИзмерения',
  'Товары',
  'Предложения',
  'Контейнер',
]);

const one =
  (read: (row: Row) => CommerceMLRecord | undefined): RowReader =>
  (row, emit) => {
    const record = read(row);
    if (record === undefined) reportMissing(row);
    else emit(record);
  };

/** Rows by the name of what holds them and their own. */
export const rowReaders: Readonly<Record<string, ReadonlyMap<string, RowReader>>> = {
  КоммерческаяИнформация: new Map([['Документ', one(readDocumentRecord)]]),
  Контейнер: new Map([['Документ', one(readDocumentRecord)]]),
  Группы: new Map<string, RowReader>([
    ['Группа', (row, emit, rowOf) => readGroups(row, rowOf).forEach((group) => emit(group))],
  ]),
  Свойства: new Map([['Свойство', one(readProperty)]]),
  ТипыЦен: new Map([['ТипЦены', one(readPriceType)]]),
  Категории: new Map([['Категория', one(readCategory)]]),
  Склады: new Map([['Склад', one(readWarehouse)]]),
  ЕдиницыИзмерения: new Map([['ЕдиницаИзмерения', one(readUnitRecord)]]),
  Товары: new Map([['Товар', one(readProduct)]]),
  Предложения: new Map([['Предложение', one(readOffer)]]),
  Контрагенты: new Map([['Контрагент', one(readCounterpartyRecord)]]),
};
