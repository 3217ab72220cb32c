import { describe, expect, it } from 'vitest';

import { codesOf, file, problemsOf, readAll, readOf, readProduct } from './read.js';

const catalogue = (content: string, attributes = ''): string =>
  file(`<Каталог ${attributes}>${content}</Каталог>`);
const row = '<Товары><Товар><Ид>1</Ид></Товар></Товары>';

describe('the root', () => {
  it.each([
    ['no namespace', 'ВерсияСхемы="2.05"', undefined, '2.05'],
    ['an unknown namespace', 'xmlns="urn:x" ВерсияСхемы="2.05"', 'urn:x', '2.05'],
    [
      'a version that contradicts the namespace',
      'xmlns="urn:1C.ru:commerceml_210" ВерсияСхемы="2.08"',
      'urn:1C.ru:commerceml_210',
      '2.08',
    ],
    ['no version', 'Ид=""', undefined, undefined],
  ])('is read with %s', async (_name, attributes, namespace, schemaVersion) => {
    const records = await readAll(file(`<Каталог>${row}</Каталог>`, attributes));
    expect(records[0]).toMatchObject({ type: 'file', namespace, schemaVersion });
    expect(records.some(({ type }) => type === 'product')).toBe(true);
  });

  it('is read with prefixed names', async () => {
    const text = file(`<Каталог>${row}</Каталог>`).replaceAll(/<(\/?)([^?/])/g, '<$1cml:$2');
    expect((await readAll(text)).some(({ type }) => type === 'product')).toBe(true);
  });

  it('may be all that there is', async () => {
    const records = await readAll(file(''));
    expect(records.map(({ type }) => type)).toEqual(['file', 'end']);
    expect(records[1]).toMatchObject({ kind: 'empty', contents: [], counts: { file: 1 } });
  });

  it('has its children in any order', async () => {
    const parts = [
      '<Классификатор><Группы><Группа><Ид>г</Ид></Группа></Группы></Классификатор>',
      `<Каталог>${row}</Каталог>`,
      '<ПакетПредложений><Предложения><Предложение><Ид>1</Ид></Предложение></Предложения></ПакетПредложений>',
    ];
    const types = async (content: string): Promise<string[]> =>
      (await readAll(file(content))).map(({ type }) => type);
    expect((await types(parts.join(''))).sort()).toEqual((await types(parts.reverse().join(''))).sort());
  });

  it('may have its classifier inside of the catalogue', async () => {
    const groups = '<Группы><Группа><Ид>г</Ид><Наименование>Г</Наименование></Группа></Группы>';
    const records = await readAll(
      file(
        `<Каталог СодержитТолькоИзменения="false"><Классификатор><Ид>к</Ид>${groups}</Классификатор>${row}</Каталог>`,
      ),
    );
    expect(records.map(({ type }) => type)).toEqual(['file', 'catalogue', 'group', 'product', 'end']);
  });

  it('tells what is not known once, and goes on', async () => {
    const records = await readAll(file(`<Новое><Товар/></Новое><Новое/><Каталог>${row}</Каталог>`));
    expect(problemsOf(records)).toEqual([
      expect.objectContaining({
        code: 'unknown_element',
        severity: 'info',
        path: 'КоммерческаяИнформация/Новое',
      }),
    ]);
  });

  it('does not mind blanks before the declaration', async () => {
    const records = await readAll(`\r\n ${file('')}`);
    expect(codesOf(records)).toEqual(['leading_blanks']);
  });

  it('is read with both kinds of line breaks', async () => {
    const records = await readAll(
      file('\r\n<Каталог>\r\n<Описание>one\r\ntwo\nthree</Описание>\n</Каталог>'),
    );
    expect(records[1]).toMatchObject({ type: 'catalogue', line: 3, description: 'one\ntwo\nthree' });
  });
});

