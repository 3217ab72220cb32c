import { CommerceMLWriter, declaration } from './commerceml-writer.js';
import type { EndRecord } from '../records/file.js';
import type { ProblemRecord } from '../problem.js';
import type { DocumentDraft, RecordDraft } from './draft.js';
import { encode1251, type LackingCharacters } from './encode.js';

export interface WriteOptions {
  /** Version that the root element names; 3 and later put documents into containers. @default '2.08' */
  readonly version?: string;
  /** When the file is made, as 1C reads it: local time without a zone, `2026-01-15T10:00:00`. */
  readonly generatedAt?: string;
  readonly encoding?: 'utf-8' | 'windows-1251';
  /** What stands for characters that windows-1251 lacks. @default 'reference' */
  readonly lackingCharacters?: LackingCharacters;
  readonly namespace?: string;
  /** `Ид` of the root element. */
  readonly id?: string;
}

/** Records that were read are written as they are; their summary and their problems are left out. */
export type WritableRecord = EndRecord | ProblemRecord | RecordDraft;

const pieceSize = 2 ** 16;

/**
 * Writes records as a CommerceML file, piece by piece. A `file` record gives attributes of the root that override the options.
 */
export async function* writeCommerceML(
  records: AsyncIterable<WritableRecord> | Iterable<WritableRecord>,
  options: WriteOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const { writer, encode, start } = prepare(options);
  let text = start;
  for await (const record of records) {
    if (record.type === 'end' || record.type === 'problem') continue;
    text += writer.write(record);
    if (text.length < pieceSize) continue;
    yield encode(text);
    text = '';
  }
  yield encode(text + writer.end());
}

/**
 * Writes documents as one file: what a site answers 1C's `mode=query` with. Without documents it is an empty root, which 1C
 * wants too.
 */
export function writeDocuments(
  documents: readonly DocumentDraft[],
  options: WriteOptions & { readonly generatedAt: string },
): Uint8Array {
  const { writer, encode, start } = prepare(options);
  const content = documents.map((document) => writer.write({ ...document, type: 'document' })).join('');
  return encode(start + content + writer.end());
}

function prepare(options: WriteOptions): {
  writer: CommerceMLWriter;
  encode: (text: string) => Uint8Array;
  start: string;
} {
  const { version = '2.08', generatedAt, encoding = 'utf-8', lackingCharacters = 'reference' } = options;
  const encoder = new TextEncoder();
  return {
    writer: new CommerceMLWriter({ version, generatedAt, namespace: options.namespace, id: options.id }),
    encode: (text) => (encoding === 'utf-8' ? encoder.encode(text) : encode1251(text, lackingCharacters)),
    start: declaration(encoding === 'utf-8' ? 'UTF-8' : 'windows-1251'),
  };
}
