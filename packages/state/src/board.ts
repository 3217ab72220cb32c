import { atom, type ReadableAtom } from 'nanostores';

import type { SessionPart } from './session.js';

/** What is known of one thing on a board. */
export interface Entry<Item> {
  /** `closed`: this caller does not get to know such things, nothing is asked. */
  readonly status: 'loading' | 'ready' | 'failed' | 'closed';
  /** While loading, the former one: of the agreement before, for example. */
  readonly item: Item | undefined;
  readonly error?: unknown;
}

/** One look at a board: what it wants is kept up to date until it ends. */
export interface Watch<Wish, Item> {
  /** Wants these from now on, instead of what it wanted before. Only what nobody knows yet is asked for. */
  want(wishes: readonly Wish[]): void;
  get(wish: Wish): Entry<Item>;
  end(): void;
}

/** Prices or stock that somebody looks at, asked for together and kept up to date. */
export interface Board<Wish, Item> {
  /** @param onChange something that this watch wants has changed */
  watch(onChange: () => void): Watch<Wish, Item>;
  /** Everything that is looked at is asked for anew; what nobody looks at is forgotten. */
  refresh(): void;
  /** Number of things being asked for; for a busy sign. */
  readonly $pending: ReadableAtom<number>;
}

/** How a board asks. */
export interface BoardOptions<Wish, Item> {
  ask: (
    wishes: readonly Wish[],
    signal: AbortSignal,
  ) => Promise<{ contextId: string; revision: number; items: readonly Item[] }>;
  keyOf: (wish: Wish) => string;
  /** Whether this caller may know such things at all. */
  isOpen: () => boolean;
  /** Calls back when what is known may not be true any more, until it is stopped; the former stays in view meanwhile. */
  onOutdated: (hear: () => void) => () => void;
}

interface Kept<Wish, Item> {
  readonly wish: Wish;
  entry: Entry<Item>;
}

const closed: Entry<never> = { status: 'closed', item: undefined };
const unknown: Entry<never> = { status: 'loading', item: undefined };

export function createBoard<Wish, Item>(
  session: SessionPart,
  { ask, keyOf, isOpen, onOutdated }: BoardOptions<Wish, Item>,
): Board<Wish, Item> {
  const kept = new Map<string, Kept<Wish, Item>>();
  const watches = new Map<() => void, Map<string, Wish>>();
  const $pending = atom(0);
  let asking = new AbortController();
  let stopListening: (() => void) | undefined;
  /** Of quiet questions only the answer to the last one counts. */
  let renewals = 0;
  /** Whose entries these are: under another agreement the former stay in view, for another buyer they do not. */
  let owner = '';

  const tell = (keys: ReadonlySet<string>): void => {
    for (const [onChange, wanted] of watches) if (some(wanted, keys)) onChange();
  };

  /** @param isQuiet what is known is not said to be loading, and stays when asking fails */
  const fetchAll = async (wishes: ReadonlyMap<string, Wish>, isQuiet = false): Promise<void> => {
    if (wishes.size === 0 || !isOpen()) return;
    const { signal } = asking;
    const renewal = isQuiet ? (renewals += 1) : 0;
    const keys = new Set(wishes.keys());
    if (!isQuiet)
      for (const [key, wish] of wishes)
        kept.set(key, { wish, entry: { status: 'loading', item: kept.get(key)?.entry.item } });
    $pending.set($pending.get() + keys.size);
    try {
      const { items, ...stamp } = await ask([...wishes.values()], signal);
      if (signal.aborted || (isQuiet && renewal !== renewals)) return;
      // An answer to somebody else: the session is being read anew, and with it everything here.
      if (!session.isCurrent(stamp)) return;
      for (const [index, key] of [...keys].entries()) {
        const known = kept.get(key);
        if (known) known.entry = { status: 'ready', item: items[index] };
      }
    } catch (error) {
      if (signal.aborted) return;
      session.heed(error);
      for (const key of isQuiet ? [] : keys) {
        const known = kept.get(key);
        if (known) known.entry = { status: 'failed', item: known.entry.item, error };
      }
    } finally {
      $pending.set(Math.max(0, $pending.get() - keys.size));
    }
    tell(keys);
  };

  const refresh = (): void => {
    asking.abort();
    asking = new AbortController();
    const wanted = new Map([...watches.values()].flatMap((each) => [...each]));
    if (session.owner() !== owner) kept.clear();
    owner = session.owner();
    for (const key of kept.keys()) if (!wanted.has(key) || !isOpen()) kept.delete(key);
    void fetchAll(wanted);
    for (const onChange of watches.keys()) onChange();
  };

  /** Asks quietly for what is in view and known; what is being asked for already comes by itself. */
  const renew = (): void => {
    const wanted = [...watches.values()].flatMap((each) => [...each]);
    void fetchAll(new Map(wanted.filter(([key]) => kept.get(key)?.entry.status === 'ready')), true);
  };

  return {
    $pending,
    refresh,
    watch(onChange) {
      // A function of its own is the identity of the watch: the same callback may watch twice.
      const heard = (): void => onChange();
      watches.set(heard, new Map());
      if (!stopListening) {
        owner = session.owner();
        const stops = [session.$buyer.listen(refresh), onOutdated(renew)];
        stopListening = () => {
          for (const stop of stops) stop();
        };
      }
      return {
        want(wishes) {
          const wanted = new Map(wishes.map((wish) => [keyOf(wish), wish]));
          watches.set(heard, wanted);
          const unknownYet = new Map([...wanted].filter(([key]) => needsAsking(kept.get(key))));
          void fetchAll(unknownYet);
        },
        get(wish) {
          if (session.$buyer.get() !== undefined && !isOpen()) return closed;
          return kept.get(keyOf(wish))?.entry ?? unknown;
        },
        end() {
          watches.delete(heard);
          if (watches.size > 0) return;
          stopListening?.();
          stopListening = undefined;
          asking.abort();
          asking = new AbortController();
          // Nobody looks, nobody listens to changes: what comes next is asked anew.
          kept.clear();
        },
      };
    },
  };
}

const needsAsking = (known: Kept<unknown, unknown> | undefined): boolean =>
  known === undefined || known.entry.status === 'failed';

function some(wanted: ReadonlyMap<string, unknown>, keys: ReadonlySet<string>): boolean {
  for (const key of keys) if (wanted.has(key)) return true;
  return false;
}
