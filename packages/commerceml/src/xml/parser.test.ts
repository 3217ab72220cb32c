import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';

import type { CommerceMLError } from '../error.js';
import { defaultLimits, type Limits } from '../limits.js';
import { XmlParser } from './parser.js';

type Event = readonly [string, ...unknown[]];

/** Texts that stand together are one, whatever pieces they were told in; outer blanks say nothing. */
function joined(events: readonly Event[]): Event[] {
  const result: Event[] = [];
  for (const event of events) {
    const last = result.at(-1);
    if (event[0] === 'text' && last?.[0] === 'text')
      result[result.length - 1] = ['text', `${String(last[1])}${String(event[1])}`];
    else result.push(event);
  }
  return result
    .map((event): Event => (event[0] === 'text' ? ['text', String(event[1]).trim()] : event))
    .filter(([kind, text]) => kind !== 'text' || text !== '');
}

function parse(pieces: readonly string[], limits: Partial<Limits> = {}): Event[] {
  const events: Event[] = [];
  const parser = new XmlParser(
    {
      wantsText: true,
      open: (name, attributes, line) => events.push(['open', name, { ...attributes }, line]),
      text: (text) => events.push(['text', text]),
      close: () => events.push(['close']),
      oddity: (code) => events.push(['oddity', code]),
    },
    { ...defaultLimits, ...limits },
  );
  for (const piece of pieces) parser.write(piece);
  parser.close();
  return joined(events);
}

function codeOf(text: string, limits?: Partial<Limits>): string {
  try {
    parse([text], limits);
    return 'accepted';
  } catch (error) {
    return (error as CommerceMLError).code;
  }
}

/** What another parser tells of the same text. */
function parseBySaxes(text: string): Event[] {
  const events: Event[] = [];
  const saxes = new SaxesParser({ xmlns: false });
  let line = 1;
  saxes.on('opentagstart', () => (line = saxes.line));
  saxes.on('opentag', ({ name, attributes }) => events.push(['open', name, { ...attributes }, line]));
  saxes.on('text', (found) => events.push(['text', found]));
  saxes.on('cdata', (found) => events.push(['text', found]));
  saxes.on('closetag', () => events.push(['close']));
  saxes.write(text).close();
  return joined(events);
}

const name = fc.constantFrom('а', 'Ид', 'Товар', 'НомерВерсии', 'x', 'x-y.z_1');
const text = fc
  .array(
    fc.constantFrom(
      'я',
      'b',
      ' ',
      '\n',
      '\r\n',
      '&lt;',
      '&amp;quot;',
      '&#1071;',
      '&#x42F;',
      '>',
      "'",
      '"',
      '😀',
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));
const value = fc
  .array(fc.constantFrom('я', ' ', '&quot;', '&amp;', '>', '\t', '/', '='), { maxLength: 4 })
  .map((parts) => parts.join(''));
const attributes = fc
  .uniqueArray(fc.tuple(name, value, fc.constantFrom('"', "'")), { maxLength: 3, selector: ([key]) => key })
  .map((list) => list.map(([key, content, mark]) => ` ${key}=${mark}${content}${mark}`).join(''));
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  content: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    text,
    text.map((inner) => `<![CDATA[]${inner}]]]>`),
    fc.constantFrom('<!-- a > b -->', '<?p i?>'),
    tie('element'),
  ),
  element: fc
    .tuple(name, attributes, fc.array(tie('content'), { maxLength: 4 }), fc.constantFrom('', ' '))
    .map(([tag, list, content, blank]) =>
      content.length === 0 && blank === ''
        ? `<${tag}${list}/>`
        : `<${tag}${list}${blank}>${content.join('')}</${tag}${blank}>`,
    ),
}));

