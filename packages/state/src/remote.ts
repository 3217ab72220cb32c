import { atom, onMount, type ReadableAtom } from 'nanostores';

import { formerOf } from './former.js';
import { failed, loading, ready, type Loaded } from './loaded.js';

/** A value of the gateway that is loaded while somebody looks at it. */
export interface Remote<Value> {
  /** Loads with its first listener; the load is ended when the last one leaves. */
  readonly $state: ReadableAtom<Loaded<Value>>;
  /** Loads anew where somebody looks; else at the next look. Never throws: a failure is a state. */
  reload(): Promise<void>;
  /** Takes a value that another call answered. */
  set(value: Value): void;
}

/** How a remote value begins and when it is outdated. */
export interface RemoteOptions {
  /** Reload when one of these changes; the former value stays in view until the new one is there. */
  reloadOn?: readonly ReadableAtom[];
  /** Whose the value is; that of another owner never stays in view. @default everybody's */
  owner?: () => string;
}

/** Makes a remote value; only the answer to the latest load counts. */
export function createRemote<Value>(
  load: (signal: AbortSignal) => Promise<Value>,
  { reloadOn = [], owner = () => '' }: RemoteOptions = {},
): Remote<Value> {
  const $state = atom<Loaded<Value>>(loading());
  const former = formerOf<Value>(owner);
  let running: AbortController | undefined;
  let isMounted = false;
  let isFresh = false;

  const end = (): void => {
    running?.abort();
    running = undefined;
  };

  const reload = async (): Promise<void> => {
    isFresh = false;
    end();
    if (!isMounted) return;
    const own = new AbortController();
    running = own;
    $state.set(loading(former($state.get().value)));
    try {
      const value = await load(own.signal);
      if (running !== own) return;
      isFresh = true;
      $state.set(ready(value));
    } catch (error) {
      if (running === own) $state.set(failed(error, $state.get().value));
    } finally {
      if (running === own) running = undefined;
    }
  };

  onMount($state, () => {
    isMounted = true;
    const stops = reloadOn.map(($store) => $store.listen(() => void reload()));
    if (!isFresh) void reload();
    return () => {
      isMounted = false;
      for (const stop of stops) stop();
      end();
      // Nobody heard what happened meanwhile: the next look asks anew, with the former value in view.
      isFresh = false;
    };
  });

  return {
    $state,
    reload,
    set(value) {
      end();
      former(undefined);
      isFresh = true;
      $state.set(ready(value));
    },
  };
}