describe('changes only', () => {
  it.each([
    ['an attribute', 'СодержитТолькоИзменения="true"', '', true],
    ['an attribute that says no', 'СодержитТолькоИзменения="false"', '', false],
    ['a number', 'СодержитТолькоИзменения="1"', '', true],
    ['an element', '', '<СодержитТолькоИзменения>false</СодержитТолькоИзменения>', false],
    ['nothing', '', '', undefined],
  ])('are told by %s, before the rows', async (_name, attributes, child, onlyChanges) => {
    const records = await readAll(catalogue(child + row, attributes));
    expect(records.map(({ type }) => type)).toEqual(['file', 'catalogue', 'product', 'end']);
    expect(records[1]).toMatchObject({ onlyChanges, isLate: false });
  });

  it('are told again where they stand after the rows', async () => {
    const records = await readAll(catalogue(`${row}<СодержитТолькоИзменения>true</СодержитТолькоИзменения>`));
    const containers = records.filter((record) => record.type === 'catalogue');
    expect(containers).toEqual([
      expect.objectContaining({ onlyChanges: undefined, isLate: false }),
      expect.objectContaining({ onlyChanges: true, isLate: true }),
    ]);
  });
});

describe('groups', () => {
  it('come with their parents, parents first', async () => {
    const groups = await readOf(
      'group',
      `<Классификатор><Группы><Группа><Группы><Группа><Ид>2</Ид></Группа></Группы><Ид>1</Ид><Наименование>А &amp;quot;Б&amp;quot;</Наименование></Группа></Группы></Классификатор>`,
    );
    expect(groups.map(({ id, parentId, name }) => [id, parentId, name])).toEqual([
      ['1', undefined, 'А "Б"'],
      ['2', '1', undefined],
    ]);
  });

  it('may stand side by side and name their parents', async () => {
    const groups = await readOf(
      'group',
      '<Классификатор><Группы><Группа><Ид>1</Ид><Родитель>1</Родитель></Группа><Группа><Ид>2</Ид><Родитель>1</Родитель></Группа></Группы></Классификатор>',
    );
    expect(groups.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['1', undefined],
      ['2', '1'],
    ]);
  });
});

describe('properties', () => {
  it('have ten thousand variants', async () => {
    const variants = Array.from(
      { length: 10_000 },
      (_each, index) =>
        `<Справочник><ИдЗначения>${String(index)}</ИдЗначения><Значение>в</Значение></Справочник>`,
    ).join('');
    const [property] = await readOf(
      'property',
      `<Классификатор><Свойства><Свойство><Ид>с</Ид><ТипЗначений>Справочник</ТипЗначений><ВариантыЗначений>${variants}</ВариантыЗначений></Свойство></Свойства></Классификатор>`,
    );
    expect(property?.valueType).toBe('variants');
    expect(property?.variants).toHaveLength(10_000);
  });

  it.each([
    ['Справочник', '<Справочник><Ид>з</Ид><Значение>красный</Значение></Справочник>'],
    ['Вариант', '<Вариант><Ид>з</Ид><Значение>красный</Значение><Сортировка>5</Сортировка></Вариант>'],
  ])('have variants with plain ids in %s', async (_name, variant) => {
    const [property] = await readOf(
      'property',
      `<Классификатор><Свойства><Свойство><Ид>с</Ид><ВариантыЗначений>${variant}</ВариантыЗначений></Свойство></Свойства></Классификатор>`,
    );
    expect(property?.variants).toEqual([{ id: 'з', value: 'красный' }]);
  });

  it('are told by their names where they have no ids', async () => {
    const records = await readAll(
      file(
        '<Классификатор><Свойства><Свойство><Наименование>Объем, мл</Наименование></Свойство></Свойства></Классификатор>',
      ),
    );
    expect(problemsOf(records)).toMatchObject([
      { code: 'missing_id', message: 'A row without an id was skipped: "Объем, мл"' },
    ]);
  });

  it('have an older name', async () => {
    const [property] = await readOf(
      'property',
      '<Классификатор><Свойства><СвойствоНоменклатуры><Ид>с</Ид><ВариантыЗначений><Значение>в</Значение></ВариантыЗначений><ДляПредложений>1</ДляПредложений></СвойствоНоменклатуры></Свойства></Классификатор>',
    );
    expect(property).toMatchObject({ id: 'с', usedFor: 'offers', variants: [{ id: undefined, value: 'в' }] });
  });
});

