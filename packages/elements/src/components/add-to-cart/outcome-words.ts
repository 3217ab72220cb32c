import type { LineOutcome } from '@kontor/sdk';

import type { Words } from '../../locale/words.js';

/** What became of an edit, in words: `250 → 300: sold in multiples of 100`. */
export function outcomeText(words: Words, { reason, requested, quantity, rule }: LineOutcome): string {
  if (reason === undefined) return '';
  return words.t(`outcome.${reason}`, {
    requested: words.number(requested),
    quantity: words.number(quantity),
    rule: words.number(rule ?? quantity),
  });
}
