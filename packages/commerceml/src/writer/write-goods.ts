import type { Goods } from '../records/goods.js';
import type { Requisite } from '../records/requisite.js';
import type { Draft, DraftOfType } from './draft.js';
import { writeMarks, writeRequisites, writeTax, writeUnit } from './write-parts.js';
import { element, list, tag } from './xml-text.js';

export const writeProduct = (product: DraftOfType<'product'>): string =>
  element('Товар', writeGoods(product) + writePrices(product.prices));

export const writeOffer = (offer: DraftOfType<'offer' | 'offerByCode'>): string =>
  element(
    'Предложение',
    writeGoods(offer) + writePrices(offer.prices) + tag('Количество', offer.quantity) + writeRests(offer),
  );

const writePrices = (prices: DraftOfType<'offer'>['prices']): string =>
  list('Цены', prices, (price) =>
    element(
      'Цена',
      tag('Представление', price.text) +
        tag('ИдТипаЦены', price.priceTypeId) +
        tag('ЦенаЗаЕдиницу', price.amount) +
        tag('Валюта', price.currency) +
        writeUnit('Единица', price.unit) +
        tag('Коэффициент', price.coefficient) +
        tag('МинКоличество', price.minQuantity) +
        (price.tax === undefined ? '' : element('Налог', writeTax(price.tax))),
    ),
  );

function writeRests({ rests }: DraftOfType<'offer' | 'offerByCode'>): string {
  return list('Остатки', rests, ({ warehouseId, quantity }) =>
    element('Остаток', element('Склад', tag('Ид', warehouseId) + tag('Количество', quantity))),
  );
}

const statuses = { new: 'Новый', changed: 'Изменен', deleted: 'Удален' } as const;

function writeGoods(goods: Draft<Goods>): string {
  const { change, manufacturer } = goods;
  return (
    tag('Ид', goods.id) +
    writeMarks(goods) +
    tag('Статус', change === undefined ? undefined : statuses[change]) +
    (goods.barcodes?.length === 0 ? '<Штрихкод/>' : '') +
    (goods.barcodes ?? []).map((barcode) => tag('Штрихкод', barcode)).join('') +
    tag('Артикул', goods.article) +
    tag('Код', goods.code) +
    tag('Наименование', goods.name) +
    tag('ПолноеНаименование', goods.fullName) +
    writeUnit('БазоваяЕдиница', goods.unit) +
    list('Группы', goods.groupIds, (id) => tag('Ид', id)) +
    tag('Категория', goods.categoryId) +
    tag('Описание', goods.description) +
    (goods.pictures?.length === 0 ? '<Картинка/>' : '') +
    (goods.pictures ?? []).map(({ path }) => tag('Картинка', path)).join('') +
    tag('Страна', goods.country) +
    tag('ТорговаяМарка', goods.brand) +
    (manufacturer === undefined
      ? ''
      : element('Изготовитель', tag('Ид', manufacturer.id) + tag('Наименование', manufacturer.name))) +
    list('ЗначенияСвойств', goods.properties, ({ id, name, values }) =>
      element(
        'ЗначенияСвойства',
        tag('Ид', id) +
          tag('Наименование', name) +
          (values ?? []).map((value) => tag('Значение', value)).join(''),
      ),
    ) +
    list('ХарактеристикиТовара', goods.characteristics, ({ id, name, value }) =>
      element('ХарактеристикаТовара', tag('Ид', id) + tag('Наименование', name) + tag('Значение', value)),
    ) +
    list('СтавкиНалогов', goods.taxes, (tax) => element('СтавкаНалога', writeTax(tax))) +
    writeReferences('Аналоги', 'Аналог', goods.analogues) +
    writeReferences('Комплектующие', 'Комплектующее', goods.components) +
    tag('Вес', goods.weight) +
    tag('Высота', goods.height) +
    tag('Ширина', goods.width) +
    tag('Длина', goods.length) +
    writeRequisites(withDerived(goods))
  );
}

/** What has no element of its own is a requisite, unless it is one already. */
function withDerived(goods: Draft<Goods>): readonly Draft<Requisite>[] | undefined {
  const given = goods.requisites ?? [];
  const derived = [
    ['ВидНоменклатуры', goods.kind],
    ['ТипНоменклатуры', goods.itemType],
    ['ОписаниеВФорматеHTML', goods.descriptionHtml],
    ...(goods.pictures ?? []).map(({ path, title }) => [
      'ОписаниеФайла',
      path === undefined || title === undefined ? undefined : `${path}#${title}`,
    ]),
  ].flatMap(([name, value]) => {
    const isThere = given.some((each) => each.name === name && each.values?.includes(value ?? '') === true);
    return name === undefined || value === undefined || isThere ? [] : [{ name, values: [value] }];
  });
  return derived.length === 0 ? goods.requisites : [...given, ...derived];
}

const writeReferences = (name: string, row: string, references: Draft<Goods>['analogues']): string =>
  list(name, references, (each) =>
    element(
      row,
      tag('Ид', each.id) +
        tag('Артикул', each.article) +
        tag('Наименование', each.name) +
        tag('ИдКаталога', each.catalogueId) +
        tag('Количество', each.quantity),
    ),
  );