describe('products', () => {
  it.each([
    ['9f591aa6-8ea2-11e3-b0fa-00248cae1f0f', '9f591aa6-8ea2-11e3-b0fa-00248cae1f0f', undefined],
    ['9F591AA6-8EA2-11E3-B0FA-00248CAE1F0F', '9F591AA6-8EA2-11E3-B0FA-00248CAE1F0F', undefined],
    ['42', '42', undefined],
    ['k8SNns6tiJ0jr7NUyPEkc2', 'k8SNns6tiJ0jr7NUyPEkc2', undefined],
    ['P#C', 'P', 'C'],
    ['P#C#D', 'P', 'C#D'],
    ['P#', 'P', undefined],
  ])('have the id %s', async (id, productId, characteristicId) => {
    const [product] = await readOf(
      'product',
      `<Каталог><Товары><Товар><Ид>${id}</Ид></Товар></Товары></Каталог>`,
    );
    expect(product).toMatchObject({ id, productId, characteristicId });
  });

  it('say nothing of what is absent', async () => {
    const product = await readProduct('');
    const said = Object.entries(product).filter(([, value]) => value !== undefined);
    expect(said.map(([key]) => key).sort()).toEqual(['id', 'line', 'productId', 'type']);
  });

  it('say that there is nothing by empty elements', async () => {
    const product = await readProduct(
      '<Артикул/><Описание></Описание><Картинка/><Штрихкод/><Группы/><ХарактеристикиТовара/><ЗначенияСвойств/><ЗначенияРеквизитов/><Вес/>',
    );
    expect(product).toMatchObject({
      article: '',
      description: '',
      pictures: [],
      barcodes: [],
      groupIds: [],
      characteristics: [],
      properties: [],
      requisites: [],
      weight: null,
    });
  });

  it.each([
    ['an attribute', 'Статус="Удален"', '', true],
    ['an element', '', '<Статус>Удален</Статус>', true],
    ['the mark', '', '<ПометкаУдаления>true</ПометкаУдаления>', true],
    ['no deletion', '', '<Статус>Изменен</Статус><ПометкаУдаления>false</ПометкаУдаления>', false],
  ])('are deleted by %s', async (_name, attributes, content, isDeleted) => {
    expect((await readProduct(content, attributes)).isDeleted).toBe(isDeleted);
  });

  it('are told twice where they stand twice', async () => {
    const products = await readOf(
      'product',
      '<Каталог><Товары><Товар><Ид>1</Ид><Наименование>А</Наименование></Товар><Товар><Ид>1</Ид><Статус>Удален</Статус></Товар></Товары></Каталог>',
    );
    expect(products.map(({ isDeleted }) => isDeleted)).toEqual([undefined, true]);
  });

  it('have bar codes of any kind, each once', async () => {
    const product = await readProduct(
      '<ШтрихКод>ABC-1</ШтрихКод><Штрихкод>12345678</Штрихкод><Штрихкод>12345678</Штрихкод>',
    );
    expect(product.barcodes).toEqual(['ABC-1', '12345678']);
  });

  it('have thirteen pictures with titles', async () => {
    const pictures = Array.from(
      { length: 13 },
      (_each, index) => `<Картинка>import_files/${String(index)}.jpg</Картинка>`,
    );
    const product = await readProduct(
      `${pictures.join('')}<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>ОписаниеФайла</Наименование><Значение>import_files/1.jpg#Вид сбоку</Значение></ЗначениеРеквизита></ЗначенияРеквизитов>`,
    );
    expect(product.pictures).toHaveLength(13);
    expect(product.pictures?.[1]).toEqual({ path: 'import_files/1.jpg', title: 'Вид сбоку' });
  });

  it('have texts in CDATA, escaped twice, and padded', async () => {
    const product = await readProduct(
      '<Наименование> Болт &amp;quot;М8&amp;quot; \n</Наименование><Описание><![CDATA[<p>a&nbsp;b</p>]]></Описание><Артикул> A-1 </Артикул>',
    );
    expect(product).toMatchObject({ name: 'Болт "М8"', description: '<p>a&nbsp;b</p>', article: 'A-1' });
  });

  it('have property values of all shapes', async () => {
    const product = await readProduct(
      `<ЗначенияСвойств>
        <ЗначенияСвойства><Ид>1</Ид><Значение>текст</Значение></ЗначенияСвойства>
        <ЗначенияСвойства><Ид>2</Ид><Значение/></ЗначенияСвойства>
        <ЗначенияСвойства><Ид>3</Ид><Значение>а</Значение><Значение>б</Значение><ЗначениеСвойства><Значение>а</Значение></ЗначениеСвойства></ЗначенияСвойства>
        <ЗначенияСвойства><Ид>4</Ид><ЗначениеСвойства><Значение>в</Значение></ЗначениеСвойства></ЗначенияСвойства>
        <ЗначенияСвойства><Ид/></ЗначенияСвойства>
      </ЗначенияСвойств>`,
    );
    expect(product.properties?.map(({ id, values }) => [id, ...values])).toEqual([
      ['1', 'текст'],
      ['2'],
      ['3', 'а', 'б'],
      ['4', 'в'],
    ]);
  });

  it('have what requisites say', async () => {
    const requisite = (name: string, value: string): string =>
      `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`;
    const product = await readProduct(
      `<ЗначенияРеквизитов>${requisite('ВидНоменклатуры', 'Крепёж')}${requisite('ТипНоменклатуры', 'Товар')}${requisite('Повне найменування', 'Болт повний')}${requisite('Код', '00-01')}${requisite('ОписаниеВФорматеHTML', '&lt;b&gt;б&lt;/b&gt;')}</ЗначенияРеквизитов>`,
    );
    expect(product).toMatchObject({
      kind: 'Крепёж',
      itemType: 'Товар',
      fullName: 'Болт повний',
      code: '00-01',
      descriptionHtml: '<b>б</b>',
    });
  });

  it.each([
    ['20', '20'],
    ['18%', '18'],
    ['22', '22'],
    ['10', '10'],
    ['5', '5'],
    ['20/120', '20'],
    ['Без налога', null],
    ['Без НДС', null],
    ['', null],
  ])('have the tax rate %s', async (text, rate) => {
    const product = await readProduct(
      `<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>${text}</Ставка></СтавкаНалога></СтавкиНалогов>`,
    );
    expect(product.taxes).toMatchObject([{ name: 'НДС', rate }]);
  });

  it('may have a tax without a rate', async () => {
    const product = await readProduct(
      '<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование></СтавкаНалога></СтавкиНалогов>',
    );
    expect(product.taxes?.[0]?.rate).toBeUndefined();
  });

  it('have analogues and parts of a kit', async () => {
    const product = await readProduct(
      '<Аналоги><Аналог><Ид>a#b</Ид><ИдКаталога>к</ИдКаталога></Аналог><Аналог/></Аналоги><Комплектующие><Комплектующее><Ид>c</Ид><Количество>2,5</Количество></Комплектующее></Комплектующие>',
    );
    expect(product.analogues).toMatchObject([{ productId: 'a', characteristicId: 'b', catalogueId: 'к' }]);
    expect(product.components).toMatchObject([{ id: 'c', quantity: '2.5' }]);
  });

  it('may have prices in the catalogue', async () => {
    const product = await readProduct(
      '<Цены><Цена><ИдТипаЦены>п</ИдТипаЦены><ЦенаЗаЕдиницу>4170</ЦенаЗаЕдиницу><Валюта>руб</Валюта></Цена></Цены>',
    );
    expect(product.prices).toMatchObject([{ priceTypeId: 'п', amount: '4170', currency: 'RUB' }]);
    expect((await readProduct('')).prices).toBeUndefined();
  });
});

