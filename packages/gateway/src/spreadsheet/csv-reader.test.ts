import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { csvDialects } from './csv-dialect.js';
import { readCsv } from './csv-reader.js';
import { writeCsv } from './csv-writer.js';
import type { SpreadsheetColumn } from './spreadsheet-column.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const cellsOf = (bytes: Uint8Array) => readCsv(bytes).map(({ cells }) => cells);
const table = [
  ['Артикул', 'Аналог'],
  ['Болт 8', 'Винт 8'],
];

describe('a table', () => {
  it.each([
    ['semicolons', ';'],
    ['commas', ','],
    ['tabs', '\t'],
  ])('is read when it is separated by %s', (_name, separator) => {
    const text = table.map((row) => row.join(separator)).join('\r\n');
    expect(cellsOf(bytesOf(text))).toEqual(table);
  });

  it('is read in every encoding that spreadsheet programs save', () => {
    const text = table.map((row) => row.join('\t')).join('\n');
    const cp1251 = Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 128 ? code : code - 0x350;
    });
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [bytesOf(`\ufeff${text}`), cp1251, utf16, Buffer.from(utf16).swap16()])
      expect(cellsOf(bytes)).toEqual(table);
  });

  it('tells the line on which each row begins', () => {
    const rows = readCsv(bytesOf('a;b\n\n;;\n"x\ny";1\nz;2'));
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 4, cells: ['x\ny', '1'] },
      { line: 6, cells: ['z', '2'] },
    ]);
  });

  it('may say its separator in the first line', () => {
    expect(readCsv(bytesOf('sep=,\r\na;a,b\r\n'))).toEqual([{ line: 2, cells: ['a;a', 'b'] }]);
  });

  it('that the gateway writes is read as it was', async () => {
    const columns: SpreadsheetColumn[] = ['a', 'b'].map((title) => ({ title, width: 10, kind: 'text' }));
    const text = fc.string({ unit: 'grapheme' }).map((value) => `x${value}y`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text), { minLength: 1 }),
        fc.constantFrom('ru' as const, 'en' as const),
        async (rows, locale) => {
          const pieces: Uint8Array[] = [];
          for await (const piece of writeCsv(columns, rows, csvDialects[locale])) pieces.push(piece);
          expect(cellsOf(Buffer.concat(pieces)).slice(1)).toEqual(rows);
        },
      ),
    );
  });

  it('of any bytes is read without end or error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        for (const { line, cells } of readCsv(bytes))
          expect([line > 0, cells.length > 0]).toEqual([true, true]);
      }),
    );
  });
});
