import {
  isNotFound,
  type Cart,
  type CartChange,
  type CartCheck,
  type CartSummary,
  type Client,
  type LineOperation,
  type LineOutcome,
} from '@kontor/sdk';
import { atom, computed, onMount, type ReadableAtom } from 'nanostores';

import { createCartEdits, type Batch } from './cart-edits.js';
import { createCartLines, type LineView } from './cart-lines.js';
import { createCartSaver } from './cart-saver.js';
import type { News, Newsroom } from './news.js';
import { createRemote, type Remote } from './remote.js';
import type { SessionPart } from './session.js';
import { openDrawer, type KeyValueStorage } from './storage.js';
import { when } from './when.js';

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

const pageSize = 200;
const operationsPerCall = 1000;
/** Milliseconds after a change before everything is checked: who types on is not checked at every key. */
const checkAfter = 250;

const nothing: CartView = {
  status: 'loading',
  summary: undefined,
  unsaved: 0,
  isOffline: false,
  error: undefined,
};

export function createCart(
  client: Pick<Client, 'carts'>,
  session: SessionPart,
  newsroom: Newsroom,
  { storage, gatherFor = 50, firstPause = 1000 }: CartOptions = {},
): CartPart {
  const edits = createCartEdits(openDrawer(storage, 'cart'), operationsPerCall);
  const lines = createCartLines((sku) => edits.of(sku));
  const $cart = atom<CartView>(nothing);
  const $isComplete = atom(false);
  let loading: AbortController | undefined;
  let nextPage: string | null = null;
  let wantsAll = false;
  /** Whether what is shown is of the buyer context of this moment. */
  let isFresh = false;
  let owner: string | undefined;
  /** News that came while a batch was being saved. */
  let heard: Extract<News, { type: 'cart' }> | undefined;

  const summary = (): CartSummary | undefined => $cart.get().summary;
  const show = (change: Partial<CartView>): void =>
    $cart.set({ ...$cart.get(), ...change, unsaved: edits.skus().size });

  const saver = createCartSaver({
    edits,
    gatherFor,
    firstPause,
    target: () => (isFresh ? summary()?.id : undefined),
    send: (id, { operations, key }) => client.carts.setLines(id, operations, { idempotencyKey: key }),
    onSaved(change) {
      take(change, change.outcomes);
      show({ isOffline: false, error: undefined });
      catchUp();
      newsroom.tell({ type: 'cart', cartId: change.cart.id, version: change.cart.version, change });
    },
    onRefused(error, batch) {
      session.heed(error);
      if (isNotFound(error)) moveOn(batch);
      else show({ error });
      lines.refresh(...skusOf(batch.operations));
    },
    onOffline: (error) => show({ isOffline: true, error }),
    onIdle: () => show({ isOffline: false }),
  });

  /** The cart became an order or was removed: what was meant for it goes into the one that is current now. */
  const moveOn = ({ operations }: Batch): void => {
    for (const operation of operations) edits.put(operation);
    isFresh = false;
    void load();
  };

  /** Lays the answer to a change over what is known; reads everything where changes in between are missing. */
  const take = (change: CartChange, outcomes: readonly LineOutcome[]): void => {
    if (!session.isCurrent(change)) return;
    const known = summary();
    lines.apply(change.lines, outcomes);
    if (known?.id !== change.cart.id || known.version >= change.cart.version) return;
    show({ summary: change.cart });
    // A change counts the version up by one; what it is beyond that was changed elsewhere.
    const isChange = change.lines.length > 0 || change.outcomes.some(({ status }) => status === 'removed');
    if (change.cart.version > known.version + (isChange ? 1 : 0)) void load();
  };

  const load = async (): Promise<void> => {
    loading?.abort();
    if (session.$buyer.get() === undefined) return;
    if (!session.$can.get().fillCart || !session.$context.get()?.agreementId) {
      edits.clear();
      lines.clear();
      show({ status: 'closed', summary: undefined, error: undefined });
      saver.now();
      return;
    }
    const own = (loading = new AbortController());
    show({ status: summary() ? 'ready' : 'loading', error: undefined });
    try {
      const cart = await client.carts.current({ signal: own.signal });
      if (own.signal.aborted || !session.isCurrent(cart)) return;
      begin(cart);
      if (wantsAll) await loadRest(own.signal);
    } catch (error) {
      if (own.signal.aborted) return;
      session.heed(error);
      show({ status: 'failed', error });
      saver.fail(error);
    }
  };

  const begin = ({ lines: first, contextId: _context, revision: _revision, ...read }: Cart): void => {
    edits.bind(read.id);
    lines.begin();
    lines.load(first.items);
    nextPage = first.nextCursor;
    if (nextPage === null) lines.finish();
    $isComplete.set(nextPage === null);
    isFresh = true;
    show({ status: 'ready', summary: read, error: undefined });
    saver.now();
  };

  const loadRest = async (signal: AbortSignal): Promise<void> => {
    const id = summary()?.id;
    while (nextPage !== null && id !== undefined) {
      const page = await client.carts.lines(id, { limit: pageSize, after: nextPage }, { signal });
      if (signal.aborted) return;
      lines.load(page.items);
      nextPage = page.nextCursor;
      if (nextPage === null) lines.finish();
    }
    $isComplete.set(true);
  };

  const changeBuyer = (): void => {
    const context = session.$context.get();
    const next = context ? `${context.companyId}:${context.memberId}` : undefined;
    isFresh = false;
    if (next !== owner) {
      // Kept in the storage for the one who left, out of sight of the one who came.
      edits.bind(undefined);
      if (owner !== undefined) edits.clear();
      lines.clear();
      $cart.set(nothing);
      owner = next;
    }
    void load();
  };

  const hear = (news: News): void => {
    if (news.type !== 'cart') return;
    const known = summary();
    const isKnown = known?.id === news.cartId && news.version > 0 && news.version <= known.version;
    if (isKnown) return;
    if (saver.isSending()) {
      heard = news;
      return;
    }
    // Messages about an edit stay in the tab where it was made.
    if (news.change && known?.id === news.cartId && news.version === known.version + 1)
      take(
        news.change,
        news.change.outcomes.filter(({ status }) => status === 'removed'),
      );
    else void load();
  };

  /** News that came while saving may have been of that very change, or of another one that the answer does not hold. */
  const catchUp = (): void => {
    const news = heard;
    heard = undefined;
    const known = summary();
    if (news && (news.cartId !== known?.id || news.version > known.version)) void load();
  };

  const edit = (operations: readonly LineOperation[]): void => {
    if (operations.length === 0 || $cart.get().status === 'closed') return;
    for (const operation of operations) {
      edits.put(operation);
      lines.forget(operation.sku);
    }
    lines.refresh(...skusOf(operations));
    show({});
    if (!$cart.get().isOffline) saver.gather();
  };

  onMount($cart, () => {
    const stopFollowing = session.$reader.subscribe((reader) => {
      if (reader !== undefined) changeBuyer();
    });
    const stopHearing = newsroom.listen(hear);
    return () => {
      stopFollowing();
      stopHearing();
      loading?.abort();
      isFresh = false;
    };
  });

  onMount(lines.$lines, () => {
    wantsAll = true;
    const leaving = new AbortController();
    const stop = $cart.listen(() => undefined);
    if (isFresh) loadRest(leaving.signal).catch((error: unknown) => show({ error }));
    return () => {
      wantsAll = false;
      leaving.abort();
      stop();
    };
  });

  const $version = computed($cart, ({ summary: known }) => known && `${known.id}:${String(known.version)}`);
  const check = createRemote<CartCheck | null>(
    async (signal) => {
      await new Promise((resolve) => setTimeout(resolve, checkAfter));
      await when($cart, ({ status }) => status !== 'loading', signal);
      await saver.settled();
      const known = summary();
      if (known === undefined || known.lineCount === 0) return null;
      const answer = await client.carts.check(known.id, { signal });
      if (session.isCurrent(answer)) lines.apply(answer.lines, []);
      return answer;
    },
    { reloadOn: [$version], owner: session.owner },
  );

  return {
    $cart,
    $version,
    $lines: lines.$lines,
    $isComplete,
    check,
    line: (sku) => lines.of(sku),
    setQuantity: (sku, quantity) => edit([{ sku, quantity }]),
    setLines: edit,
    add: (sku, quantity) => edit([{ sku, add: quantity }]),
    setComment: (sku, comment) => edit([{ sku, comment }]),
    async clear() {
      await saver.settled();
      const known = summary();
      if (!known) return;
      const cleared = await client.carts.clear(known.id);
      lines.clear();
      show({ summary: cleared });
      newsroom.tell({ type: 'cart', cartId: cleared.id, version: cleared.version });
    },
    dismissOutcome(sku) {
      lines.forget(sku);
      lines.refresh(sku);
    },
    settled: () => saver.settled(),
    retry() {
      if ($cart.get().status === 'failed') void load();
      saver.now();
    },
    reload: load,
  };
}

const skusOf = (operations: readonly LineOperation[]): string[] => operations.map(({ sku }) => sku);
