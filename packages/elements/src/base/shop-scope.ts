import { ContextRoot, createContext } from '@lit/context';
import type { ShopCore } from '@kontor/state';
import type { ReadableAtom } from 'nanostores';

import type { Words } from '../locale/words.js';

/** What an element gets from the `<kontor-shop>` around it. */
export interface ShopScope {
  readonly shop: ShopCore;
  /** The language of this moment; undefined until it is loaded. */
  readonly $words: ReadableAtom<Words | undefined>;
}

export const shopScope = createContext<ShopScope | undefined>(Symbol.for('kontor.shop'));

// Elements may be defined before the shop around them: their wish is kept until it is there.
const page = (globalThis as { document?: Document }).document;
if (page) new ContextRoot().attach(page.documentElement);
