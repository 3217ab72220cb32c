import type { ShopEvent } from '@kontor/contract';
import { createParser } from 'eventsource-parser';

import { isApiError, isKontorError } from './errors.js';
import type { Http } from './http.js';
import type { CallOptions } from './options.js';

/** Options of a stream of events. */
export interface WatchOptions extends CallOptions {
  /** Go on after this event: what happened meanwhile is told first. */
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
    let last = after;
    let pause = firstPause;
    while (!options.signal?.aborted) {
      try {
        const connection = this.#connection(last, options, (cursor) => {
          last ??= cursor;
          pause = firstPause;
        });
        for await (const event of connection) {
          last = event.id;
          yield event;
        }
      } catch (error) {
        if (options.signal?.aborted) return;
        if (!isKontorError(error) || (isApiError(error) && !error.retryable)) throw error;
      }
      await wait(pause, options.signal);
      pause = Math.min(pause * 2, longestPause);
    }
  }

  async *#connection(
    after: string | undefined,
    options: CallOptions,
    onOpen: (cursor: string) => void,
  ): AsyncGenerator<ShopEvent, void, undefined> {
    const stream = await this.#http.stream('events', { 'last-event-id': after }, options);
    const ready: ShopEvent[] = [];
    const parser = createParser({
      onEvent: ({ data }) => {
        const event = parseEvent(data);
        if (event) ready.push(event);
      },
      // Where the stream begins: a connection that breaks before its first event is taken up there.
      onComment: (comment) => {
        const cursor = /^cursor (.+)$/.exec(comment)?.[1];
        if (cursor !== undefined) onOpen(cursor);
      },
    });
    const decoder = new TextDecoder();
    const reader = stream.getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        parser.feed(decoder.decode(value, { stream: true }));
        yield* ready.splice(0);
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }
}

const firstPause = 250;
const longestPause = 15_000;

/** An event of a newer gateway that this client does not know is passed over by nobody: it has a type all the same. */
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
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
