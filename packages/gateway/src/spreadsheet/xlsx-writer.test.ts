import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { formulaPayloads } from './formula-payloads.test-data.js';
import { toReadableStream } from './readable-stream.js';
import type { SpreadsheetColumn, SpreadsheetRow, SpreadsheetRows } from './spreadsheet-column.js';
import { writeXlsx } from './xlsx-writer.js';

const columns: SpreadsheetColumn[] = [
  { title: 'Артикул', width: 12, kind: 'text' },
  { title: 'Кратность', width: 8, kind: 'number', digits: 0 },
  { title: 'Цена', width: 10, kind: 'money', digits: 4 },
];
const texts: SpreadsheetColumn[] = ['a', 'b', 'c'].map((title) => ({ title, width: 10, kind: 'text' }));

async function workbookOf(table: SpreadsheetColumn[], rows: SpreadsheetRows): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXlsx(table, rows, { sheetName: 'Прайс-лист' })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function partOf(table: SpreadsheetColumn[], rows: SpreadsheetRows, name: string): Promise<string> {
  return strFromU8(unzipSync(await workbookOf(table, rows))[name]!);
}

const sheetOf = (table: SpreadsheetColumn[], rows: SpreadsheetRows): Promise<string> =>
  partOf(table, rows, 'xl/worksheets/sheet1.xml');

const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Reads a workbook by an independent reader, which leaves `_xHHHH_` as it is. */
async function readBack(table: SpreadsheetColumn[], rows: SpreadsheetRow[]) {
  const [sheet] = await readXlsxFile(Buffer.from(await workbookOf(table, rows)), { trim: false });
  return sheet!.data.map((row) => row.map((cell) => (typeof cell === 'string' ? unescaped(cell) : cell)));
}

