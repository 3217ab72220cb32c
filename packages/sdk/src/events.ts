import type { ShopEvent } from '@kontor/contract';

import { ConnectionError, isApiError, TimeoutError } from './errors.js';
import type { Place } from './event-connection.js';
import type { Http } from './http.js';
import type { CallOptions } from './options.js';
import { wait } from './wait.js';

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
          pause = Math.min(place.firstPause, longestPause);
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

  /** The reader of streams is loaded by whoever listens. */
  async *#connection(place: Place, options: CallOptions): AsyncGenerator<ShopEvent, void, undefined> {
    const { connect } = await import('./event-connection.js').catch((cause: unknown) => {
      throw new ConnectionError('The reader of events could not be loaded', { cause });
    });
    yield* connect(this.#http, place, options);
  }
}

const longestPause = 15_000;

function mayPass(error: unknown): boolean {
  return (
    error instanceof ConnectionError ||
    error instanceof TimeoutError ||
    (isApiError(error) && error.retryable)
  );
}
