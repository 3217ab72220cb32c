import { restoreText } from './formula-guard.js';

/** A row of a table with the line of the file on which it begins. */
export interface CsvRow {
  /** The first line is 1. */
  readonly line: number;
  /** Texts as people typed them, trimmed. */
  readonly cells: readonly string[];
}

const separators = [';', '\t', ','] as const;

/**
 * Reads a table as spreadsheet programs save it: UTF-8 with or without a byte order mark, UTF-16 with one, else windows-1251;
 * separated by semicolons, tabs or commas, whichever the first line has most of. Rows without any text are left out.
 */
export function readCsv(bytes: Uint8Array): CsvRow[] {
  const text = decode(bytes);
  const told = /^sep=([;,\t])\r?\n/i.exec(text);
  const rows = parse(text, told?.[1] ?? separatorOf(text), told ? { at: told[0].length, line: 2 } : start);
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

const start = { at: 0, line: 1 };

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const head = (end < 0 ? text : text.slice(0, end)).replaceAll(/"[^"]*"/g, '');
  const counts = separators.map((separator) => head.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ';';
}

/** RFC 4180; a quote inside of a cell that does not begin with one is a quote. */
function parse(text: string, separator: string, from: { at: number; line: number }): CsvRow[] {
  const rows: CsvRow[] = [];
  let { at, line } = from;
  while (at < text.length) {
    const cells: string[] = [];
    const begins = line;
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        const quoted = unquote(text, at + 1);
        cell = quoted.cell;
        at = quoted.end;
        line += linesIn(cell);
      }
      // What follows a closing quote belongs to the cell all the same.
      const rest = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
      cells.push(restoreText((cell + text.slice(rest, at)).trim()));
      if (text[at] !== separator) break;
      at += 1;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    line += 1;
    rows.push({ line: begins, cells });
  }
  return rows;
}

/** The text from behind an opening quote, and where its closing one ends; one that is never closed ends with the file. */
function unquote(text: string, from: number): { cell: string; end: number } {
  let cell = '';
  for (let at = from; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { cell: cell + text.slice(at), end: text.length };
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { cell, end: quote + 1 };
    cell += '"';
    at = quote + 2;
  }
}

const linesIn = (cell: string): number => cell.match(/\r\n|\r|\n/g)?.length ?? 0;
