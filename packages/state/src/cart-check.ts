import type { BuyerContext, CartCheck, CartSummary, Client } from '@kontor/sdk';
import { computed, type ReadableAtom } from 'nanostores';

import type { CartView } from './cart-part.js';
import { createRemote, type Remote } from './remote.js';
import type { SessionPart } from './session.js';
import { when } from './when.js';

/** Milliseconds after an edit before everything is checked: who types on is not checked at every key. */
const checkAfter = 250;

/** Milliseconds for which lines and prices, which a buyer looks at, have the gateway to themselves after a switch. */
const headStart = 30;

/** What a check goes by. */
export interface CheckScope {
  readonly $cart: ReadableAtom<CartView>;
  readonly $version: ReadableAtom<string | undefined>;
  /** Whether the cart is being read, and nothing is to be saved before it is checked. */
  isOnlyRead: () => boolean;
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
  /** The cart begins to be read: where a switch of the agreement has told which one it is, it is checked meanwhile. */
  begin(): void;
  /** Whether an answer is on its way. */
  isAsking(): boolean;
}

/** A cart's version under a buyer context, as a text to compare. */
export const versionOf = (
  context: Pick<BuyerContext, 'id' | 'revision'>,
  { id, version }: Pick<CartSummary, 'id' | 'version'>,
): string => `${context.id}:${String(context.revision)} ${id}:${String(version)}`;

/** Checks the whole cart anew after every saved change, as long as somebody looks. */
export function createCartCheck(
  client: Pick<Client, 'carts'>,
  session: SessionPart,
  { $cart, $version, isOnlyRead, settled, onAnswer, onEnd }: CheckScope,
): CheckedCart {
  let asking = 0;
  /** The version that the last answer is of: what a check changes itself is no reason for another one. */
  let answered: string | undefined;
  /** The version that was to be checked while it was still being read. */
  let foreseen: string | undefined;
  let due: string | undefined;
  const $due = computed($version, (version) =>
    version === answered || version === foreseen ? due : (due = version),
  );
  let checkedContext: string | undefined;

  /** The cart that is being read, where the answer to a switch of the agreement has told it. */
  const foresee = (): { cart: CartSummary; version: string } | undefined => {
    const switching = session.$switching.get();
    if (switching.status !== 'done' || !isOnlyRead()) return undefined;
    const { context, cart } = switching.result;
    if (context !== session.$context.get() || !cart?.lineCount) return undefined;
    const version = versionOf(context, cart);
    return contextOf(version) === contextOf($version.get()) ? undefined : { cart, version };
  };

  const ask = async (id: string, signal: AbortSignal): Promise<CartCheck> => {
    asking += 1;
    try {
      const answer = await client.carts.check(id, { signal });
      if (session.isCurrent(answer) && !signal.aborted) {
        answered = versionOf({ id: answer.contextId, revision: answer.revision }, answer.cart);
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
      const ahead = foresee();
      foreseen = ahead?.version;
      if (ahead) await pause(headStart);
      else {
        if (contextOf($version.get()) === checkedContext) await pause(checkAfter);
        await when($cart, ({ status }) => status !== 'loading', signal);
        await settled();
      }
      const known = ahead?.cart ?? $cart.get().summary;
      if (!known?.lineCount) return null;
      const context = (checkedContext = contextOf(ahead?.version ?? $version.get()));
      const answer = await ask(known.id, signal);
      if (ahead) {
        // It counts beside the lines that it is of, and after what was kept to be saved in that cart.
        await when($version, (version) => contextOf(version) === context, signal);
        await settled();
      }
      return answer;
    },
    { reloadOn: [$due], owner: session.owner },
  );
  return {
    remote,
    begin() {
      if (foresee()) void remote.reload();
    },
    isAsking: () => asking > 0,
  };
}

const contextOf = (version: string | undefined): string | undefined => version?.split(' ')[0];

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
