import { CommerceMLError } from '../error.js';
import type { Encoding } from '../encoding/detect.js';
import type { Limits } from '../limits.js';
import type { ProblemRecord } from '../problem.js';
import { containerFields, readContainer } from '../records/container.js';
import { readFile } from '../records/file.js';
import type { CommerceMLRecord } from '../records/record.js';
import type { Attributes } from '../xml/attributes.js';
import { XmlElement } from '../xml/element.js';
import type { XmlHandler } from '../xml/parser.js';
import { Known } from './known.js';
import { containers, lists, rowReaders, type RowReader } from './routes.js';
import { Row } from './row.js';

const rootName = 'КоммерческаяИнформация';
/** Some write it into the catalogue: what it lists counts, what it says of itself does not. */
const nestedClassifier = 'Классификатор';

/** An open element outside of records. */
interface Frame {
  readonly name: string;
  readonly path: string;
  readonly rows: ReadonlyMap<string, RowReader> | undefined;
  /** Fields of a container; `undefined` for a list. */
  readonly header: XmlElement | undefined;
  /** Fields that were there when the header was told; `undefined` before. */
  told: number | undefined;
}

/** Makes records of XML: what holds rows is passed through, each row is gathered, read and let go. */
export class RecordBuilder implements XmlHandler {
  readonly #known = new Known();
  readonly #frames: Frame[] = [];
  /** Elements of the record being gathered, the innermost last. */
  readonly #gathered: XmlElement[] = [];
  readonly #limits: Limits;
  readonly #encoding: Encoding;
  readonly #emit: (record: CommerceMLRecord) => void;
  #reader: RowReader | undefined;
  #skipped = 0;
  #elements = 0;
  #length = 0;
  #problems = 0;

  constructor(encoding: Encoding, limits: Limits, emit: (record: CommerceMLRecord) => void) {
    this.#encoding = encoding;
    this.#limits = limits;
    this.#emit = emit;
  }

  /** Whether the innermost open element belongs to a record. */
  wantsText = false;

