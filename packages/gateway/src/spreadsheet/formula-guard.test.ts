import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutraliseText, restoreText } from './formula-guard.js';
import { formulaPayloads } from './formula-payloads.test-data.js';

describe('formula guard', () => {
  it.each(formulaPayloads)('puts an apostrophe before %j and restores it', (payload) => {
    expect(neutraliseText(payload)).toBe("'" + payload);
    expect(restoreText(neutraliseText(payload))).toBe(payload);
  });

  it.each(['Саморез 5×40', "O'Neill", "'quoted'", '5-6 мм', 'a=b', ''])(
    'leaves the harmless text %j alone',
    (text) => {
      expect(neutraliseText(text)).toBe(text);
      expect(restoreText(text)).toBe(text);
    },
  );

  it('restores every text, also ones full of apostrophes', () => {
    const text = fc.string({
      unit: fc.constantFrom("'", '=', '-', '@', ' ', '\t', '\n', '＝', 'a', '"', ';'),
    });
    fc.assert(
      fc.property(text, (value) => {
        expect(restoreText(neutraliseText(value))).toBe(value);
      }),
    );
  });
});