describe('parsing XML', () => {
  it('tells the same as another parser', () => {
    fc.assert(
      fc.property(element, (document) => {
        expect(parse([document])).toEqual(parseBySaxes(document));
      }),
      { numRuns: 1000 },
    );
  });

  it('tells the same in pieces of any sizes', () => {
    fc.assert(
      fc.property(element, fc.array(fc.nat(40), { maxLength: 20 }), (document, cuts) => {
        const places = [0, ...cuts.map((cut) => cut % (document.length + 1)), document.length].sort(
          (a, b) => a - b,
        );
        const pieces = places.slice(1).map((place, index) => document.slice(places[index], place));
        expect(parse(pieces)).toEqual(parse([document]));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['<a><b></a></b>', 'malformed'],
    ['<a></b>', 'malformed'],
    ['</a>', 'malformed'],
    ['<a/><b/>', 'malformed'],
    ['<a/>text', 'malformed'],
    ['text<a/>', 'malformed'],
    ['<a b/>', 'malformed'],
    ['<a b=c/>', 'malformed'],
    ['<a b="1" b="2"/>', 'malformed'],
    ['<a b="1"c="2"/>', 'malformed'],
    ['<a b="<"/>', 'malformed'],
    ['<1a/>', 'malformed'],
    ['< a/>', 'malformed'],
    ['<a><!ELEMENT b></a>', 'malformed'],
    ['<?xml version="1.0"?><a/><?xml version="1.0"?><a/>', 'malformed'],
    ['<a>', 'truncated'],
    ['<a', 'truncated'],
    ['<a b="', 'truncated'],
    ['<a><!-- ', 'truncated'],
    ['<a><![CDATA[ ', 'truncated'],
    ['<a>text', 'truncated'],
    ['<!-- only this -->', 'malformed'],
    ['<!DOCTYPE a><a/>', 'doctype_refused'],
    ['<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>', 'doctype_refused'],
    ['<!doctype html><html/>', 'doctype_refused'],
  ])('refuses %s as %s', (document, code) => {
    expect(codeOf(document)).toBe(code);
  });

  it.each([
    [`${'<a>'.repeat(65)}${'</a>'.repeat(65)}`, 'too_deep'],
    ['<a>'.repeat(200_000), 'too_deep'],
    [
      `<a ${Array.from({ length: 65 }, (_each, index) => `b${String(index)}=""`).join(' ')}/>`,
      'too_many_attributes',
    ],
    [`<a>${'x'.repeat(2 ** 20 + 1)}</a>`, 'text_too_long'],
    [`<a b="${'x'.repeat(2 ** 20 + 1)}"/>`, 'text_too_long'],
    [`<a><![CDATA[${'x'.repeat(2 ** 20 + 1)}]]></a>`, 'text_too_long'],
    [`<${'x'.repeat(2 ** 20 + 1)}`, 'text_too_long'],
    [`<a><!--${'x'.repeat(2 ** 20 + 1)}`, 'text_too_long'],
  ])('refuses what passes a limit (%#)', (document, code) => {
    expect(codeOf(document)).toBe(code);
  });

  it('leaves stray ampersands and unknown entities in the text', () => {
    const document = '<a>A & B &nbsp;&bogus; &#0; &lt;</a>';
    expect(parse([document]).filter(([kind]) => kind === 'text')).toEqual([
      ['text', 'A & B \u00A0&bogus; &#0; <'],
    ]);
    expect(parse([document]).filter(([kind]) => kind === 'oddity')).toHaveLength(1);
  });

  it('leaves out characters that XML forbids', () => {
    expect(parse(['<a>x\u0001\u000By</a>'])).toContainEqual(['text', 'xy']);
  });

  it('takes Latin letters in Cyrillic names for Cyrillic ones', () => {
    const [open] = parse(['<ns:Cтатусы Hаименование="1"/>']);
    expect(open).toEqual(['open', 'Статусы', { Наименование: '1' }, 1]);
  });

  it('keeps attributes with the names of object properties apart', () => {
    const [open] = parse(['<a __proto__="1" constructor="2"/>']);
    expect(Object.entries(open![2] as object)).toEqual(
      expect.arrayContaining([['constructor', '2']]) as unknown,
    );
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });
});
