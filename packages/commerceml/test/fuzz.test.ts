import fc from 'fast-check';
import { expect, it } from 'vitest';

import { CommerceMLError, readCommerceML } from '../src/index.js';
import { encode, file } from './read.js';

/** `KONTOR_FUZZ_RUNS=100000` for a long run. */
const numRuns = Number(process.env['KONTOR_FUZZ_RUNS'] ?? 3000);

const seedFile = encode(
  file(`<Классификатор><Ид>к</Ид><Владелец><Ид>в</Ид><ИНН>7705260699</ИНН></Владелец>
<Группы><Группа><Ид>1</Ид><Наименование>А</Наименование><Группы><Группа><Ид>2</Ид></Группа></Группы></Группа></Группы>
<Свойства><Свойство><Ид>с</Ид><ВариантыЗначений><Справочник><ИдЗначения>з</ИдЗначения><Значение>Б</Значение></Справочник></ВариантыЗначений></Свойство></Свойства>
<Склады><Склад><Ид>w</Ид><Адрес><АдресноеПоле><Тип>Город</Тип><Значение>М</Значение></АдресноеПоле></Адрес></Склад></Склады></Классификатор>
<Каталог СодержитТолькоИзменения="false"><Товары><Товар Статус="Новый"><Ид>p#c</Ид><Штрихкод>1</Штрихкод><Наименование>Б &amp;quot; &lt;</Наименование>
<БазоваяЕдиница Код="796">шт<Пересчет><Единица>796</Единица><Коэффициент>1</Коэффициент></Пересчет></БазоваяЕдиница>
<Описание><![CDATA[<b>x</b>]]></Описание><!-- c --><Картинка/><ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Вес</Наименование><Значение>1,5</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></Товар></Товары></Каталог>
<ПакетПредложений><ТипыЦен><ТипЦены><Ид>т</Ид><Валюта>руб</Валюта></ТипЦены></ТипыЦен><Предложения><Предложение><Ид>p</Ид><Цены><Цена><ИдТипаЦены>т</ИдТипаЦены><ЦенаЗаЕдиницу>-999 999 999,9</ЦенаЗаЕдиницу></Цена></Цены><Склад ИдСклада="w" КоличествоНаСкладе="1"/></Предложение></Предложения></ПакетПредложений>
<Документ><Ид>1</Ид><Дата>2026-01-15</Дата><Время>9:05:00</Время><Сумма>1</Сумма><Товары><Товар><Ид>p</Ид><Цена>1</Цена></Товар></Товары></Документ>`),
);

const fragments = [
  '<',
  '>',
  '</',
  '/>',
  '"',
  '&',
  '&#',
  ';',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?',
  '?>',
  '<!DOCTYPE',
  '=',
  '\0',
  '\uFEFF',
];
const ids = [
  '<Группы>',
  '</Товар>',
  '<Товар>',
  '<Ид>',
  '</Ид>',
  '<Склад ',
  '<Контейнер>',
  '</КоммерческаяИнформация>',
];

const mutation = fc.oneof(
  fc.record({ kind: fc.constant('byte' as const), at: fc.nat(), byte: fc.nat(255) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.nat(),
    text: fc.constantFrom(...fragments, ...ids),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.nat(200) }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), length: fc.nat(200), times: fc.nat(50) }),
  fc.record({ kind: fc.constant('end' as const), at: fc.nat() }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

function mutate(bytes: Uint8Array, change: Mutation): Uint8Array {
  const at = change.at % (bytes.length + 1);
  const before = bytes.subarray(0, at);
  const after = bytes.subarray(at);
  switch (change.kind) {
    case 'byte':
      return Uint8Array.from(bytes, (byte, index) => (index === at ? change.byte : byte));
    case 'insert':
      return join(before, encode(change.text), after);
    case 'cut':
      return join(before, after.subarray(change.length));
    case 'repeat':
      return join(
        before,
        ...Array.from({ length: change.times }, () => after.subarray(0, change.length)),
        after,
      );
    case 'end':
      return before;
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

it('reads or refuses whatever a file has become', { timeout: 20_000 + numRuns * 10 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), async (mutations) => {
      const bytes = mutations.reduce(mutate, seedFile);
      let last = '';
      try {
        for await (const record of readCommerceML(bytes)) last = record.type;
        expect(last).toBe('end');
      } catch (error) {
        expect(error).toBeInstanceOf(CommerceMLError);
      }
    }),
    { numRuns },
  );
});

it('reads or refuses any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const reading = (async () => {
        for await (const record of readCommerceML(bytes)) expect(record.type).not.toBe('end');
      })();
      await expect(reading).rejects.toBeInstanceOf(CommerceMLError);
    }),
    { numRuns: Math.ceil(numRuns / 10) },
  );
});
