import fc from 'fast-check';
import { expect, it } from 'vitest';

import { decodeCursor, encodeCursor } from './cursor.js';

it('gives back what was packed', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer(), (text, number) => {
      expect(decodeCursor(encodeCursor([text, number]), ['string', 'number'])).toEqual([text, number]);
    }),
  );
});

it.each([
  encodeCursor(['1']),
  encodeCursor([1.5]),
  encodeCursor([2 ** 40]),
  encodeCursor([1, 2]),
  encodeCursor(["1' or 1=1 --"]),
  btoa('{"0":1}'),
  'не курсор',
  '',
])('refuses a cursor that it did not make: %j', (cursor) => {
  expect(() => decodeCursor(cursor, ['number'])).toThrow('Not a cursor');
});
