import { AbortError, ContractError } from './errors.js';
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
  /** Equal keys are asked once. */
  keyOf: (wish: Wish) => string;
}

interface Waiting<Wish, Item, Rest> {
  wishes: Wish[];
  options: CallOptions;
  resolve: (answer: Rest & { items: Item[] }) => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers calls of the same moment into as few requests as the limit allows: a hundred price elements on a page make one.
 * Each caller gets its own items in its own order. A caller that aborts leaves; when all have left the request is ended.
 */
export function gather<Wish, Item, Rest extends object>(
  ask: AskMany<Wish, Item, Rest>,
  { most, gatherFor, keyOf }: GatherOptions<Wish>,
): (wishes: Wish[], options?: CallOptions) => Promise<Rest & { items: Item[] }> {
  let waiting: Waiting<Wish, Item, Rest>[] = [];

  const flush = (): void => {
    const callers = waiting.filter(({ options }) => !options.signal?.aborted);
    waiting = [];
    if (callers.length > 0) void answerAll(callers);
  };

  const answerAll = async (callers: Waiting<Wish, Item, Rest>[]): Promise<void> => {
    const unique = new Map<string, Wish>();
    for (const { wishes } of callers) for (const wish of wishes) unique.set(keyOf(wish), wish);
    const keys = [...unique.keys()];
    const everybodyLeft = new AbortController();
    const stay = new Set(callers);
    for (const caller of callers) {
      caller.options.signal?.addEventListener('abort', () => {
        stay.delete(caller);
        if (stay.size === 0) everybodyLeft.abort();
      });
    }
    try {
      const found = new Map<string, Item>();
      let rest: Rest | undefined;
      for (let start = 0; start < keys.length; start += most) {
        const part = keys.slice(start, start + most);
        const wishes = part.flatMap((key) => unique.get(key) ?? []);
        const { items, ...stamp } = await ask(wishes, {
          signal: everybodyLeft.signal,
          timeout: longest(callers),
        });
        if (items.length !== part.length)
          throw new ContractError('The answer has another number of items than were asked for');
        for (const [index, key] of part.entries()) found.set(key, items[index] as Item);
        rest = stamp as unknown as Rest;
      }
      for (const { wishes, resolve } of callers)
        resolve({ ...(rest as Rest), items: wishes.map((wish) => found.get(keyOf(wish)) as Item) });
    } catch (error) {
      for (const { reject } of callers) reject(error);
    }
  };

  return (wishes, options = {}) =>
    new Promise((resolve, reject) => {
      if (options.signal?.aborted) {
        reject(new AbortError('Aborted before it began', { cause: options.signal.reason }));
        return;
      }
      options.signal?.addEventListener('abort', () => {
        reject(new AbortError('Aborted by the caller', { cause: options.signal?.reason }));
      });
      if (waiting.length === 0) setTimeout(flush, gatherFor);
      waiting.push({ wishes, options, resolve, reject });
    });
}

function longest(callers: readonly { options: CallOptions }[]): number | undefined {
  const timeouts = callers.map(({ options }) => options.timeout).filter((timeout) => timeout !== undefined);
  return timeouts.length === callers.length ? Math.max(...timeouts) : undefined;
}