describe('units', () => {
  it.each([
    [
      '<БазоваяЕдиница Код="796" НаименованиеПолное="Штука" МеждународноеСокращение="PCE">шт</БазоваяЕдиница>',
      '796',
      'шт',
    ],
    ['<БазоваяЕдиница Код="796" НаименованиеПолное="Штука"/>', '796', 'шт'],
    ['<БазоваяЕдиница Код="1" НаименованиеПолное="Пара (2 шт.)"/>', '1', 'пара'],
    ['<БазоваяЕдиница Код="796" НаименованиеПолное="1 билет"/>', '796', '1 билет'],
    [
      '<БазоваяЕдиница>\n <Пересчет><Единица>796</Единица><Коэффициент>1</Коэффициент></Пересчет></БазоваяЕдиница>',
      '796',
      'шт',
    ],
    ['<БазоваяЕдиница Код="796 ">шт</БазоваяЕдиница>', '796', 'шт'],
    ['<БазоваяЕдиница Код="2009">шт</БазоваяЕдиница>', '2009', 'шт'],
    ['<БазоваяЕдиница Код="    ">шт</БазоваяЕдиница>', undefined, 'шт'],
    ['<БазоваяЕдиница>шт</БазоваяЕдиница>', undefined, 'шт'],
    [`<БазоваяЕдиница Код="796" НаименованиеПолное="штука${' '.repeat(95)}"> </БазоваяЕдиница>`, '796', 'шт'],
    ['<БазоваяЕдиница>796 </БазоваяЕдиница>', '796', 'шт'],
    ['<БазоваяЕдиница>9999</БазоваяЕдиница>', '9999', undefined],
  ])('%s', async (content, code, name) => {
    expect((await readProduct(content)).unit).toMatchObject({ code, name });
  });

  it('are named by the dictionary of the file', async () => {
    const records = await readAll(
      file(
        `<Классификатор><ЕдиницыИзмерения><ЕдиницаИзмерения><Ид>778 </Ид><НаименованиеКраткое>уп.</НаименованиеКраткое><Код>778 </Код></ЕдиницаИзмерения></ЕдиницыИзмерения></Классификатор><Каталог><Товары><Товар><Ид>1</Ид><БазоваяЕдиница>778 </БазоваяЕдиница></Товар></Товары></Каталог>`,
      ),
    );
    expect(records.find(({ type }) => type === 'unit')).toMatchObject({
      id: '778',
      code: '778',
      name: 'уп.',
    });
    expect(records.find(({ type }) => type === 'product')).toMatchObject({
      unit: { code: '778', name: 'уп.' },
    });
  });

  it('have conversions', async () => {
    const product = await readProduct(
      '<БазоваяЕдиница Код="796">шт<Пересчет><Единица>778</Единица><Коэффициент>12,0</Коэффициент></Пересчет></БазоваяЕдиница>',
    );
    expect(product.unit?.conversions).toMatchObject([{ unit: '778', ratio: '12' }]);
  });
});

