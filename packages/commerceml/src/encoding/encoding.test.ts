import { describe, expect, it } from 'vitest';

import { codesOf, encode, file, readAll } from '../../test/read.js';

const content = '<Каталог><Ид>к</Ид><Наименование>Ёлки</Наименование></Каталог>';
const named = (encoding: string): string => file(content).replace('UTF-8', encoding);
const cp1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    if (code < 128) return code;
    if (letter === 'Ё') return 0xa8;
    return letter === 'ё' ? 0xb8 : code - 0x410 + 0xc0;
  });
const utf16 = (text: string, isLittle: boolean, hasMark = true): Uint8Array => {
  const bytes = new DataView(new ArrayBuffer((text.length + 1) * 2));
  [...`\uFEFF${text}`].forEach((letter, index) => bytes.setUint16(index * 2, letter.charCodeAt(0), isLittle));
  return new Uint8Array(bytes.buffer).subarray(hasMark ? 0 : 2);
};
const withMark = (text: string): Uint8Array => encode(`\uFEFF${text}`);

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', encode(file(content)), 'utf-8'],
    ['UTF-8 with a byte order mark', withMark(file(content)), 'utf-8'],
    ['windows-1251', cp1251(named('windows-1251')), 'windows-1251'],
    ['windows-1251 without a declaration', cp1251(file(content).split('\n')[1]!), 'windows-1251'],
    ['UTF-8 without a declaration', encode(file(content).split('\n')[1]!), 'utf-8'],
    ['UTF-16 little-endian', utf16(named('UTF-16'), true), 'utf-16le'],
    ['UTF-16 big-endian', utf16(named('UTF-16'), false), 'utf-16be'],
    ['UTF-16 without a byte order mark', utf16(named('UTF-16'), true, false), 'utf-16le'],
    ['UTF-8 that says UTF-16', encode(named('UTF-16')), 'utf-8'],
  ])('%s is read as it is', async (_name, bytes, encoding) => {
    const records = await readAll(bytes);
    expect(records[0]).toMatchObject({ type: 'file', encoding, schemaVersion: '2.08' });
    expect(records[1]).toMatchObject({ type: 'catalogue', name: 'Ёлки' });
  });

  it.each([
    ['windows-1251', encode(named('windows-1251')), 'utf-8'],
    ['UTF-8', cp1251(named('UTF-8')), 'windows-1251'],
  ])('a declaration of %s that is wrong is a problem', async (_name, bytes, encoding) => {
    const records = await readAll(bytes);
    expect(records[0]).toMatchObject({ encoding });
    expect(codesOf(records)).toEqual(['encoding_mismatch']);
  });

  it('tells bytes that are no characters once', async () => {
    const bytes = encode(
      file(`${content}<Каталог>${' '.repeat(2000)}<Наименование>я@я@</Наименование></Каталог>`),
    );
    const broken = bytes.map((byte) => (byte === 64 ? 0xff : byte));
    expect(codesOf(await readAll(broken))).toEqual(['broken_characters']);
  });

  it('refuses an encoding that nobody knows', async () => {
    await expect(readAll(named('EBCDIC-RU'))).rejects.toMatchObject({ code: 'unsupported_encoding' });
  });
});

it.each([1, 2, 3, 7, 1000])('reads pieces of %i bytes like the whole', async (size) => {
  const bytes = withMark(file(content.repeat(40)));
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_each, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  expect(await readAll(pieces)).toEqual(await readAll(bytes));
});
