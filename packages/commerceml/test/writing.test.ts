import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { writeCommerceML, writeDocuments, type RecordDraft, type WriteOptions } from '../src/index.js';
import { catalogue, document } from './drafts.js';
import { file, readAll } from './read.js';

const generatedAt = '2026-01-15T10:00:00';
const written = async (records: readonly RecordDraft[], options?: WriteOptions): Promise<string> => {
  let text = '';
  for await (const piece of writeCommerceML(records, options)) text += new TextDecoder().decode(piece);
  return text;
};
const rows = async (source: Parameters<typeof readAll>[0]) =>
  (await readAll(source)).filter(({ type }) => !['file', 'end', 'problem'].includes(type));
const options: WriteOptions[] = [
  { encoding: 'utf-8', version: '2.05' },
  { encoding: 'utf-8', version: '3.1' },
  { encoding: 'windows-1251', version: '2.08' },
];

describe('what is written and read again', () => {
  it.each(options)('is the same document: %o', async (how) => {
    await fc.assert(
      fc.asyncProperty(document, async (draft) => {
        const records = await rows(writeDocuments([draft], { generatedAt, ...how }));
        expect(records).toHaveLength(1);
        expect(records[0]).toMatchObject(draft);
      }),
      { numRuns: 200 },
    );
  });

  it.each(options)('is the same catalogue: %o', async (how) => {
    await fc.assert(
      fc.asyncProperty(catalogue, async (drafts) => {
        expect(await rows(writeCommerceML(drafts, how))).toMatchObject(drafts);
      }),
      { numRuns: 200 },
    );
  });

  it('says nothing where the draft says nothing', async () => {
    const [order] = await rows(writeDocuments([{ id: '1', total: null, lines: [] }], { generatedAt }));
    const said = Object.entries(order!).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(said)).toEqual({
      type: 'document',
      line: 3,
      id: '1',
      kind: 'other',
      total: null,
      lines: [],
    });
  });

  it('is a tree of groups, whatever order they came in', async () => {
    const groups: RecordDraft[] = [
      { type: 'group', id: '3', parentId: '2' },
      { type: 'group', id: '1', name: 'А' },
      { type: 'group', id: '2', parentId: '1', name: 'Б' },
    ];
    const read = await rows(writeCommerceML(groups));
    expect(read.map((group) => group.type === 'group' && [group.id, group.parentId])).toEqual([
      false,
      ['1', undefined],
      ['2', '1'],
      ['3', '2'],
    ]);
  });
});

describe('orders', () => {
  const order = {
    id: 'B2B-000123',
    number: 'B2B-000123',
    date: '2026-01-15',
    time: '10:00:00',
    kind: 'order' as const,
    role: 'Продавец',
    currency: 'RUB',
    rate: '1',
    total: '1500.00',
    counterparties: [{ id: 'c', name: 'ООО "Вектор"', inn: '7705260699', role: 'Покупатель' }],
    lines: [
      {
        id: 'p#c',
        name: 'Болт',
        price: '150',
        quantity: '10',
        total: '1500',
        unit: { code: '796', name: 'шт' },
      },
    ],
    requisites: [{ name: 'Статус заказа', values: ['Принят'] }],
  };
  const textOf = (how: WriteOptions = {}): string =>
    new TextDecoder().decode(writeDocuments([order], { generatedAt, ...how }));

  it('have the elements that 1C expects, in their order', () => {
    const names = [...textOf().matchAll(/<(\p{L}+)[ >]/gu)].map(([, name]) => name);
    expect(names.slice(0, 13)).toEqual([
      'КоммерческаяИнформация',
      'Документ',
      'Ид',
      'Номер',
      'Дата',
      'ХозОперация',
      'Роль',
      'Валюта',
      'Курс',
      'Сумма',
      'Контрагенты',
      'Контрагент',
      'Ид',
    ]);
    expect(textOf()).toContain('<ХозОперация>Заказ товара</ХозОперация>');
    expect(textOf()).toContain('<Наименование>ООО &quot;Вектор&quot;</Наименование>');
  });

  it('stand in containers from version 3 on', () => {
    expect(textOf({ version: '3.1' })).toMatch(/ВерсияСхемы="3\.1"[^]*<Контейнер><Документ>/);
    expect(textOf({ version: '3.1' })).toContain('<Единица><Ид>796</Ид>');
    expect(textOf({ version: '2.05' })).not.toContain('Контейнер');
  });

  it('of which there are none are an empty root', () => {
    expect(new TextDecoder().decode(writeDocuments([], { generatedAt, version: '2.05' }))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ВерсияСхемы="2.05" ДатаФормирования="2026-01-15T10:00:00">\n</КоммерческаяИнформация>\n',
    );
  });
});

describe('windows-1251', () => {
  const decode = (lackingCharacters: 'reference' | 'similar', text: string): string => {
    const bytes = writeDocuments([{ id: '1', comment: text }], {
      generatedAt,
      encoding: 'windows-1251',
      lackingCharacters,
    });
    return /<Комментарий>(.*)<\/Комментарий>/.exec(new TextDecoder('windows-1251').decode(bytes))?.[1] ?? '';
  };

  it('has references for what it lacks', () => {
    expect(decode('reference', '5 ₽ № ґ Қ 😀')).toBe('5 &#8381; № ґ &#1178; &#128512;');
  });

  it('has similar characters where they are asked for', () => {
    expect(decode('similar', '5 ₽ × м² ≤ é Қ ґ 😀')).toBe('5 руб. x м2 &lt;= e К ґ ?');
  });

  it('is read as it was written', async () => {
    const bytes = writeDocuments([{ id: '1', comment: '5 ₽ № Қ 😀' }], {
      generatedAt,
      encoding: 'windows-1251',
    });
    expect((await rows(bytes))[0]).toMatchObject({ comment: '5 ₽ № Қ 😀' });
  });
});

it('writes nothing that XML forbids', async () => {
  const text = await written([
    { type: 'product', id: '1', name: 'a\u0000b\u0008c\uD800d\uFFFE', description: 'x\ry' },
  ]);
  expect(text).toContain('<Наименование>abcd</Наименование>');
  expect((await rows(new TextEncoder().encode(text)))[1]).toMatchObject({
    name: 'abcd',
    description: 'x\ry',
  });
});

it('leaves problems and the summary out of what was read', async () => {
  const records = await readAll(
    file('<Новое/><Каталог><Товары><Товар><Ид>1</Ид></Товар></Товары></Каталог>'),
  );
  const again = await readAll(writeCommerceML(records));
  expect(again.map(({ type }) => type)).toEqual(['file', 'catalogue', 'product', 'end']);
});
