import type { Caller, MemberCaller } from '../../caller.js';
import type { GatewayDeps } from '../../ports.js';
import { ProblemError } from '../../problem-error.js';
import type { MemberScope } from '../../scope.js';
import { findLastPlace } from './queries.js';
import { openStream, type EventStream } from './stream.js';
import type { Events, StreamLimits } from './types.js';

const defaultLimits: StreamLimits = { heartbeat: 25_000, perSession: 10, overall: 2000, lag: 65_536 };

/** What streams need of the gateway. */
export interface StreamDeps extends Pick<GatewayDeps, 'database' | 'log'> {
  events: Events;
  /** Who sent a request, as things stand now. */
  authenticate: (request: Request) => Promise<Caller>;
  limits?: Partial<StreamLimits> | undefined;
}

/** All open streams of this gateway. */
export interface EventStreams {
  /**
   * Opens a stream for whoever sent the request.
   * @throws ProblemError `too_many_requests` for a session with too many streams, `unavailable` when there are too many or
   * the gateway is about to stop
   */
  open(scope: MemberScope, request: Request): Promise<ReadableStream<Uint8Array>>;
  /** How many are open. */
  count(this: void): number;
  /** Ends all streams and opens no more. */
  close(this: void): void;
}

export function createEventStreams({
  database,
  log,
  events,
  authenticate,
  limits: given = {},
}: StreamDeps): EventStreams {
  const limits = { ...defaultLimits, ...given };
  const open = new Map<EventStream, string>();
  let isClosed = false;
  let unsubscribe: (() => void) | undefined;

  const wake = (companyId: string): void => {
    for (const stream of open.keys()) if (companyId === '' || stream.companyId === companyId) stream.wake();
  };

  return {
    async open(scope, request) {
      const { caller } = scope;
      const sessionId = caller.sessionId ?? '';
      unsubscribe ??= events.subscribe(wake);
      const after = await beginning(request);
      if (isClosed || open.size >= limits.overall) throw new ProblemError('unavailable');
      const own = [...open.values()].filter((id) => id === sessionId).length;
      if (own >= limits.perSession)
        throw new ProblemError('too_many_requests', { params: { retryAfter: 30 } });
      const stream: EventStream = openStream({
        scope,
        after,
        heartbeat: limits.heartbeat,
        lag: limits.lag,
        renew: () => stillThere(request, caller),
        onEnd(error) {
          open.delete(stream);
          if (error !== undefined) log.warn({ error }, 'stream of events broke');
        },
      });
      open.set(stream, sessionId);
      return stream.body;
    },
    count: () => open.size,
    close() {
      isClosed = true;
      unsubscribe?.();
      for (const stream of [...open.keys()]) stream.end();
    },
  };

  /** After `Last-Event-ID`; from now on without one, or when it is of a database that was set back. */
  async function beginning(request: Request): Promise<number> {
    const last = await findLastPlace(database.system);
    const given = /^\d{1,15}$/.exec(request.headers.get('last-event-id') ?? '')?.[0];
    return given === undefined ? last : Math.min(Number(given), last);
  }

  async function stillThere(request: Request, before: MemberCaller): Promise<MemberCaller | undefined> {
    try {
      const caller = await authenticate(request);
      const isSame =
        caller.sessionId === before.sessionId && caller.context?.companyId === before.context.companyId;
      return isSame ? (caller as MemberCaller) : undefined;
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  }
}
