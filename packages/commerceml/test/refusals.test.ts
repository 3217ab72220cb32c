import { expect, it } from 'vitest';

import { CommerceMLError } from '../src/index.js';
import { file, readAll } from './read.js';

it.each([
  ['nothing', '', 'empty_file'],
  ['blanks', ' \n\t\n', 'empty_file'],
  ['a notice before the declaration', `Notice: x in y\n${file('')}`, 'text_before_declaration'],
  ['a page of a server', '<html><body>502 Bad Gateway</body></html>', 'not_commerceml'],
  ['a spreadsheet', 'PK\u0003\u0004 and so on', 'text_before_declaration'],
  ['a file that ends early', file('<Каталог><Товары><Товар><Ид>1</Ид>').split('</Комм')[0]!, 'truncated'],
  [
    'a document type',
    `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${file('').split('\n')[1]!}`,
    'doctype_refused',
  ],
  ['two files in one', file('') + file(''), 'malformed'],
  ['version 1 by its number', file('', 'ВерсияСхемы="1.03"'), 'unsupported_version'],
  ['version 1 by its attributes', file('<Каталог Идентификатор="к"/>'), 'unsupported_version'],
  [
    'offers of version 1',
    file('<ПакетПредложений ИдентификаторКаталога="к"><Предложение Цена="1"/></ПакетПредложений>', ''),
    'unsupported_version',
  ],
])('refuses %s', async (_name, text, code) => {
  await expect(readAll(text)).rejects.toMatchObject({ name: 'CommerceMLError', code });
});

it('tells version 1 how to be exchanged', async () => {
  await expect(readAll(file('', 'ВерсияСхемы="1.03"'))).rejects.toThrow(
    'Line 2: This is CommerceML 1; set the exchange in 1C to version 2 or later',
  );
});

it('tells the line of what it refuses', async () => {
  const error: unknown = await readAll(file('\n\n<Каталог>\n</Классификатор>')).catch(
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(CommerceMLError);
  expect(error).toMatchObject({ code: 'malformed', line: 5 });
});

it.each([
  [
    'a record of too many elements',
    { recordElements: 10 },
    '<Товар><Ид>1</Ид>' + '<Штрихкод/>'.repeat(10) + '</Товар>',
  ],
  [
    'a record of too much text',
    { recordLength: 100 },
    `<Товар><Ид>1</Ид><Описание>${'x'.repeat(101)}</Описание></Товар>`,
  ],
])('refuses %s', async (_name, limits, rows) => {
  const text = file(`<Каталог><Товары>${rows}</Товары></Каталог>`);
  await expect(readAll(text, { limits })).rejects.toMatchObject({ code: 'record_too_large' });
  await expect(readAll(text)).resolves.toBeDefined();
});

it('refuses a file of too many bytes', async () => {
  await expect(readAll(file(''), { limits: { bytes: 100 } })).rejects.toMatchObject({
    code: 'file_too_large',
  });
});

it('stops telling problems after a number of them', async () => {
  const rows = '<Предложение><Ид>1</Ид><Количество>many</Количество></Предложение>'.repeat(50);
  const text = file(`<ПакетПредложений><Предложения>${rows}</Предложения></ПакетПредложений>`);
  const records = await readAll(text, { limits: { problems: 10 } });
  const problems = records.filter((record) => record.type === 'problem');
  expect(problems).toHaveLength(10);
  expect(problems.at(-1)).toMatchObject({ code: 'too_many_problems' });
  expect(records.filter(({ type }) => type === 'offer')).toHaveLength(50);
});

it('ends when it is told to', async () => {
  await expect(readAll(file(''), { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
    'enough',
  );
});
