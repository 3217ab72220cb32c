import type { Row } from '../reader/row.js';
import type { XmlElement } from '../xml/element.js';
import { readAdjustments, type Adjustment } from './adjustment.js';
import { splitGoodsId } from './goods.js';
import { readRequisites, rowRequisite, type Requisite } from './requisite.js';
import { readTaxes, type Tax } from './tax.js';
import { readUnit, type Unit } from './unit.js';

/** Where goods of a line are, or are to be taken from. */
export interface LineWarehouse {
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** Decimal string; `undefined`: all of the line. */
  readonly quantity: string | null | undefined;
}

/** A line of a document. */
export interface DocumentLine {
  /** `product#characteristic` as the file has it; `undefined` where the line names no goods by id. */
  readonly id: string | undefined;
  readonly productId: string | undefined;
  readonly characteristicId: string | undefined;
  readonly catalogueId: string | undefined;
  readonly classifierId: string | undefined;
  readonly article: string | undefined;
  readonly name: string | undefined;
  /** The base unit of the goods. */
  readonly baseUnit: Unit | undefined;
  /** The unit that `price` and `quantity` are in; it holds `coefficient` base units. */
  readonly unit: Unit | undefined;
  readonly coefficient: string | null | undefined;
  /** Decimal strings; `null` where the file has an empty one. */
  readonly price: string | null | undefined;
  readonly quantity: string | null | undefined;
  readonly total: string | null | undefined;
  readonly country: string | undefined;
  /** Number of the customs declaration (`ГТД`). */
  readonly customsDeclaration: string | undefined;
  readonly taxes: readonly Tax[] | undefined;
  readonly discounts: readonly Adjustment[] | undefined;
  readonly surcharges: readonly Adjustment[] | undefined;
  /** Since 2.07; some configurations read it. */
  readonly warehouses: readonly LineWarehouse[] | undefined;
  readonly requisites: readonly Requisite[] | undefined;
  readonly extraRequisites: readonly Requisite[] | undefined;
  /** `Резервировать` …, an extension. */
  readonly action: string | undefined;
  /** Delivery, a discount, work: no goods of the catalogue. */
  readonly isService: boolean;
}

export function readLine(row: Row, element: XmlElement): DocumentLine {
  const id = row.text(element, 'Ид') || undefined;
  const ids = id === undefined ? undefined : splitGoodsId(id);
  const requisites = readRequisites(row, element);
  const baseUnit = element.child('БазоваяЕдиница');
  const unit = element.child('Единица') ?? element.child('ЕдиницаИзмерения');
  const itemType = rowRequisite(row, requisites, 'ТипНоменклатуры') ?? '';
  return {
    id,
    productId: ids?.productId,
    characteristicId: ids?.characteristicId,
    catalogueId: row.reference(element, 'ИдКаталога'),
    classifierId: row.reference(element, 'ИдКлассификатора'),
    article: row.text(element, 'Артикул'),
    name: row.name(element, 'Наименование'),
    baseUnit: baseUnit === undefined ? undefined : readUnit(row, baseUnit),
    unit: unit === undefined ? undefined : readUnit(row, unit),
    coefficient: row.decimal(element, 'Коэффициент'),
    price: row.decimal(element, element.child('ЦенаЗаЕдиницу') ? 'ЦенаЗаЕдиницу' : 'Цена'),
    quantity: row.decimal(element, 'Количество'),
    total: row.decimal(element, 'Сумма'),
    country: row.reference(element, 'СтранаПроисхождения') ?? row.reference(element, 'Страна'),
    customsDeclaration: row.text(element, 'ГТД'),
    taxes:
      readTaxes(row, element, 'Налоги', 'Налог') ?? readTaxes(row, element, 'СтавкиНалогов', 'СтавкаНалога'),
    discounts: readAdjustments(row, element, 'Скидки', 'Скидка'),
    surcharges: readAdjustments(row, element, 'ДопРасходы', 'ДопРасход'),
    warehouses: element.rows('Склады', 'Склад')?.map((each) => ({
      id: row.reference(each, 'Ид') ?? each.attributes['ИдСклада'],
      name: row.name(each, 'Наименование'),
      quantity: row.decimal(each, 'Количество'),
    })),
    requisites,
    extraRequisites: readRequisites(row, element, 'ДополнительныеЗначенияРеквизитов'),
    action: row.text(element, 'Действие'),
    isService: id === 'ORDER_DELIVERY' || row.known.key(itemType) === row.known.key('Услуга'),
  };
}
