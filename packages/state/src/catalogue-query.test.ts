import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  fromSearchParams,
  isSameQuery,
  toggleFilter,
  toSearchParams,
  type CatalogueQuery,
} from './catalogue-query.js';

const text = fc.string({ unit: 'grapheme', minLength: 1 });
const code = fc.oneof(text, fc.constantFrom('constructor', '__proto__', 'toString', ''));
const filters = fc
  .uniqueArray(fc.tuple(code, fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 })), {
    selector: ([name]) => name,
    minLength: 1,
    maxLength: 4,
  })
  .map((entries) => Object.fromEntries(entries));
const query: fc.Arbitrary<CatalogueQuery> = fc.record(
  {
    category: text,
    query: text,
    filters,
    sort: fc.constantFrom('relevance', 'name', '-name', 'newest'),
  },
  { requiredKeys: [] },
);

describe('a query of the catalogue', () => {
  test('comes back from an address as it was', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const address = new URL(`https://supplier.example/?${toSearchParams(asked).toString()}`);
        expect(fromSearchParams(address.searchParams)).toEqual(asked);
      }),
    );
  });

  test('is read from any address without throwing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(code, fc.string())), (pairs) => {
        const params = new URLSearchParams(pairs.map(([key, value]) => [`f.${key}`, value]));
        expect(isSameQuery(fromSearchParams(params), fromSearchParams(new URLSearchParams(params)))).toBe(
          true,
        );
      }),
    );
  });

  test('is the former one after a filter is switched twice', () => {
    fc.assert(
      fc.property(query, code, fc.string(), (asked, facet, value) => {
        const former = asked.filters && Object.hasOwn(asked.filters, facet) ? asked.filters[facet] : [];
        fc.pre(!former?.includes(value));
        expect(isSameQuery(toggleFilter(toggleFilter(asked, facet, value), facet, value), asked)).toBe(true);
      }),
    );
  });

  test('leaves out a sort that nobody knows', () => {
    expect(fromSearchParams(new URLSearchParams('q=m8&sort=price&utm=x'))).toEqual({ query: 'm8' });
  });
});
