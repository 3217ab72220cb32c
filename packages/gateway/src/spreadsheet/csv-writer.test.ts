import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvDialects } from './csv-dialect.js';
import type { CsvDialect } from './csv-dialect.js';
import { writeCsv } from './csv-writer.js';
import { restoreText } from './formula-guard.js';
import { formulaPayloads } from './formula-payloads.test-data.js';
import type { SpreadsheetColumn, SpreadsheetRow } from './spreadsheet-column.js';

const columns: SpreadsheetColumn[] = [
  { title: 'Артикул', width: 12, kind: 'text' },
  { title: 'Кратность', width: 8, kind: 'number' },
  { title: 'Цена', width: 10, kind: 'money' },
];
const texts: SpreadsheetColumn[] = ['a', 'b', 'c'].map((title) => ({ title, width: 10, kind: 'text' }));

async function csvOf(
  table: SpreadsheetColumn[],
  rows: SpreadsheetRow[],
  dialect: CsvDialect,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeCsv(table, rows, dialect)) chunks.push(chunk);
  return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(Buffer.concat(chunks));
}

/** A reader of RFC 4180 of its own, character by character. */
function readCsv(csv: string, separator: string): string[][] {
  const rows: string[][] = [];
  const row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 1; index < csv.length; index++) {
    const character = csv[index]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (csv[index + 1] === '"') cell += csv[index++]!;
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === separator || character === '\n') {
      row.push(cell.replace(/\r$/, character === '\n' ? '' : '\r'));
      cell = '';
      if (character === '\n') rows.push(row.splice(0));
    } else cell += character;
  }
  return rows;
}

describe('CSV', () => {
  it('speaks Russian Excel with semicolons and decimal commas', async () => {
    const csv = await csvOf(
      columns,
      [
        ['5×40; "люкс"', '2.5', '-1234.5'],
        ['0012', null, '7'],
      ],
      csvDialects.ru,
    );
    expect(csv).toBe('\ufeffАртикул;Кратность;Цена\r\n"5×40; ""люкс""";2,5;-1234,50\r\n0012;;7,00\r\n');
  });

  it('speaks English Excel with commas and decimal points', async () => {
    const csv = await csvOf(columns, [['screw, 5×40', '2.5', '-1234.5']], csvDialects.en);
    expect(csv).toBe('\ufeffАртикул,Кратность,Цена\r\n"screw, 5×40",2.5,-1234.50\r\n');
  });

  it('quotes decimal commas where the comma separates', async () => {
    expect(await csvOf(columns, [['a', '2.5', null]], { separator: ',', decimal: ',' })).toContain(
      'a,"2,5",\r\n',
    );
  });

  it('never rounds a price with more decimals than shown', async () => {
    expect(await csvOf(columns, [['screw', '1', '0.012345']], csvDialects.en)).toContain('screw,1,0.012345');
  });

  it('guards words in a number column like any text', async () => {
    const csv = await csvOf(
      columns,
      [
        ['a', '=1+1', 'по запросу'],
        ['b', '1e5', '+7'],
      ],
      csvDialects.ru,
    );
    expect(csv).toContain("a;'=1+1;по запросу\r\nb;1e5;'+7\r\n");
  });

  it('opens no payload as a formula and restores each', async () => {
    const csv = await csvOf(
      texts,
      formulaPayloads.map((payload) => [payload, payload, payload]),
      csvDialects.ru,
    );
    const cells = readCsv(csv, ';').slice(1).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell.trimStart()))).toEqual([]);
    expect(cells.map(restoreText)).toEqual(formulaPayloads.flatMap((payload) => [payload, payload, payload]));
  });

  it('guards the header too', async () => {
    expect(await csvOf([{ title: '=1+1', width: 1, kind: 'text' }], [], csvDialects.en)).toBe(
      "\ufeff'=1+1\r\n",
    );
  });

  it('gives every text back through an independent reader', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'Я', '"', ';', ',', '\n', ' ', "'", '=', '😀') });
    const table = fc.array(fc.tuple(text, text, text), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(csvDialects.ru, csvDialects.en), async (rows, dialect) => {
        const read = readCsv(await csvOf(texts, rows, dialect), dialect.separator).slice(1);
        expect(read.map((row) => row.map(restoreText))).toEqual(rows);
      }),
    );
  });

  it('takes rows only as fast as bytes are taken', async () => {
    let produced = 0;
    const rows = (function* (): Generator<SpreadsheetRow> {
      for (; produced < 46_000; produced++) yield [`sku-${produced}`, '1', '1.5'];
    })();
    const bytes = writeCsv(columns, rows, csvDialects.ru);
    await bytes.next();
    expect(produced).toBeLessThan(10_000);
    await bytes.return();
  });
});
