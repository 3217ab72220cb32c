import type { ExchangeFile } from '../src/modules/exchange/read-file.js';

/** What a test tells of an offer. */
export interface TestOffer {
  id: string;
  name?: string;
  options?: Record<string, string>;
  /** By price type. */
  prices?: Record<string, string>;
  /** By warehouse. */
  rests?: Record<string, string>;
  /** More elements, as they stand in the file. */
  more?: string;
}

/** What a test tells of a product. */
export interface TestProduct {
  id: string;
  name?: string;
  article?: string;
  group?: string;
  more?: string;
}

/** A file that is all in memory. */
export interface TestFile extends ExchangeFile {
  readonly bytes: Uint8Array;
}

export function fileOf(name: string, bytes: Uint8Array | string): TestFile {
  const all = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return { name, bytes: all, open: () => all };
}

const root = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.08">${content}</КоммерческаяИнформация>`;
const element = (name: string, value: string | undefined): string =>
  value === undefined ? '' : `<${name}>${value}</${name}>`;

/** A catalogue with a group per product that names one, and with whatever else its classifier should tell. */
export function catalogueFile(
  products: readonly TestProduct[],
  { isFull = false, classifier = '' }: { isFull?: boolean; classifier?: string } = {},
): TestFile {
  const groups = [...new Set(products.flatMap(({ group }) => (group === undefined ? [] : [group])))];
  const rows = products.map(
    ({ id, name = `Товар ${id}`, article, group, more = '' }) =>
      `<Товар><Ид>${id}</Ид>${element('Артикул', article)}<Наименование>${name}</Наименование>` +
      `<БазоваяЕдиница Код="796">шт</БазоваяЕдиница>${group === undefined ? '' : `<Группы><Ид>${group}</Ид></Группы>`}${more}</Товар>`,
  );
  const tree = groups.map((id) => `<Группа><Ид>${id}</Ид><Наименование>Группа ${id}</Наименование></Группа>`);
  return fileOf(
    'import.xml',
    root(
      `<Классификатор><Ид>c</Ид><Группы>${tree.join('')}</Группы>${classifier}</Классификатор>` +
        `<Каталог СодержитТолькоИзменения="${String(!isFull)}"><Ид>c</Ид><Товары>${rows.join('')}</Товары></Каталог>`,
    ),
  );
}

/** A package of offers. */
export function offersFile(
  offers: readonly TestOffer[],
  { isFull = false, head = '' }: { isFull?: boolean; head?: string } = {},
): TestFile {
  const rows = offers.map(({ id, name, options = {}, prices, rests, more = '' }) => {
    const told = Object.entries(options).map(
      ([option, value]) =>
        `<ХарактеристикаТовара><Наименование>${option}</Наименование><Значение>${value}</Значение></ХарактеристикаТовара>`,
    );
    const priced = Object.entries(prices ?? {}).map(
      ([type, amount]) =>
        `<Цена><ИдТипаЦены>${type}</ИдТипаЦены><ЦенаЗаЕдиницу>${amount}</ЦенаЗаЕдиницу></Цена>`,
    );
    const stocked = Object.entries(rests ?? {}).map(
      ([warehouse, quantity]) => `<Склад ИдСклада="${warehouse}" КоличествоНаСкладе="${quantity}"/>`,
    );
    return (
      `<Предложение><Ид>${id}</Ид>${element('Наименование', name)}` +
      (told.length > 0 ? `<ХарактеристикиТовара>${told.join('')}</ХарактеристикиТовара>` : '') +
      `${prices ? `<Цены>${priced.join('')}</Цены>` : ''}${stocked.join('')}${more}</Предложение>`
    );
  });
  return fileOf(
    'offers.xml',
    root(
      `<ПакетПредложений СодержитТолькоИзменения="${String(!isFull)}"><Ид>c#</Ид><ИдКаталога>c</ИдКаталога>${head}` +
        `<Предложения>${rows.join('')}</Предложения></ПакетПредложений>`,
    ),
  );
}

/** A list of companies. */
export function companiesFile(companies: readonly { id: string; name: string; inn: string }[]): TestFile {
  const rows = companies.map(
    ({ id, name, inn }) =>
      `<Контрагент><Ид>${id}</Ид><Наименование>${name}</Наименование><ПолноеНаименование>${name}</ПолноеНаименование><ИНН>${inn}</ИНН></Контрагент>`,
  );
  return fileOf('contragents.xml', root(`<Контрагенты>${rows.join('')}</Контрагенты>`));
}
