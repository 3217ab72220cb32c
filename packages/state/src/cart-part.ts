import type { CartCheck, CartSummary, LineOperation } from '@kontor/sdk';
import type { ReadableAtom } from 'nanostores';

import type { LineView } from './cart-lines.js';
import type { Remote } from './remote.js';
import type { KeyValueStorage } from './storage.js';

/** The current cart without its lines. */
export interface CartView {
  /** `closed`: this caller has no cart. */
  readonly status: 'closed' | 'loading' | 'ready' | 'failed';
  /** As the gateway last told it. */
  readonly summary: CartSummary | undefined;
  /** Number of SKUs that are not saved yet. */
  readonly unsaved: number;
  /** Saving waits for a connection and is tried again by itself; nothing is lost meanwhile. */
  readonly isOffline: boolean;
  readonly error: unknown;
}

/** Before anything is known. */
export const nothing: CartView = {
  status: 'loading',
  summary: undefined,
  unsaved: 0,
  isOffline: false,
  error: undefined,
};

/** The current cart: shown at once, saved in the background, one request at a time. */
export interface CartPart {
  readonly $cart: ReadableAtom<CartView>;
  /** Changes with every saved change of the cart; undefined until it is known, and for who has none. */
  readonly $version: ReadableAtom<string | undefined>;
  /** All lines in their order. Listening to it loads them all. */
  readonly $lines: ReadableAtom<readonly LineView[]>;
  /** Whether every line of the cart is in `$lines`. */
  readonly $isComplete: ReadableAtom<boolean>;
  /** Everything priced and compared with stock, with groups by warehouse; anew after every change. Null: empty cart. */
  readonly check: Remote<CartCheck | null>;
  /** The line of a SKU, also one that is being saved or was refused; undefined when there is none. */
  line(sku: string): LineView | undefined;
  /** Sets an absolute quantity, a decimal string; `0` removes the line. What the gateway made of it comes as `outcome`. */
  setQuantity(sku: string, quantity: string): void;
  /** Many edits at once, for example a pasted block. */
  setLines(edits: readonly LineOperation[]): void;
  /** Adds to what is there. */
  add(sku: string, quantity: string): void;
  setComment(sku: string, comment: string | null): void;
  /** Removes all lines. */
  clear(): Promise<void>;
  /** The message about what became of an edit was read. */
  dismissOutcome(sku: string): void;
  /** Resolves when everything is saved. @throws what saving failed with */
  settled(): Promise<void>;
  /** Tries at once what waits for a connection. */
  retry(): void;
  reload(): Promise<void>;
}

/** What a cart needs of its surroundings. */
export interface CartOptions {
  /** Keeps unsaved edits over a reload of the page; of one tab, such as `sessionStorage`. */
  storage?: KeyValueStorage | undefined;
  /** Milliseconds for which edits are gathered. @default 50 */
  gatherFor?: number | undefined;
  /** Milliseconds before the first new attempt after a lost connection. @default 1000 */
  firstPause?: number | undefined;
}
