import { limitCall, type CallLimit } from './call-limit.js';
import { AbortError, ContractError, isApiError } from './errors.js';
import type { CallOptions } from './options.js';

/** Asks for many things at once; the answer has one item per thing, in order. */
export type AskMany<Wish, Item, Rest> = (
  wishes: Wish[],
  options: CallOptions,
) => Promise<Rest & { items: Item[] }>;

/** How to gather. */
export interface GatherOptions<Wish> {
  /** Things of one call at most. */
  most: number;
  /** Milliseconds to wait for more. */
  gatherFor: number;
  /** Milliseconds that a caller waits who says nothing else. */
  timeout: number;
  /** Equal keys are asked once. */
  keyOf: (wish: Wish) => string;
}

interface Waiting<Wish, Item, Rest> {
  wishes: readonly Wish[];
  limit: CallLimit;
  resolve: (answer: Rest & { items: Item[] }) => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers calls of the same moment into as few requests as the limit allows: a hundred price elements on a page make one.
 * Each caller gets its own items in its own order. A caller that aborts leaves; when all have left the request is ended.
 * One caller's invalid wish is that caller's error: the others are asked for anew.
 */
export function gather<Wish, Item, Rest extends object>(
  ask: AskMany<Wish, Item, Rest>,
  { most, gatherFor, timeout, keyOf }: GatherOptions<Wish>,
): (wishes: readonly Wish[], options?: CallOptions) => Promise<Rest & { items: Item[] }> {
  type Caller = Waiting<Wish, Item, Rest>;
  let waiting: Caller[] = [];

  const flush = (): void => {
    const callers = waiting;
    waiting = [];
    void answerAll(callers);
  };

  const answerAll = async (everybody: readonly Caller[]): Promise<void> => {
    const callers = everybody.filter(({ limit }) => !limit.signal.aborted);
    if (callers.length === 0) return;
    try {
      const { found, stamp } = await askAll(callers);
      for (const { wishes, resolve } of callers)
        resolve({ ...stamp, items: wishes.map((wish) => found.get(keyOf(wish)) as Item) });
    } catch (error) {
      if (isApiError(error, 'invalid_request') && callers.length > 1) {
        const half = callers.length >> 1;
        await Promise.all([answerAll(callers.slice(0, half)), answerAll(callers.slice(half))]);
        return;
      }
      for (const { reject } of callers) reject(error);
    }
  };

  const askAll = async (callers: readonly Caller[]): Promise<{ found: Map<string, Item>; stamp: Rest }> => {
    const unique = new Map(callers.flatMap(({ wishes }) => wishes.map((wish) => [keyOf(wish), wish])));
    const keys = [...unique.keys()];
    const wishes = [...unique.values()];
    const signal = signalOfLast(callers);
    const found = new Map<string, Item>();
    let stamp: Rest | undefined;
    for (let start = 0; start < keys.length; start += most) {
      const part = keys.slice(start, start + most);
      const answer = await ask(wishes.slice(start, start + most), { signal, timeout: Infinity });
      if (answer.items.length !== part.length)
        throw new ContractError('The answer has another number of items than were asked for');
      for (const [index, key] of part.entries()) found.set(key, answer.items[index] as Item);
      // Of several answers the oldest stamp counts: what is of two contexts is then dropped as outdated.
      stamp ??= answer;
    }
    return { found, stamp: stamp as Rest };
  };

  return (wishes, options = {}) => {
    if (options.signal?.aborted)
      return Promise.reject(new AbortError('Aborted before it began', { cause: options.signal.reason }));
    if (wishes.length === 0) return Promise.reject(new RangeError('Nothing is asked for'));
    const limit = limitCall(options.signal, options.timeout ?? timeout);
    const answer = new Promise<Rest & { items: Item[] }>((resolve, reject) => {
      if (waiting.length === 0) setTimeout(flush, gatherFor);
      waiting.push({ wishes, limit, resolve, reject });
    });
    return limit.untilEnd(answer).finally(() => {
      limit.release();
    });
  };
}

/** Aborted when the last of the callers has left. */
function signalOfLast(callers: readonly { limit: CallLimit }[]): AbortSignal {
  const everybodyLeft = new AbortController();
  const leave = (): void => {
    if (callers.every(({ limit }) => limit.signal.aborted)) everybodyLeft.abort();
  };
  for (const { limit } of callers) limit.signal.addEventListener('abort', leave);
  return everybodyLeft.signal;
}
