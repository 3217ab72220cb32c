import type { Names } from './names.js';

/** Attributes by their canonical names; without a prototype, so that none of them can be one. */
export type Attributes = Readonly<Record<string, string>>;

/** Where a tag ends. */
export interface TagEnd {
  /** The place after it. */
  at: number;
  /** `<Элемент/>`. */
  isEmpty: boolean;
  /** Number of attributes. */
  count: number;
}

const quote = 34;
const apostrophe = 39;
const slash = 47;
const less = 60;
const equals = 61;
const greater = 62;

/**
 * Reads attributes from after the name of an element to the end of its tag.
 * @returns `undefined` where the tag is not whole, a message where it is wrong
 */
export function readAttributes(
  text: string,
  from: number,
  end: TagEnd,
  names: Names,
  clean: (value: string) => string,
): Attributes | string | undefined {
  const attributes = Object.create(null) as Record<string, string>;
  let at = from;
  end.count = 0;
  for (;;) {
    const before = at;
    while (text.charCodeAt(at) <= 32) at += 1;
    const code = text.charCodeAt(at);
    if (code === greater) return finish(end, at + 1, false, attributes);
    if (code === slash) {
      if (at + 1 >= text.length) return undefined;
      return text.charCodeAt(at + 1) === greater ? finish(end, at + 2, true, attributes) : 'A stray slash';
    }
    if (at >= text.length) return undefined;
    if (at === before) return 'No blank before an attribute';

    const start = at;
    let hash = 0;
    for (
      let next = code;
      next > 32 && next !== equals && next !== greater && next !== slash && next !== less;
    ) {
      hash = (Math.imul(hash, 31) + next) | 0;
      at += 1;
      next = text.charCodeAt(at);
    }
    const nameEnd = at;
    while (text.charCodeAt(at) <= 32) at += 1;
    if (at >= text.length) return undefined;
    if (text.charCodeAt(at) !== equals) return 'An attribute without a value';
    at += 1;
    while (text.charCodeAt(at) <= 32) at += 1;
    if (at >= text.length) return undefined;
    const mark = text.charCodeAt(at);
    if (mark !== quote && mark !== apostrophe) return 'A value without quotes';
    const close = text.indexOf(mark === quote ? '"' : "'", at + 1);
    if (close < 0) return undefined;
    const name = names.find(text, start, nameEnd, hash);
    if (name === undefined) return 'An attribute without a name';
    const value = text.slice(at + 1, close);
    if (value.includes('<')) return 'A "<" in a value';
    const key = name.raw.startsWith('xmlns') ? name.raw : name.canonical;
    if (key in attributes) return 'An attribute that is there twice';
    attributes[key] = clean(value);
    end.count += 1;
    at = close + 1;
  }
}

function finish(end: TagEnd, at: number, isEmpty: boolean, attributes: Attributes): Attributes {
  end.at = at;
  end.isEmpty = isEmpty;
  return attributes;
}
