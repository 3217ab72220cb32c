import { CommerceMLError } from '../error.js';
import { Decoder } from '../encoding/decoder.js';
import { Pieces } from '../encoding/pieces.js';
import { defaultLimits, type Limits } from '../limits.js';
import type { ProblemCode } from '../problem.js';
import type { CommerceMLRecord } from '../records/record.js';
import { XmlParser } from '../xml/parser.js';
import { RecordBuilder } from './record-builder.js';
import { Summary } from './summary.js';

/** A file: all of it, or its pieces in order, of any size. A Node stream and the body of a `Response` are such pieces. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array> | Uint8Array;

export interface ReadOptions {
  /** What differs from the default limits. */
  readonly limits?: Partial<Limits>;
  /** Ends the reading with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A source's piece is taken in parts of this size, so that a whole file in one fills no queue. */
const partSize = 2 ** 16;

/**
 * Reads a CommerceML file of any version from 2.03 to 3.1 as typed records, in the order of the file, in memory that does not
 * grow with the file. Rows with problems are told as `problem` records and reading goes on.
 * @param source bytes in UTF-8, UTF-16 or windows-1251, with or without a byte order mark
 * @throws {@link CommerceMLError} during the iteration, when the file as a whole is refused. Records told before are parts of
 *   a file that is not whole: apply nothing for good before the `end` record.
 */
export async function* readCommerceML(
  source: ByteSource,
  options: ReadOptions = {},
): AsyncGenerator<CommerceMLRecord, void, undefined> {
  const reading = new Reading({ ...defaultLimits, ...options.limits });
  for await (const bytes of source instanceof Uint8Array ? [source] : source) {
    for (let from = 0; from < bytes.length; from += partSize) {
      options.signal?.throwIfAborted();
      reading.write(bytes.subarray(from, from + partSize));
      yield* reading.take();
    }
  }
  options.signal?.throwIfAborted();
  reading.end();
  yield* reading.take();
}

/** The state of one file between its pieces. */
class Reading {
  readonly #limits: Limits;
  readonly #pieces = new Pieces();
  readonly #decoder = new Decoder();
  readonly #summary = new Summary();
  #parser: XmlParser | undefined;
  #records: CommerceMLRecord[] = [];
  #bytes = 0;
  #hasBroken = false;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  write(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    if (this.#bytes > this.#limits.bytes)
      throw new CommerceMLError(
        'file_too_large',
        `The file is larger than ${String(this.#limits.bytes)} bytes`,
      );
    this.#pieces.write(bytes, this.#decode);
  }

  end(): void {
    this.#pieces.end(this.#decode);
    this.#parse(this.#decoder.end());
    if (this.#parser === undefined) throw new CommerceMLError('empty_file', 'The file is empty');
    this.#parser.close();
    this.#records.push(this.#summary.end(this.#parser.line, this.#bytes));
  }

  /** Records since the last time. */
  take(): CommerceMLRecord[] {
    const records = this.#records;
    if (records.length > 0) this.#records = [];
    return records;
  }

  readonly #decode = (piece: Uint8Array): void => this.#parse(this.#decoder.write(piece));

  #parse(text: string): void {
    if (text === '') return;
    const parser = this.#parser;
    if (parser === undefined) {
      this.#start(text);
      return;
    }
    if (!this.#hasBroken && text.includes('\uFFFD')) {
      this.#hasBroken = true;
      this.#report(
        'broken_characters',
        parser.line,
        'Some bytes are no characters of the encoding of this file',
      );
    }
    parser.write(text);
  }

  /** The first text decides whether this is XML at all. */
  #start(text: string): void {
    const content = text.trimStart();
    if (content === '') return;
    if (!content.startsWith('<')) {
      const found = JSON.stringify(content.slice(0, 40));
      throw new CommerceMLError(
        'text_before_declaration',
        `The file does not start with XML but with ${found}`,
        1,
      );
    }
    const detected = this.#decoder.detected;
    const builder = new RecordBuilder(detected?.encoding ?? 'utf-8', this.#limits, this.#add);
    this.#parser = new XmlParser(builder, this.#limits);
    this.#parse(content);
    if (detected?.wronglyDeclared !== undefined)
      this.#report(
        'encoding_mismatch',
        1,
        `The file declares ${detected.wronglyDeclared} and is ${detected.encoding}`,
      );
    if (content.length < text.length)
      this.#report('leading_blanks', 1, 'Blanks stand before the XML declaration');
  }

  readonly #add = (record: CommerceMLRecord): void => {
    this.#summary.add(record);
    this.#records.push(record);
  };

  #report(code: ProblemCode, line: number, message: string): void {
    this.#add({ type: 'problem', severity: 'warning', code, path: '', id: undefined, line, message });
  }
}
