import { sql } from 'kysely';

import type { Database } from '../../database/database.js';
import { json } from '../../database/json.js';
import type { Log } from '../../ports.js';
import { channel } from './channel.js';
import type { Events } from './types.js';

export { announce } from './announce.js';
export type { Events } from './types.js';

export function createEvents(database: Database, log: Log): Events {
  const callbacks = new Set<(companyId: string) => void>();
  let listening: Promise<() => Promise<void>> | undefined;

  /** Streams look for themselves now and then, so a listener that fails costs time, not events. */
  const listen = (): void => {
    listening ??= database.listen(channel, (companyId) => {
      for (const each of callbacks) each(companyId);
    });
    listening.catch((error: unknown) => {
      listening = undefined;
      log.warn({ error }, 'events are not listened for');
    });
  };

  return {
    async publish(scope, { companyId, personId, about, memberId }, event) {
      await scope.db
        .insertInto('event')
        .values({
          company_id: companyId,
          person_id: personId ?? null,
          about: about ?? null,
          member_id: memberId ?? null,
          type: event.type,
          payload: json(event),
          at: scope.now,
        })
        .execute();
      await sql`select pg_notify(${channel}, ${companyId})`.execute(scope.db);
    },
    subscribe(callback) {
      callbacks.add(callback);
      listen();
      return () => callbacks.delete(callback);
    },
    async close() {
      callbacks.clear();
      const stop = await listening?.catch(() => undefined);
      await stop?.();
    },
  };
}
