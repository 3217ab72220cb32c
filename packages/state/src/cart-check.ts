import type { CartCheck, Client } from '@kontor/sdk';
import type { ReadableAtom } from 'nanostores';

import type { CartView } from './cart-part.js';
import { createRemote, type Remote } from './remote.js';
import type { SessionPart } from './session.js';
import { when } from './when.js';

/** Milliseconds after a change before everything is checked: who types on is not checked at every key. */
const checkAfter = 250;

/** What a check goes by. */
export interface CheckScope {
  readonly $cart: ReadableAtom<CartView>;
  readonly $version: ReadableAtom<string | undefined>;
  /** Resolves when everything is saved. */
  settled: () => Promise<void>;
  /** Lines as the check found them. */
  onAnswer: (answer: CartCheck) => void;
}

/** Checks the whole cart anew after every saved change, as long as somebody looks. */
export function createCartCheck(
  client: Pick<Client, 'carts'>,
  session: SessionPart,
  { $cart, $version, settled, onAnswer }: CheckScope,
): Remote<CartCheck | null> {
  return createRemote<CartCheck | null>(
    async (signal) => {
      await new Promise((resolve) => setTimeout(resolve, checkAfter));
      await when($cart, ({ status }) => status !== 'loading', signal);
      await settled();
      const known = $cart.get().summary;
      if (known === undefined || known.lineCount === 0) return null;
      const answer = await client.carts.check(known.id, { signal });
      if (session.isCurrent(answer)) onAnswer(answer);
      return answer;
    },
    { reloadOn: [$version], owner: session.owner },
  );
}
