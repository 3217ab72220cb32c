import { CommerceMLError, type CommerceMLErrorCode } from '../error.js';
import type { Limits } from '../limits.js';
import { decodeEntities } from './entities.js';
import { Lines } from './lines.js';
import { Names, type Name } from './names.js';
import { readAttributes, type Attributes, type TagEnd } from './attributes.js';

/** What a parser tells. */
export interface XmlHandler {
  /** Texts are only told while somebody wants them. */
  readonly wantsText: boolean;
  open(name: string, attributes: Attributes, line: number): void;
  text(text: string): void;
  close(): void;
  /** Something that a strict reader would refuse and that loses nothing here. */
  oddity(code: 'forbidden_character' | 'unknown_entity', line: number): void;
}

const bang = 33;
const slash = 47;
const greater = 62;
const question = 63;

// eslint-disable-next-line no-control-regex -- these are what XML forbids
const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;

const noAttributes: Attributes = Object.freeze(Object.create(null) as Attributes);

/**
 * Parses XML in pieces, within limits, without document types and so without entities of a file's own. It is as strict as XML
 * about tags and lenient about stray `&`, `]]>` and control characters, which shops paste into descriptions. Blanks between tags are
 * not told.
 */
export class XmlParser {
  readonly #handler: XmlHandler;
  readonly #limits: Limits;
  readonly #names = new Names();
  readonly #lines = new Lines();
  /** Open elements as the file names them. */
  readonly #open: Name[] = [];
  readonly #tagEnd: TagEnd = { at: 0, isEmpty: false, count: 0 };
  /** What is not parsed yet: the beginning of a tag. */
  #rest = '';
  /** The beginning of a text whose end is in a later piece. */
  #text = '';
  #place = 0;
  #hasRoot = false;
  #isFirstToken = true;
  #wasTag = false;
  #hasForbidden = false;
  #hasReturn = false;

  constructor(handler: XmlHandler, limits: Limits) {
    this.#handler = handler;
    this.#limits = limits;
  }

  /** Line that was reached, from 1. */
  get line(): number {
    return this.#lines.at(this.#place);
  }

