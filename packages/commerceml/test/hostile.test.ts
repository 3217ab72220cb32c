import { expect, it } from 'vitest';

import { codesOf, file, readAll } from './read.js';

const product = (content: string, attributes = ''): string =>
  `<Каталог><Товары><Товар ${attributes}><Ид>1</Ид>${content}</Товар></Товары></Каталог>`;
const megabyte = 'x'.repeat(2 ** 20 - 10);

it.each([
  ['a hundred thousand open tags', '<Товар>'.repeat(100_000), 'too_deep'],
  ['a name of a megabyte', `<${megabyte}/>`, 'malformed'],
  [
    'records of many megabytes in texts',
    product(`<Описание>${megabyte}</Описание>`.repeat(33)),
    'record_too_large',
  ],
  ['records of many megabytes in attributes', product(`<А б="${megabyte}"/>`.repeat(33)), 'record_too_large'],
  ['a record of a million elements', product('<А/>'.repeat(1_000_000)), 'record_too_large'],
  [
    'a thousand attributes',
    `<А ${Array.from({ length: 1000 }, (_each, index) => `a${String(index)}=""`).join(' ')}/>`,
    'too_many_attributes',
  ],
])('refuses %s', async (_name, content, code) => {
  await expect(readAll(file(content))).rejects.toMatchObject({ code });
});

it('tells one problem of a text full of stray ampersands', async () => {
  const records = await readAll(file(product(`<Описание>${'&'.repeat(500_000)}</Описание>`)));
  expect(codesOf(records)).toEqual(['unknown_entity']);
});

it('remembers no long texts, however many a file has', async () => {
  const rows = Array.from(
    { length: 300 },
    (_each, index) =>
      `<Предложение><Ид>1</Ид><Цены><Цена><ИдТипаЦены>${String(index)}${'x'.repeat(1e5)}</ИдТипаЦены><Валюта>${String(index)}${'y'.repeat(1e5)}</Валюта></Цена></Цены></Предложение>`,
  );
  const types = '<ТипыЦен><ТипЦены><Ид>т</Ид></ТипЦены></ТипыЦен>';
  const records = await readAll(
    file(`<ПакетПредложений>${types}<Предложения>${rows.join('')}</Предложения></ПакетПредложений>`),
  );
  expect(records.filter(({ type }) => type === 'offer')).toHaveLength(300);
});