describe('warehouses and counterparties', () => {
  it('take a postal address for none of an e-mail', async () => {
    const contact = (type: string, value: string): string =>
      `<Контакт><Тип>${type}</Тип><Значение>${value}</Значение></Контакт>`;
    const [warehouse] = await readOf(
      'warehouse',
      `<Классификатор><Склады><Склад><Ид>с</Ид><Контакты>${contact('Почта', 'Москва, ул. 1')}${contact('Почта', 'a@b.example')}${contact('ТелефонРабочий', '+7 000')}</Контакты><Адрес><Представление>РОССИЯ ,Москва г ,34 ,1 ,</Представление></Адрес></Склад></Склады></Классификатор>`,
    );
    expect(warehouse?.contacts?.map(({ kind }) => kind)).toEqual(['address', 'email', 'phone']);
    expect(warehouse?.address?.text).toBe('РОССИЯ ,Москва г ,34 ,1 ,');
  });

  it('keep the whole id of a counterparty', async () => {
    const [counterparty] = await readOf(
      'counterparty',
      '<Контрагенты СодержитТолькоИзменения="true"><Контрагент><Ид>38#login# Имя</Ид><Наименование>ООО</Наименование><ИНН>7705260699</ИНН><КПП/></Контрагент></Контрагенты>',
    );
    expect(counterparty).toMatchObject({ id: '38#login# Имя', kind: 'legal', inn: '7705260699', kpp: '' });
  });

  it.each([
    ['<ИНН>500100732259</ИНН><ОфициальноеНаименование>ИП</ОфициальноеНаименование>', 'person'],
    ['<ПолноеНаименование>ООО</ПолноеНаименование><КПП>770501001</КПП>', 'legal'],
    ['<ПолноеНаименование>Кто-то</ПолноеНаименование>', undefined],
    ['<Фамилия>Иванов</Фамилия>', 'person'],
  ])('tell companies from persons by %s', async (content, kind) => {
    const [counterparty] = await readOf(
      'counterparty',
      `<Контрагенты><Контрагент><Ид>1</Ид>${content}</Контрагент></Контрагенты>`,
    );
    expect(counterparty?.kind).toBe(kind);
  });

  it('have representatives, directly or inside', async () => {
    const [counterparty] = await readOf(
      'counterparty',
      '<Контрагенты><Контрагент><Ид>1</Ид><Представители><Представитель><Отношение>Контактное лицо</Отношение><Наименование>А</Наименование></Представитель><Представитель><Контрагент><Отношение>Директор</Отношение><Наименование>Б</Наименование></Контрагент></Представитель></Представители></Контрагент></Контрагенты>',
    );
    expect(counterparty?.representatives).toMatchObject([
      { relation: 'Контактное лицо', name: 'А' },
      { relation: 'Директор', name: 'Б' },
    ]);
  });
});
