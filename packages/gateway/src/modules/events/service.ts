import type { ShopEvent } from '@kontor/contract';
import { sql } from 'kysely';

import { json } from '../../database/json.js';
import type { Database } from '../../database/database.js';
import type { Scope } from '../../scope.js';

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, 'id' | 'at'> : never;

/** An event before it is stamped. */
export type NewEvent = WithoutStamp<ShopEvent>;

/** Who an event is for. */
export interface Audience {
  companyId: string;
  /** Only this person; everybody of the company when left out. */
  personId?: string;
}

const channel = 'kontor_event';

/** Tells members of a company what changed, across all gateways of one database. */
export interface Events {
  /** Stores and announces an event with the scope's transaction: nobody hears of what was rolled back. */
  publish(scope: Pick<Scope, 'db' | 'now'>, audience: Audience, event: NewEvent): Promise<void>;
  /** Calls back with a company's id whenever something was published for it; an empty id means: look for yourself. */
  subscribe(callback: (companyId: string) => void): () => void;
  close(): Promise<void>;
}

export function createEvents(database: Database): Events {
  const callbacks = new Set<(companyId: string) => void>();
  let stopListening: Promise<() => Promise<void>> | undefined;
  return {
    async publish(scope, { companyId, personId }, event) {
      await scope.db
        .insertInto('event')
        .values({
          company_id: companyId,
          person_id: personId ?? null,
          type: event.type,
          payload: json(event),
          at: scope.now,
        })
        .execute();
      await sql`select pg_notify(${channel}, ${companyId})`.execute(scope.db);
    },
    subscribe(callback) {
      callbacks.add(callback);
      stopListening ??= database.listen(channel, (companyId) => {
        for (const each of callbacks) each(companyId);
      });
      return () => callbacks.delete(callback);
    },
    async close() {
      callbacks.clear();
      const stop = await stopListening?.catch(() => undefined);
      await stop?.();
    },
  };
}