  open(name: string, attributes: Attributes, line: number): void {
    if (this.#skipped > 0) {
      this.#skipped += 1;
      return;
    }
    if (this.wantsText) this.#gather(name, attributes, line);
    else if (this.#frames.length === 0) this.#openRoot(name, attributes, line);
    else this.#openInside(name, attributes, line);
  }

  text(text: string): void {
    const element = this.#gathered.at(-1) as XmlElement;
    this.#grow(text.length);
    element.text = element.text === '' ? text : element.text + text;
  }

  close(): void {
    if (this.#skipped > 0) this.#skipped -= 1;
    else if (this.#gathered.length > 1) this.#gathered.pop();
    else if (this.#gathered.length === 1) this.#closeGathered();
    else this.#closeFrame();
  }

  oddity(code: 'forbidden_character' | 'unknown_entity', line: number): void {
    const path = [...this.#gathered.map(({ name }) => name)];
    const place = [this.#frames.at(-1)?.path ?? '', ...path].join('/');
    const message =
      code === 'unknown_entity'
        ? 'An entity is not declared; its name stays in the text'
        : 'A character that XML forbids was left out';
    this.#problem({ type: 'problem', severity: 'warning', code, path: place, id: undefined, line, message });
  }

  /** Counts problems too: a file of nothing but problems tells the first ones. */
  readonly #problem = (problem: ProblemRecord): void => {
    this.#problems += 1;
    if (this.#problems < this.#limits.problems) this.#emit(problem);
    else if (this.#problems === this.#limits.problems)
      this.#emit({
        ...problem,
        severity: 'warning',
        code: 'too_many_problems',
        message: `After ${String(this.#limits.problems)} problems no more are told`,
      });
  };

  #openRoot(name: string, attributes: Attributes, line: number): void {
    if (name !== rootName)
      throw new CommerceMLError(
        'not_commerceml',
        `The root element is <${name.slice(0, 40)}>, not <${rootName}>`,
        line,
      );
    refuseFirstVersion(attributes['ВерсияСхемы']?.trim().startsWith('1.') ?? false, line);
    this.#frames.push({ name, path: name, rows: rowReaders[name], header: undefined, told: undefined });
    this.#emit(readFile(line, this.#encoding, attributes));
  }

  #openInside(name: string, attributes: Attributes, line: number): void {
    const frame = this.#frames.at(-1) as Frame;
    const reader = frame.rows?.get(name);
    if (reader !== undefined) {
      this.#tellHeaders();
      this.#startGathering(name, attributes, line, reader);
    } else if (frame.header !== undefined && containerFields.has(name)) {
      this.#startGathering(name, attributes, line, undefined);
    } else if (this.#frames.length === 1 && containers.has(name)) {
      refuseFirstVersion(Object.keys(attributes).some(isOfFirstVersion), line);
      const header = new XmlElement(name, line, attributes);
      this.#push(name, header);
    } else if (lists.has(name) || name === nestedClassifier) {
      this.#tellHeaders();
      this.#push(name, undefined);
    } else if (frame.name === nestedClassifier && containerFields.has(name)) this.#skipped = 1;
    else this.#skip(frame, name, line);
  }

  #push(name: string, header: XmlElement | undefined): void {
    const path = `${this.#frames.at(-1)?.path ?? ''}/${name}`;
    this.#frames.push({ name, path, rows: rowReaders[name], header, told: undefined });
  }

  #skip(frame: Frame, name: string, line: number): void {
    this.#skipped = 1;
    const path = `${frame.path}/${name.slice(0, 100)}`;
    if (this.#known.isFirst(path)) {
      const message = 'An element that is not known here was skipped';
      this.#problem({
        type: 'problem',
        severity: 'info',
        code: 'unknown_element',
        path,
        id: undefined,
        line,
        message,
      });
    }
  }

  #startGathering(name: string, attributes: Attributes, line: number, reader: RowReader | undefined): void {
    this.#reader = reader;
    this.#elements = 0;
    this.#length = 0;
    this.#gathered.push(new XmlElement(name, line, attributes));
    this.wantsText = true;
  }

  #gather(name: string, attributes: Attributes, line: number): void {
    const parent = this.#gathered.at(-1) as XmlElement;
    const element = new XmlElement(name, line, attributes);
    this.#elements += 1;
    if (this.#elements > this.#limits.recordElements) this.#refuseRecord(line);
    for (const attribute in attributes) this.#grow(attributes[attribute]?.length ?? 0);
    if (parent.children === undefined) parent.children = [element];
    else parent.children.push(element);
    this.#gathered.push(element);
  }

  #grow(by: number): void {
    this.#length += by;
    if (this.#length > this.#limits.recordLength) this.#refuseRecord(this.#gathered.at(-1)?.line ?? 0);
  }

  #refuseRecord(line: number): never {
    const name = this.#gathered[0]?.name ?? '';
    throw new CommerceMLError('record_too_large', `A <${name}> is larger than the limits allow`, line);
  }

  #closeGathered(): void {
    const element = this.#gathered.pop() as XmlElement;
    this.wantsText = false;
    const frame = this.#frames.at(-1) as Frame;
    if (this.#reader === undefined) {
      const header = frame.header as XmlElement;
      // The first one stands, as in rows; a file of millions of them must not fill the memory.
      if (header.child(element.name) === undefined) (header.children ??= []).push(element);
      return;
    }
    const path = `${frame.path}/${element.name}`;
    const rowOf = (of: XmlElement): Row => new Row(of, path, this.#known, this.#problem);
    this.#reader(rowOf(element), this.#emit, rowOf);
  }

  #closeFrame(): void {
    const frame = this.#frames.pop();
    if (frame?.header !== undefined) this.#tellHeader(frame);
  }

  #tellHeaders(): void {
    for (const frame of this.#frames) {
      if (frame.header !== undefined && frame.told === undefined) this.#tellHeader(frame);
    }
  }

  #tellHeader(frame: Frame): void {
    const header = frame.header as XmlElement;
    const fields = header.children?.length ?? 0;
    if (frame.told === fields) return;
    const isLate = frame.told !== undefined;
    frame.told = fields;
    this.#emit(readContainer(new Row(header, frame.path, this.#known, this.#problem), isLate));
  }
}

/** Version 1 has ids in attributes: `Идентификатор` of a catalogue, `ИдентификаторКаталога` of a package of offers. */
const isOfFirstVersion = (attribute: string): boolean => attribute.startsWith('Идентификатор');

function refuseFirstVersion(isFirst: boolean, line: number): void {
  if (isFirst)
    throw new CommerceMLError(
      'unsupported_version',
      'This is CommerceML 1; set the exchange in 1C to version 2 or later',
      line,
    );
}
