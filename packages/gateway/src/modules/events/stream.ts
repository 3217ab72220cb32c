import type { MemberCaller } from '../../caller.js';
import type { MemberScope } from '../../scope.js';
import { eventFrame, heartbeatFrame, openingFrame } from './frames.js';
import { findEventsAfter } from './queries.js';
import { isVisible } from './visible.js';

/** What one stream works with. */
export interface StreamOptions {
  scope: MemberScope;
  /** Place in the stream after which it begins. */
  after: number;
  /** Milliseconds between heartbeats; each of them looks for events and asks again who is listening. */
  heartbeat: number;
  /** Bytes that a reader may lag behind. */
  lag: number;
  /** Who listens by now; undefined when the session or the membership is over or acts for another company. */
  renew: () => Promise<MemberCaller | undefined>;
  /** Called once, when the stream is over for whatever reason. */
  onEnd: (error?: unknown) => void;
}

/** A stream of server-sent events that is open. */
export interface EventStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly companyId: string;
  /** Looks for events soon. */
  wake(): void;
  end(): void;
}

/** Events that are read at once. */
const batch = 100;

/** Opens a stream. It holds no transaction and no connection while it waits. */
export function openStream({ scope, after, heartbeat, lag, renew, onEnd }: StreamOptions): EventStream {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isOver = false;
  let isWoken = false;
  let stopWaiting: (() => void) | undefined;

  const wake = (): void => {
    isWoken = true;
    stopWaiting?.();
  };
  const end = (error?: unknown): void => {
    if (isOver) return;
    isOver = true;
    stopWaiting?.();
    onEnd(error);
    try {
      controller?.close();
    } catch {
      // The reader has gone: there is nothing to close.
    }
  };
  const send = (frame: string): void => {
    if (isOver) return;
    // A reader that lags behind gets no memory of ours: it comes back and goes on where it stopped.
    if ((controller?.desiredSize ?? 0) <= 0) end();
    else controller?.enqueue(encoder.encode(frame));
  };
  /** Waits for the next event or heartbeat; answers whether it was an event. */
  const wait = (): Promise<boolean> =>
    new Promise((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        stopWaiting = undefined;
        resolve(isWoken);
      };
      const timer = setTimeout(finish, heartbeat);
      stopWaiting = finish;
      if (isWoken || isOver) finish();
    });

  async function pump(): Promise<void> {
    let cursor = after;
    let isDue = false;
    send(openingFrame(cursor));
    while (!isOver) {
      isWoken = false;
      const events = await findEventsAfter(scope, cursor, batch);
      if (events.length > 0 || isDue) {
        const caller = await renew();
        if (!caller) break;
        for (const event of events) if (isVisible(caller, event)) send(eventFrame(event));
        cursor = events.at(-1)?.seq ?? cursor;
      }
      if (events.length >= batch) continue;
      isDue = !(await wait());
      if (isDue) send(heartbeatFrame);
    }
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
      },
      cancel: () => {
        end();
      },
    },
    { highWaterMark: lag, size: ({ byteLength }) => byteLength },
  );
  pump().then(() => {
    end();
  }, end);
  return { body, companyId: scope.caller.context.companyId, wake, end: () => end() };
}
