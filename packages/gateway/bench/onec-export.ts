import type { ExchangeFile } from '../src/modules/exchange/read-file.js';

/** Size of a generated export. */
export interface ExportSize {
  readonly products: number;
  /** Of each product. */
  readonly variants: number;
  readonly priceTypes: number;
  readonly warehouses: number;
}

/** What differs between two exports of the same goods. */
export interface ExportOptions {
  /** Other prices and stock. @default 0 */
  readonly round?: number;
  /** Only every so-maniest product, as a change. @default 1 everything */
  readonly every?: number;
}

const encoder = new TextEncoder();
const numbers = (count: number): number[] => Array.from({ length: count }, (_each, index) => index);

/** An export of fasteners as 1C makes it: a catalogue, and a package of offers with prices and stock. */
export function oneCExport(size: ExportSize, options: ExportOptions = {}): ExchangeFile[] {
  const offers = { name: 'offers.xml', open: () => encoded(offersOf(size, options)) };
  return options.every === undefined
    ? [{ name: 'import.xml', open: () => encoded(catalogueOf(size)) }, offers]
    : [offers];
}

function* encoded(texts: Iterable<string>): Generator<Uint8Array> {
  for (const text of texts) yield encoder.encode(text);
}

const root = '<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.08">';

function* catalogueOf({ products }: ExportSize): Generator<string> {
  yield `${root}<Классификатор><Ид>c</Ид><Группы>`;
  for (const group of numbers(50))
    yield `<Группа><Ид>g${String(group)}</Ид><Наименование>Группа ${String(group)}</Наименование></Группа>`;
  yield '</Группы></Классификатор><Каталог СодержитТолькоИзменения="false"><Ид>c</Ид><Товары>';
  for (const product of numbers(products))
    yield (
      `<Товар><Ид>p${String(product)}</Ид><Артикул>ART-${String(product)}</Артикул>` +
      `<Наименование>Болт DIN 933 оцинкованный ${String(product)} с шестигранной головкой</Наименование>` +
      `<БазоваяЕдиница Код="796" НаименованиеПолное="Штука">шт</БазоваяЕдиница><Группы><Ид>g${String(product % 50)}</Ид></Группы>` +
      '<Описание>Крепёж для наружных работ</Описание>' +
      '<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>20</Ставка></СтавкаНалога></СтавкиНалогов></Товар>'
    );
  yield '</Товары></Каталог></КоммерческаяИнформация>';
}

function* offersOf(size: ExportSize, { round = 0, every }: ExportOptions): Generator<string> {
  const types = numbers(size.priceTypes);
  const warehouses = numbers(size.warehouses);
  yield `${root}<ПакетПредложений СодержитТолькоИзменения="${String(every !== undefined)}"><Ид>c#</Ид><ИдКаталога>c</ИдКаталога><ТипыЦен>`;
  for (const type of types)
    yield `<ТипЦены><Ид>t${String(type)}</Ид><Наименование>Опт ${String(type)}</Наименование><Валюта>руб</Валюта></ТипЦены>`;
  yield '</ТипыЦен><Склады>';
  for (const warehouse of warehouses)
    yield `<Склад><Ид>w${String(warehouse)}</Ид><Наименование>Склад ${String(warehouse)}</Наименование></Склад>`;
  yield '</Склады><Предложения>';
  for (const product of numbers(size.products)) {
    if (product % (every ?? 1) !== 0) continue;
    for (const variant of numbers(size.variants)) {
      const seed = product * 7 + variant * 3 + round;
      const prices = types.map(
        (type) =>
          `<Цена><ИдТипаЦены>t${String(type)}</ИдТипаЦены><ЦенаЗаЕдиницу>${String(((seed + type) % 9999) + 1)}.50</ЦенаЗаЕдиницу><Валюта>руб</Валюта><Единица>шт</Единица><Коэффициент>1</Коэффициент></Цена>`,
      );
      const rests = warehouses.map(
        (warehouse) =>
          `<Склад ИдСклада="w${String(warehouse)}" КоличествоНаСкладе="${String((seed + warehouse) % 500)}"/>`,
      );
      yield (
        `<Предложение><Ид>p${String(product)}#v${String(variant)}</Ид><ХарактеристикиТовара>` +
        `<ХарактеристикаТовара><Наименование>Диаметр</Наименование><Значение>M${String(variant + 4)}</Значение></ХарактеристикаТовара>` +
        `</ХарактеристикиТовара><Цены>${prices.join('')}</Цены>${rests.join('')}</Предложение>`
      );
    }
  }
  yield '</Предложения></ПакетПредложений></КоммерческаяИнформация>';
}
