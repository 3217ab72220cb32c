import type { ShopEvent } from '@kontor/contract';
import { createParser } from 'eventsource-parser';

import { limitCall } from './call-limit.js';
import { ConnectionError, isApiError, TimeoutError } from './errors.js';
import type { Http } from './http.js';
import type { CallOptions } from './options.js';

/** Options of a stream of events. */
export interface WatchOptions extends CallOptions {
  /** Go on after the event with this id: what happened meanwhile is told first. */
  after?: string | undefined;
}

/** What happens in the caller's company: orders, documents, carts. */
export class Events {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /**
   * Events as they come; a lost connection is taken up where it broke. Ends with the signal, without an error.
   * @throws ApiError when the caller may not listen
   */
  async *watch({ after, ...options }: WatchOptions = {}): AsyncGenerator<ShopEvent, void, undefined> {
    const place: Place = { after, firstPause: 250 };
    let pause = place.firstPause;
    while (!options.signal?.aborted) {
      try {
        for await (const event of this.#connection(place, options)) {
          pause = place.firstPause;
          yield event;
        }
      } catch (error) {
        if (options.signal?.aborted) return;
        if (!mayPass(error)) throw error;
      }
      // Half of it at random, so that a gateway which starts anew does not meet everybody at once.
      await wait(pause * (0.5 + Math.random() / 2), options.signal);
      pause = Math.min(pause * 2, longestPause);
    }
  }

  /** One connection until it breaks; keeps the place in the stream up to date. */
  async *#connection(place: Place, options: CallOptions): AsyncGenerator<ShopEvent, void, undefined> {
    const stream = await this.#http.stream('events', { 'last-event-id': place.after }, options);
    const ready: { id: string | undefined; event: ShopEvent }[] = [];
    const parser = createParser({
      onEvent({ id, data }) {
        const event = parseEvent(data);
        if (event) ready.push({ id, event });
      },
      // Where the stream begins: a connection that breaks before its first event is taken up there.
      onComment(comment) {
        place.after = /^ ?cursor (\S+)$/.exec(comment)?.[1] ?? place.after;
      },
      onRetry(milliseconds) {
        place.firstPause = Math.min(milliseconds, longestPause);
      },
    });
    const decoder = new TextDecoder();
    const reader = stream.getReader();
    try {
      for (;;) {
        const { done, value } = await nextChunk(reader, options.signal);
        if (done) return;
        parser.feed(decoder.decode(value, { stream: true }));
        for (const { id, event } of ready.splice(0)) {
          place.after = id ?? event.id;
          yield event;
        }
      }
    } finally {
      reader.cancel().catch(() => undefined);
    }
  }
}

/** Where a watcher is. */
interface Place {
  after: string | undefined;
  /** Milliseconds before the first new attempt, as the gateway asks. */
  firstPause: number;
}

const longestPause = 15_000;
/** A gateway says something at least every 25 seconds; a connection that is silent for longer than this is dead. */
const longestSilence = 60_000;

async function nextChunk(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  const limit = limitCall(signal, longestSilence);
  try {
    return await limit.untilEnd(reader.read());
  } catch (error) {
    if (error === limit.signal.reason) throw error;
    throw new ConnectionError('The stream broke', { cause: error });
  } finally {
    limit.release();
  }
}

function mayPass(error: unknown): boolean {
  return (
    error instanceof ConnectionError ||
    error instanceof TimeoutError ||
    (isApiError(error) && error.retryable)
  );
}

/** An event of a newer gateway passes too: it has a type all the same. */
function parseEvent(data: string): ShopEvent | undefined {
  try {
    const event: unknown = JSON.parse(data);
    return typeof event === 'object' && event !== null && 'type' in event ? (event as ShopEvent) : undefined;
  } catch {
    return undefined;
  }
}

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end);
  });
}
