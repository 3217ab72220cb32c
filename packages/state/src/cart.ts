import {
  isNotFound,
  type BuyerContext,
  type Cart,
  type CartCheck,
  type CartSummary,
  type Client,
  type LineOperation,
} from '@kontor/sdk';
import { atom, computed, onMount } from 'nanostores';

import { createCartAnswers } from './cart-answers.js';
import { createCartCheck, versionOf } from './cart-check.js';
import { createCartEdits, type Batch } from './cart-edits.js';
import { createCartLines } from './cart-lines.js';
import { createCartNews } from './cart-news.js';
import { createCartPages, pageSize } from './cart-pages.js';
import { nothing, type CartOptions, type CartPart, type CartView } from './cart-part.js';
import { createCartSaver } from './cart-saver.js';
import type { Newsroom } from './news.js';
import type { SessionPart } from './session.js';
import { openDrawer } from './storage.js';

const operationsPerCall = 1000;

export function createCart(
  client: Pick<Client, 'carts'>,
  session: SessionPart,
  newsroom: Newsroom,
  { storage, gatherFor = 50, firstPause = 1000 }: CartOptions = {},
): CartPart {
  const edits = createCartEdits(openDrawer(storage, 'cart'), operationsPerCall);
  const lines = createCartLines((sku) => edits.of(sku));
  const pages = createCartPages(client, lines);
  const $cart = atom<CartView>(nothing);
  let loading: AbortController | undefined;
  let wantsAll = false;
  /** Whether what is shown is of the buyer context of this moment. */
  let isFresh = false;
  /** The buyer context that it is of. */
  let context: Pick<BuyerContext, 'id' | 'revision'> | undefined;
  let owner: string | undefined;
  /** What a check has found while the cart that it is of is still being read. */
  let kept: CartCheck | undefined;

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
      newsroom.tell({ type: 'cart', cartId: change.cart.id, version: change.cart.version, change });
    },
    onRefused(error, batch) {
      session.heed(error);
      if (isNotFound(error)) moveOn(batch);
      else show({ error });
      lines.refresh(...skusOf(batch.operations));
    },
    onOffline: (error) => show({ isOffline: true, error }),
    onIdle() {
      show({ isOffline: false });
      news.catchUp();
    },
  });

  /** The cart became an order or was removed: what was meant for it goes into the one that is current now. */
  const moveOn = ({ operations }: Batch): void => {
    for (const operation of operations) edits.put(operation);
    isFresh = false;
    void load();
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
      // As many lines as it had: one request. Those of a cart never seen are shown before the rest is asked for.
      const known = wantsAll ? Math.min(summary()?.lineCount ?? 0, pageSize) : 0;
      const cart = await client.carts.current({
        signal: own.signal,
        ...(known === 0 ? {} : { lines: known }),
      });
      if (own.signal.aborted || !session.isCurrent(cart)) return;
      begin(cart);
      if (wantsAll) await pages.readRest(cart.id, own.signal);
    } catch (error) {
      if (own.signal.aborted) return;
      session.heed(error);
      show({ status: 'failed', error });
      saver.fail(error);
    } finally {
      if (loading === own) loading = undefined;
      if (!own.signal.aborted) news.catchUp();
    }
  };

  const { take, layCheck } = createCartAnswers(session, lines, { known: summary, show, load });

  const begin = ({ lines: first, contextId, revision, ...read }: Cart): void => {
    edits.bind(read.id);
    pages.begin(first);
    isFresh = true;
    context = { id: contextId, revision };
    show({ status: 'ready', summary: read, error: undefined });
    if (kept) layCheck(kept);
    kept = undefined;
    saver.now();
  };

  const news = createCartNews({
    known: summary,
    isBusy: () =>
      saver.isSending() ||
      loading !== undefined ||
      check.isAsking() ||
      session.$switching.get().status === 'running',
    take,
    load: () => void load(),
  });

  const changeBuyer = (): void => {
    const buyer = session.$context.get();
    const next = buyer ? `${buyer.companyId}:${buyer.memberId}` : undefined;
    isFresh = false;
    kept = undefined;
    if (next !== owner) {
      // Kept in the storage for the one who left, out of sight of the one who came.
      edits.bind(undefined);
      if (owner !== undefined) edits.clear();
      lines.clear();
      $cart.set(nothing);
      owner = next;
    }
    void load();
    check.begin();
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
    const stopHearing = newsroom.listen((each) => {
      news.hear(each);
      // It tells of stock too, and finds what the lines do not know yet.
      if (each.type === 'stock') void check.remote.reload();
    });
    const stopSwitching = session.$switching.listen(({ status }) => {
      // What was heard during a switch that came to nothing counts after all.
      if (status === 'failed') news.catchUp();
    });
    return () => {
      stopFollowing();
      stopHearing();
      stopSwitching();
      loading?.abort();
      isFresh = false;
    };
  });

  onMount(lines.$lines, () => {
    wantsAll = true;
    const leaving = new AbortController();
    const stop = $cart.listen(() => undefined);
    const id = summary()?.id;
    if (isFresh && id !== undefined)
      pages.readRest(id, leaving.signal).catch((error: unknown) => show({ error }));
    return () => {
      wantsAll = false;
      leaving.abort();
      stop();
    };
  });

  const $version = computed($cart, ({ summary: known }) => known && context && versionOf(context, known));
  const check = createCartCheck(client, session, {
    $cart,
    $version,
    isOnlyRead: () => loading !== undefined && edits.isEmpty(),
    settled: () => saver.settled(),
    onAnswer(answer) {
      if (isFresh) layCheck(answer);
      else kept = answer;
    },
    onEnd: () => news.catchUp(),
  });

  return {
    $cart,
    $version,
    $lines: lines.$lines,
    $isComplete: pages.$isComplete,
    check: check.remote,
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
