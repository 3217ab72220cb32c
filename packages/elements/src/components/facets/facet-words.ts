import type { Facet } from '@kontor/sdk';

import type { Words } from '../../locale/words.js';

/** A value as people read it: figures of a measure the way of the language, the rest as the supplier wrote it. */
export const facetValue = (words: Words, { unit }: Pick<Facet, 'unit'>, value: string): string =>
  unit !== null && /^\d+(\.\d+)?$/.test(value) ? words.number(value) : value;

/** The same with its unit, where no heading says it. */
export const facetValueWithUnit = (words: Words, facet: Pick<Facet, 'unit'>, value: string): string =>
  [facetValue(words, facet, value), facet.unit].filter(Boolean).join('\u00a0');
