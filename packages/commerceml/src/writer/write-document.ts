import type { DocumentKind } from '../records/document.js';
import type { DocumentLine } from '../records/document-line.js';
import type { DocumentDraft, Draft } from './draft.js';
import {
  writeAdjustment,
  writeCounterparty,
  writeMarks,
  writeRequisites,
  writeTax,
  writeUnit,
  writeUnitStructure,
} from './write-parts.js';
import { element, list, tag } from './xml-text.js';

const operations: Readonly<Record<DocumentKind, string>> = {
  order: 'Заказ товара',
  invoice: 'Счет на оплату',
  shipment: 'Отпуск товара',
  taxInvoice: 'Счет-фактура',
  return: 'Возврат товара',
  commission: 'Передача товара на комиссию',
  commissionReturn: 'Возврат комиссионного товара',
  commissionReport: 'Отчет о продажах комиссионного товара',
  payment: 'Выплата безналичных денег',
  refund: 'Возврат безналичных денег',
  other: 'Прочие',
};

/** Elements in the order in which sites are known to send them: some configurations mind. */
export function writeDocument(document: DocumentDraft, isSplit: boolean): string {
  const content = writeContent(document, isSplit);
  return isSplit ? element('Контейнер', element('Документ', content)) : element('Документ', content);
}

function writeContent(
  document: Omit<DocumentDraft, 'id'> & { id?: string | undefined },
  isSplit: boolean,
): string {
  const operation =
    document.operation ?? (document.kind === undefined ? undefined : operations[document.kind]);
  return (
    tag('Ид', document.id) +
    writeMarks(document) +
    tag('Номер', document.number) +
    tag('Номер1С', document.number1C) +
    tag('Дата', document.date) +
    tag('Дата1С', document.date1C) +
    tag('ХозОперация', operation) +
    tag('Роль', document.role) +
    tag('Валюта', document.currency) +
    tag('Курс', document.rate) +
    tag('Сумма', document.total) +
    tag('Организация', document.organization) +
    (document.agreement === undefined ? '' : element('Соглашение', tag('Наименование', document.agreement))) +
    (document.contract === undefined ? '' : element('Договор', tag('Наименование', document.contract))) +
    list('Контрагенты', document.counterparties, (each) => element('Контрагент', writeCounterparty(each))) +
    tag('Время', document.time) +
    tag('СрокПлатежа', document.dueDate) +
    tag('Комментарий', document.comment) +
    list('Налоги', document.taxes, (tax) => element('Налог', writeTax(tax))) +
    list('Скидки', document.discounts, (each) => element('Скидка', writeAdjustment(each))) +
    list('ДопРасходы', document.surcharges, (each) => element('ДопРасход', writeAdjustment(each))) +
    list('Склады', document.warehouses, ({ id, name }) =>
      element('Склад', tag('Ид', id) + tag('Наименование', name)),
    ) +
    list('Товары', document.lines, (line) => element('Товар', writeLine(line, isSplit))) +
    writeRequisites(document.requisites) +
    list('ПодчиненныеДокументы', document.subordinates, (each) =>
      element('ПодчиненныйДокумент', writeContent(each, isSplit)),
    )
  );
}

function writeLine(line: Draft<DocumentLine>, isSplit: boolean): string {
  return (
    tag('Ид', line.id) +
    tag('ИдКаталога', line.catalogueId) +
    tag('ИдКлассификатора', line.classifierId) +
    tag('Артикул', line.article) +
    tag('Наименование', line.name) +
    writeUnit('БазоваяЕдиница', line.baseUnit) +
    tag('ЦенаЗаЕдиницу', line.price) +
    tag('Количество', line.quantity) +
    tag('Сумма', line.total) +
    (isSplit ? writeUnitStructure('Единица', line.unit) : writeUnit('Единица', line.unit)) +
    tag('Коэффициент', line.coefficient) +
    tag('СтранаПроисхождения', line.country) +
    tag('ГТД', line.customsDeclaration) +
    tag('Действие', line.action) +
    list('Налоги', line.taxes, (tax) => element('Налог', writeTax(tax))) +
    list('Скидки', line.discounts, (each) => element('Скидка', writeAdjustment(each))) +
    list('ДопРасходы', line.surcharges, (each) => element('ДопРасход', writeAdjustment(each))) +
    list('Склады', line.warehouses, ({ id, name, quantity }) =>
      element('Склад', tag('Ид', id) + tag('Наименование', name) + tag('Количество', quantity)),
    ) +
    writeRequisites(line.requisites) +
    writeRequisites(line.extraRequisites, 'ДополнительныеЗначенияРеквизитов')
  );
}
