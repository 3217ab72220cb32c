import type { ShopEvent } from '@kontor/contract';
import { createParser } from 'eventsource-parser';

import { limitCall } from './call-limit.js';
import { ConnectionError } from './errors.js';
import type { Http } from './http.js';
import type { CallOptions } from './options.js';

/** Where a watcher is. */
export interface Place {
  after: string | undefined;
  /** Milliseconds before the first new attempt, as the gateway asks. */
  firstPause: number;
}

/** One connection until it breaks; keeps the place in the stream up to date. */
export async function* connect(
  http: Http,
  place: Place,
  options: CallOptions,
): AsyncGenerator<ShopEvent, void, undefined> {
  const stream = await http.stream('events', { 'last-event-id': place.after }, options);
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
      place.firstPause = milliseconds;
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

/** An event of a newer gateway passes too: it has a type all the same. */
function parseEvent(data: string): ShopEvent | undefined {
  try {
    const event: unknown = JSON.parse(data);
    return typeof event === 'object' && event !== null && 'type' in event ? (event as ShopEvent) : undefined;
  } catch {
    return undefined;
  }
}
