import type { CartLine, LineProblem } from '@kontor/sdk';

import type { Words } from '../../locale/words.js';
import { quantityText } from '../stock/stock-words.js';

/** A problem of a line in words, with what would solve it. */
export interface ProblemView {
  readonly text: string;
  readonly isBlocking: boolean;
  /** Quantity that solves it; `0` removes the line. */
  readonly solutions: readonly { readonly label: string; readonly quantity: string }[];
  /** Whether an analogue may help. */
  readonly hasAnalogues: boolean;
}

/** What is wrong with a line and how to get out of it. */
export const problemsOf = (words: Words, line: CartLine): ProblemView[] =>
  line.problems.map((problem) => viewOf(words, line, problem));

function viewOf(
  words: Words,
  line: CartLine,
  { code, blocking, available, from, to }: LineProblem,
): ProblemView {
  const remove = { label: words.t('cart.remove'), quantity: '0' };
  const view = (text: string, solutions: ProblemView['solutions'], hasAnalogues = false): ProblemView => ({
    text,
    isBlocking: blocking,
    solutions,
    hasAnalogues,
  });
  switch (code) {
    case 'notEnoughStock': {
      const shown = available?.shown;
      const isSome = shown !== undefined && Number(shown) > 0;
      const text = isSome
        ? words.t('problemLine.short', {
            available: `${quantityText(words, available ?? {})} ${line.unit.name}`,
          })
        : words.t('problemLine.gone');
      const keep =
        isSome && !available?.isCapped
          ? [{ label: words.t('cart.keep', { quantity: words.number(shown) }), quantity: shown }]
          : [];
      return view(text, [...keep, remove], true);
    }
    case 'priceChanged':
      return view(
        words.t('problemLine.priceChanged', {
          from: from === undefined ? '' : words.unitPrice(from),
          to: to === undefined ? '' : words.unitPrice(to),
        }),
        [],
      );
    case 'belowMinimum':
    case 'aboveMaximum':
    case 'notMultiple':
      return view(
        words.t(`problemLine.${code}`, { to: words.number(to ?? line.quantity) }),
        to === undefined
          ? []
          : [{ label: words.t('cart.take', { quantity: words.number(to) }), quantity: to }],
      );
    case 'notAssorted':
    case 'discontinued':
    case 'priceOnRequest':
      return view(words.t(`problemLine.${code}`), [remove], true);
  }
}
