import {
  isApiError,
  newIdempotencyKey,
  type Address,
  type Checkout,
  type Client,
  type DeliveryMethod,
  type Order,
  type UpdateCheckout,
} from '@kontor/sdk';
import { atom, type ReadableAtom } from 'nanostores';

import type { CartPart } from './cart-part.js';
import type { Newsroom } from './news.js';
import { ofBuyer } from './of-buyer.js';
import { createRemote, type Remote } from './remote.js';
import type { SessionPart } from './session.js';
import { openDrawer, type KeyValueStorage } from './storage.js';
import { when } from './when.js';

/** Where placing stands. */
export type Placing =
  | { readonly status: 'idle' }
  | { readonly status: 'running' }
  /** Nothing was placed as far as is known; the same intent may be tried again and is never placed twice. */
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'placed'; readonly order: Order };

/** From the current cart to an order. */
export interface CheckoutPart {
  /** The checkout of the current cart; null while the cart is empty. */
  readonly checkout: Remote<Checkout | null>;
  readonly methods: Remote<readonly DeliveryMethod[]>;
  readonly addresses: Remote<readonly Address[]>;
  readonly $placing: ReadableAtom<Placing>;
  /** Number of answers being saved. */
  readonly $saving: ReadableAtom<number>;
  /** Answers one or more questions; one request after another. @throws ApiError `delivery_not_available` */
  update(input: UpdateCheckout): Promise<void>;
  /** Places the order for the total that the buyer sees. Never throws: `$placing` has the outcome. */
  place(): Promise<void>;
  /** Forgets the last outcome, for the next order. */
  startOver(): void;
}

interface Intent {
  /** The total for which the key was made: another total is another intent. */
  readonly total: string;
  readonly key: string;
}

export function createCheckout(
  client: Pick<Client, 'checkout' | 'delivery' | 'company' | 'stock'>,
  session: SessionPart,
  cart: CartPart,
  newsroom: Newsroom,
  storage?: KeyValueStorage,
): CheckoutPart {
  const intents = openDrawer<Intent>(storage, 'intent');
  const $placing = atom<Placing>({ status: 'idle' });
  const $saving = atom(0);
  let updates: Promise<unknown> = Promise.resolve();

  /** What is being placed, or may have been: its cart may be gone already, the intent is not until an answer is there. */
  let unanswered: { readonly checkout: Checkout; readonly owner: string } | undefined;
  const unansweredHere = (): Checkout | undefined =>
    unanswered?.owner === session.owner() ? unanswered.checkout : undefined;

  const checkout = createRemote<Checkout | null>(
    async (signal) => {
      const kept = unansweredHere();
      if (kept) return kept;
      await when(cart.$cart, ({ status }) => status !== 'loading', signal);
      await cart.settled();
      const { summary } = cart.$cart.get();
      if (summary === undefined || summary.lineCount === 0) return null;
      return client.checkout.start(summary.id, { signal });
    },
    { reloadOn: [cart.$version], owner: session.owner },
  );

  const forget = (id: string): void => {
    intents.write(id, undefined);
    unanswered = undefined;
  };

  const place = async (): Promise<Order> => {
    await updates;
    await cart.settled();
    const value = unansweredHere() ?? checkout.$state.get().value;
    if (!value?.totals) throw new TypeError('There is no checkout to place');
    const { id, totals } = value;
    const total = `${totals.total} ${totals.currency}`;
    const kept = intents.read(id);
    const intent = kept?.total === total ? kept : { total, key: newIdempotencyKey() };
    intents.write(id, intent);
    unanswered = { checkout: value, owner: session.owner() };
    try {
      const order = await client.checkout.place(
        id,
        { amount: totals.total, currency: totals.currency },
        { idempotencyKey: intent.key },
      );
      forget(id);
      return order;
    } catch (error) {
      // A refusal is final under its key; a lost connection is not: the key stays for the next try.
      if (isApiError(error) && !error.retryable && error.status < 500) forget(id);
      throw error;
    }
  };

  return {
    checkout,
    methods: ofBuyer(session, (signal) => client.delivery.methods({ signal })),
    addresses: ofBuyer(session, async (signal) => {
      const all: Address[] = [];
      for await (const address of client.company.addresses.list({}, { signal })) all.push(address);
      return all;
    }),
    $placing,
    $saving,
    async update(input) {
      const id = checkout.$state.get().value?.id;
      if (id === undefined) return;
      $saving.set($saving.get() + 1);
      const own = updates.then(() => client.checkout.update(id, input));
      updates = own.catch(() => undefined);
      try {
        checkout.set(await own);
      } catch (error) {
        session.heed(error);
        throw error;
      } finally {
        $saving.set($saving.get() - 1);
      }
    },
    async place() {
      if ($placing.get().status === 'running') return;
      $placing.set({ status: 'running' });
      try {
        const order = await place();
        $placing.set({ status: 'placed', order });
        newsroom.tell({ type: 'orders', orderId: order.id });
        newsroom.tell({ type: 'cart', cartId: '', version: 0 });
        void cart.reload();
      } catch (error) {
        session.heed(error);
        $placing.set({ status: 'failed', error });
        // What the gateway says now is what the buyer must see before trying again.
        if (isApiError(error)) {
          void cart.reload();
          void checkout.reload();
        }
      }
    },
    startOver: () => $placing.set({ status: 'idle' }),
  };
}