describe('XLSX', () => {
  it('keeps texts as texts and numbers as numbers', async () => {
    const rows = [
      ['0012', '10', '-1234.5'],
      ['5×40 «люкс» <b>&', null, '0.0123'],
      ['шт', '2.5', 'по запросу'],
    ];
    expect(await readBack(columns, rows)).toEqual([
      ['Артикул', 'Кратность', 'Цена'],
      ['0012', 10, -1234.5],
      ['5×40 «люкс» <b>&', null, 0.0123],
      ['шт', 2.5, 'по запросу'],
    ]);
  });

  it('holds no formula whatever a text begins with', async () => {
    const rows = formulaPayloads.map((payload) => [payload, payload, payload]);
    expect(await sheetOf(texts, rows)).not.toMatch(/<f[ >/]/);
    expect((await readBack(texts, rows)).slice(1)).toEqual(rows);
  });

  it('takes payloads in number columns as texts', async () => {
    const sheet = await sheetOf(
      columns,
      formulaPayloads.map((payload) => ['x', payload, payload]),
    );
    expect(sheet).not.toMatch(/<f[ >/]/);
    // "-5" is the one payload that is a decimal number.
    expect(sheet.match(/<v>[^<]*<\/v>/g)).toEqual(['<v>-5</v>', '<v>-5</v>']);
  });

  it('gives every text back through an independent reader', async () => {
    const unit = fc.constantFrom(
      'a',
      'Я',
      '<',
      '&',
      '>',
      '"',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u0000',
      '\u001b',
      '\uffff',
      '_x000D_',
      '😀',
    );
    const text = fc.string({ unit, minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 4 }), async (rows) => {
        expect((await readBack(texts, rows)).slice(1)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it('replaces half surrogates that XML cannot hold', async () => {
    expect((await readBack(texts, [['a\ud800b', '\udc00', 'c']]))[1]).toEqual(['a\ufffdb', '\ufffd', 'c']);
  });

  it('cuts a text at what a cell can hold', async () => {
    const [, row] = await readBack(texts, [['я'.repeat(40_000), 'b', 'c']]);
    expect(String(row![0])).toHaveLength(32_767);
  });

  it('freezes, filters and sizes the header', async () => {
    const sheet = await sheetOf(columns, [
      ['a', '1', '1'],
      ['b', '2', '2'],
    ]);
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:C3"/>');
    expect(sheet).toContain('<col min="2" max="2" width="8" customWidth="1"/>');
  });

  it('shows money with the digits of its column', async () => {
    const styles = await partOf(columns, [], 'xl/styles.xml');
    expect([...styles.matchAll(/formatCode="([^"]*)"/g)].map(([, code]) => code)).toEqual([
      'General',
      '0',
      '#,##0.0000',
    ]);
  });

  it('names columns beyond Z the way spreadsheets do', async () => {
    const wide = Array.from({ length: 703 }, (): SpreadsheetColumn => ({
      title: 'x',
      width: 5,
      kind: 'text',
    }));
    expect(await sheetOf(wide, [])).toMatch(/r="Z1".*r="AA1".*r="AZ1".*r="BA1".*r="ZZ1".*r="AAA1"/);
  });

  it('brings a sheet name into what Excel allows', async () => {
    const bytes: Uint8Array[] = [];
    const name = "'Цены [опт]: a/b & c? очень длинное имя листа";
    for await (const chunk of writeXlsx(texts, [], { sheetName: name })) bytes.push(chunk);
    const workbook = strFromU8(unzipSync(Buffer.concat(bytes))['xl/workbook.xml']!);
    expect(workbook).toContain('<sheet name="Цены  опт   a b &amp; c  очень дли"');
  });

  it('gives the same bytes for the same table', async () => {
    const rows = [['a', '1', '1']];
    expect(await workbookOf(columns, rows)).toEqual(await workbookOf(columns, rows));
  });
});

describe('XLSX streaming', () => {
  function countedRows(total: number) {
    const counted = { produced: 0, isStopped: false };
    const rows = (async function* (): AsyncGenerator<SpreadsheetRow> {
      try {
        for (; counted.produced < total; counted.produced++) yield [`sku-${counted.produced}`, '10', '1.5'];
      } finally {
        counted.isStopped = true;
      }
    })();
    return { counted, rows };
  }

  it('takes rows only as fast as bytes are taken', async () => {
    const { counted, rows } = countedRows(46_000);
    const bytes = writeXlsx(columns, rows, { sheetName: 'x' });
    await bytes.next();
    expect(counted.produced).toBeLessThan(3_000);
    await bytes.return();
  });

  it('never holds more than a small piece of the file', async () => {
    let largest = 0;
    const { rows } = countedRows(46_000);
    for await (const chunk of writeXlsx(columns, rows, { sheetName: 'x' }))
      largest = Math.max(largest, chunk.length);
    expect(largest).toBeLessThan(256 * 1024);
  });

  it('stops asking for rows when the response is cancelled', async () => {
    const { counted, rows } = countedRows(46_000);
    const reader = toReadableStream(writeXlsx(columns, rows, { sheetName: 'x' })).getReader();
    await reader.read();
    await reader.cancel();
    expect(counted.isStopped).toBe(true);
    expect(counted.produced).toBeLessThan(46_000);
  });

  it('delivers through a web stream the bytes of the writer', async () => {
    const stream = toReadableStream(writeXlsx(columns, [['a', '1', '1']], { sheetName: 'Прайс-лист' }));
    const received = new Uint8Array(await new Response(stream).arrayBuffer());
    expect(Buffer.from(received)).toEqual(await workbookOf(columns, [['a', '1', '1']]));
  });

  it('refuses more rows than a sheet holds', async () => {
    const rows = (function* (): Generator<SpreadsheetRow> {
      for (let index = 0; index < 1_048_576; index++) yield [];
    })();
    await expect(workbookOf(texts, rows)).rejects.toMatchObject({
      name: 'SpreadsheetError',
      code: 'too_many_rows',
    });
  });

  it('refuses more columns than a sheet holds', async () => {
    const wide = Array.from({ length: 16_385 }, (): SpreadsheetColumn => ({
      title: 'x',
      width: 5,
      kind: 'text',
    }));
    await expect(workbookOf(wide, [])).rejects.toMatchObject({ code: 'too_many_columns' });
  });
});
