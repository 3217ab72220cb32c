import type { CartCheck, Client } from '@kontor/sdk';
import { computed, type ReadableAtom } from 'nanostores';

import type { CartView } from './cart-part.js';
import { createRemote, type Remote } from './remote.js';
import type { SessionPart } from './session.js';
import { when } from './when.js';

/** Milliseconds after an edit before everything is checked: who types on is not checked at every key. */
const checkAfter = 250;

/** What a check goes by. */
export interface CheckScope {
  readonly $cart: ReadableAtom<CartView>;
  readonly $version: ReadableAtom<string | undefined>;
  /** Resolves when everything is saved. */
  settled: () => Promise<void>;
  /** The cart and its lines as the check found them. */
  onAnswer: (answer: CartCheck) => void;
  /** No check is on its way any more. */
  onEnd: () => void;
}

/** The check of the current cart. */
export interface CheckedCart {
  readonly remote: Remote<CartCheck | null>;
  /** Whether an answer is on its way. */
  isAsking(): boolean;
}

/** A cart's version under a buyer context, as a text to compare. */
export const versionOf = (context: string, id: string, version: number): string =>
  `${context} ${id}:${String(version)}`;

/** Checks the whole cart anew after every saved change, as long as somebody looks. */
export function createCartCheck(
  client: Pick<Client, 'carts'>,
  session: SessionPart,
  { $cart, $version, settled, onAnswer, onEnd }: CheckScope,
): CheckedCart {
  let asking = 0;
  /** The version that the last answer is of: what a check changes itself is no reason for another one. */
  let answered: string | undefined;
  let due: string | undefined;
  const $due = computed($version, (version) => (version === answered ? due : (due = version)));
  let checkedContext: string | undefined;

  const ask = async (id: string, signal: AbortSignal): Promise<CartCheck> => {
    asking += 1;
    try {
      const answer = await client.carts.check(id, { signal });
      if (session.isCurrent(answer) && !signal.aborted) {
        const { contextId, revision, cart } = answer;
        answered = versionOf(`${contextId}:${String(revision)}`, cart.id, cart.version);
        onAnswer(answer);
      }
      return answer;
    } finally {
      asking -= 1;
      if (asking === 0) onEnd();
    }
  };

  const remote = createRemote<CartCheck | null>(
    async (signal) => {
      const context = contextOf($version.get());
      if (context === checkedContext) await new Promise((resolve) => setTimeout(resolve, checkAfter));
      await when($cart, ({ status }) => status !== 'loading', signal);
      await settled();
      const known = $cart.get().summary;
      if (known === undefined || known.lineCount === 0) return null;
      checkedContext = contextOf($version.get());
      return ask(known.id, signal);
    },
    { reloadOn: [$due], owner: session.owner },
  );
  return { remote, isAsking: () => asking > 0 };
}

const contextOf = (version: string | undefined): string | undefined => version?.split(' ')[0];