  /** @throws CommerceMLError for what isn't XML or passes a limit */
  write(piece: string): void {
    this.#hasForbidden ||= piece.search(forbidden) >= 0;
    this.#hasReturn ||= piece.includes('\r');
    const text = this.#rest === '' ? piece : this.#rest + piece;
    this.#lines.start(text);
    this.#place = 0;
    const end = this.#parse(text);
    this.#lines.at(end);
    this.#lines.start('');
    this.#rest = text.slice(end);
    if (this.#rest.length > this.#limits.textLength) this.#refuseLong('A tag');
  }

  /** @throws CommerceMLError where the root element is not closed */
  close(): void {
    if (this.#open.length > 0 || this.#rest !== '')
      this.#refuse('truncated', 'The file ends before its last element does');
    if (this.#text.trim() !== '') this.#refuse('malformed', 'Text stands outside of the root element');
    if (!this.#hasRoot) this.#refuse('malformed', 'There is no root element');
  }

  /** @returns where the first token begins that is not whole */
  #parse(text: string): number {
    let place = 0;
    for (;;) {
      const start = text.indexOf('<', place);
      if (start < 0) {
        this.#keepText(text.slice(place));
        return text.length;
      }
      if (start > place || this.#text !== '') this.#tellText(text, place, start);
      this.#place = start;
      const end = this.#token(text, start);
      if (end < 0) return start;
      this.#isFirstToken = false;
      place = end;
    }
  }

  /** @returns the place after the token, or `-1` where it is not whole */
  #token(text: string, start: number): number {
    const code = text.charCodeAt(start + 1);
    if (code === slash) return this.#closeTag(text, start);
    if (code === bang) return this.#declaration(text, start);
    if (code === question) return this.#instruction(text, start);
    return start + 1 < text.length ? this.#openTag(text, start) : -1;
  }

  #openTag(text: string, start: number): number {
    let at = start + 1;
    let hash = 0;
    let code = text.charCodeAt(at);
    while (code > 32 && code !== greater && code !== slash) {
      hash = (Math.imul(hash, 31) + code) | 0;
      at += 1;
      code = text.charCodeAt(at);
    }
    if (at >= text.length) return -1;
    const name = this.#names.find(text, start + 1, at, hash);
    if (name === undefined)
      this.#refuse('malformed', `<${text.slice(start + 1, Math.min(at, start + 40))} is no tag`);
    if (code === greater) {
      this.#begin(name, noAttributes, start);
      return at + 1;
    }
    const attributes = readAttributes(text, at, this.#tagEnd, this.#names, this.#attributeText);
    if (attributes === undefined) return -1;
    if (typeof attributes === 'string')
      this.#refuse('malformed', `${attributes} in <${name.raw.slice(0, 40)}>`);
    if (this.#tagEnd.count > this.#limits.attributes) this.#refuseAttributes(name);
    this.#begin(name, attributes, start);
    if (this.#tagEnd.isEmpty) this.#end();
    return this.#tagEnd.at;
  }

  #begin(name: Name, attributes: Attributes, start: number): void {
    if (this.#open.length === 0) {
      if (this.#hasRoot) this.#refuse('malformed', 'A second root element follows the first');
      this.#hasRoot = true;
    }
    this.#open.push(name);
    if (this.#open.length > this.#limits.depth)
      this.#refuse('too_deep', `Elements are nested deeper than ${String(this.#limits.depth)}`);
    this.#wasTag = true;
    this.#handler.open(name.canonical, attributes, this.#lines.at(start));
  }

  #closeTag(text: string, start: number): number {
    const name = this.#open.at(-1);
    let at = start + 2;
    if (name !== undefined && text.startsWith(name.raw, at)) {
      at += name.raw.length;
      while (text.charCodeAt(at) <= 32) at += 1;
      if (text.charCodeAt(at) === greater) {
        this.#end();
        return at + 1;
      }
    }
    const end = text.indexOf('>', start);
    if (end < 0) return -1;
    const found = text.slice(start, Math.min(end + 1, start + 60));
    this.#refuse(
      'malformed',
      `${found} closes nothing that is open${name ? `, <${name.raw.slice(0, 60)}> is` : ''}`,
    );
  }

  #end(): void {
    this.#open.pop();
    this.#wasTag = true;
    this.#handler.close();
  }

  #declaration(text: string, start: number): number {
    if (text.startsWith('<!--', start)) {
      const end = text.indexOf('-->', start + 4);
      this.#wasTag = false;
      return end < 0 ? -1 : end + 3;
    }
    if (text.startsWith('<![CDATA[', start)) {
      const end = text.indexOf(']]>', start + 9);
      if (end < 0) return -1;
      if (this.#open.length === 0) this.#refuse('malformed', 'Text stands outside of the root element');
      this.#wasTag = false;
      if (this.#handler.wantsText) this.#tell(text.slice(start + 9, end), false);
      return end + 3;
    }
    if (/^<!D/i.test(text.slice(start, start + 3)))
      this.#refuse('doctype_refused', 'A document type declaration is not accepted');
    if (start + 9 > text.length) return -1;
    this.#refuse('malformed', `${text.slice(start, start + 9)} is no XML`);
  }

  #instruction(text: string, start: number): number {
    const end = text.indexOf('?>', start + 2);
    if (end < 0) return -1;
    if (/^<\?xml\s/i.test(text.slice(start, start + 6)) && !this.#isFirstToken)
      this.#refuse('malformed', 'A second XML declaration: several files stand in one');
    this.#wasTag = false;
    return end + 2;
  }

  /** The text before a tag: whole, or its last part. */
  #tellText(text: string, from: number, to: number): void {
    const isWhole = this.#text === '';
    if (isWhole && this.#isBlank(text, from, to)) return;
    if (this.#open.length === 0) {
      if (`${this.#text}${text.slice(from, to)}`.trim() === '') this.#text = '';
      else this.#refuse('malformed', 'Text stands outside of the root element');
    } else if (this.#handler.wantsText) {
      const raw = isWhole ? text.slice(from, to) : this.#text + text.slice(from, to);
      this.#text = '';
      this.#tell(raw, true);
    } else this.#text = '';
  }

  /** Blanks between two tags say nothing; beside a comment or a CDATA section they are a part of a text. */
  #isBlank(text: string, from: number, to: number): boolean {
    if (!this.#wasTag) return false;
    for (let at = from; at < to; at += 1) if (text.charCodeAt(at) > 32) return false;
    const next = text.charCodeAt(to + 1);
    return next !== bang && next !== question && next === next;
  }

  #keepText(text: string): void {
    if (text === '' || (this.#open.length > 0 && !this.#handler.wantsText)) return;
    this.#text += text;
    if (this.#text.length > this.#limits.textLength) this.#refuseLong('A text');
  }

  #tell(raw: string, hasEntities: boolean): void {
    if (raw.length > this.#limits.textLength) this.#refuseLong('A text');
    this.#handler.text(this.#clean(raw, hasEntities));
  }

  #clean(raw: string, hasEntities: boolean): string {
    let text = raw;
    if (this.#hasReturn && text.includes('\r')) text = text.replaceAll(/\r\n?/g, '\n');
    if (this.#hasForbidden && text.search(forbidden) >= 0) {
      text = text.replace(forbidden, '');
      this.#handler.oddity('forbidden_character', this.line);
    }
    if (!hasEntities || !text.includes('&')) return text;
    let unknown = 0;
    const decoded = decodeEntities(text, () => (unknown += 1));
    // Once for a text: it may be full of them.
    if (unknown > 0) this.#handler.oddity('unknown_entity', this.line);
    return decoded;
  }

  readonly #attributeText = (raw: string): string => {
    if (raw.length > this.#limits.textLength) this.#refuseLong('An attribute');
    const text = this.#clean(raw, true);
    return text.includes('\n') || text.includes('\t') ? text.replaceAll(/[\t\n]/g, ' ') : text;
  };

  #refuseAttributes(name: Name): never {
    const most = String(this.#limits.attributes);
    this.#refuse('too_many_attributes', `<${name.raw.slice(0, 40)}> has more than ${most} attributes`);
  }

  #refuseLong(what: string): never {
    this.#refuse('text_too_long', `${what} is longer than ${String(this.#limits.textLength)} characters`);
  }

  #refuse(code: CommerceMLErrorCode, message: string): never {
    throw new CommerceMLError(code, message, this.line);
  }
}
