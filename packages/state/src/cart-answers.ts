import type { CartChange, CartCheck, CartSummary, LineOutcome } from '@kontor/sdk';

import type { CartLines } from './cart-lines.js';
import type { SessionPart } from './session.js';

/** What is known of the cart. */
export interface AnswersScope {
  known: () => CartSummary | undefined;
  show: (change: { summary: CartSummary }) => void;
  /** Reads everything anew. */
  load: () => unknown;
}

/** Lays answers over what is known of the cart, and has everything read where they do not tell all of it. */
export interface CartAnswers {
  take: (change: CartChange, outcomes: readonly LineOutcome[]) => void;
  layCheck: (check: CartCheck) => void;
}

export function createCartAnswers(
  session: Pick<SessionPart, 'isCurrent'>,
  lines: Pick<CartLines, 'apply'>,
  { known, show, load }: AnswersScope,
): CartAnswers {
  return {
    take(change, outcomes) {
      if (!session.isCurrent(change)) return;
      const { cart } = change;
      const read = known();
      lines.apply(change.lines, outcomes);
      if (read?.id !== cart.id || read.version >= cart.version) return;
      show({ summary: cart });
      // A change counts the version up by one; what it is beyond that was changed elsewhere.
      const isChange = change.lines.length > 0 || change.outcomes.some(({ status }) => status === 'removed');
      if (cart.version > read.version + (isChange ? 1 : 0)) load();
    },
    layCheck({ cart, lines: withProblems }) {
      const read = known();
      if (read?.id !== cart.id || read.version > cart.version) return;
      lines.apply(withProblems, []);
      if (read.version === cart.version) return;
      // It found other prices or other stock than the lines tell, and tells only of lines with a problem.
      show({ summary: cart });
      load();
    },
  };
}
