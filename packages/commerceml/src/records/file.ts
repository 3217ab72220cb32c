import { readDate } from '../values/date.js';
import type { Encoding } from '../encoding/detect.js';
import { detach } from '../values/text.js';

/** The root element: always the first record. */
export interface FileRecord {
  readonly type: 'file';
  readonly line: number;
  readonly encoding: Encoding;
  /** `ВерсияСхемы`, a hint: `2.08`, `3.1`; rows are read alike whatever it says. */
  readonly schemaVersion: string | undefined;
  readonly namespace: string | undefined;
  readonly id: string | undefined;
  /** ISO 8601 where it could be read; for information only. */
  readonly generatedAt: string | undefined;
  /** As the file has it. */
  readonly generatedAtText: string | undefined;
}

/** What a file is about, by its rows and not by its name. */
export type FileKind =
  | 'catalogue'
  | 'categories'
  | 'counterparties'
  | 'documents'
  | 'empty'
  | 'groups'
  | 'offers'
  | 'prices'
  | 'priceTypes'
  | 'properties'
  | 'rests'
  | 'units'
  | 'warehouses';

/** Always the last record of a file that is whole: without it, take nothing of the file for complete. */
export interface EndRecord {
  readonly type: 'end';
  readonly line: number;
  readonly bytes: number;
  /** The main thing in the file: documents before products, products before offers, these before dictionaries. */
  readonly kind: FileKind;
  /** Everything that is in it. */
  readonly contents: readonly FileKind[];
  /** Number of records of each type; empty and unreadable rows are problems, not records. */
  readonly counts: Readonly<Record<string, number>>;
}

export function readFile(
  line: number,
  encoding: Encoding,
  attributes: Readonly<Record<string, string>>,
): FileRecord {
  const of = (name: string): string | undefined => {
    const text = attributes[name];
    return text === undefined ? undefined : detach(text.trim());
  };
  const generatedAtText = of('ДатаФормирования');
  return {
    type: 'file',
    line,
    encoding,
    schemaVersion: of('ВерсияСхемы'),
    namespace: of('xmlns'),
    id: of('Ид'),
    generatedAt: generatedAtText === undefined ? undefined : (readDate(generatedAtText) ?? undefined),
    generatedAtText,
  };
}
