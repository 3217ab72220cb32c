import { json } from '../../database/json.js';
import type { Scope } from '../../scope.js';
import type { NewMessage } from './types.js';

export type { Deliver, Message, NewMessage } from './types.js';

/** Writes a message in the scope's transaction: there is what it tells of and the message, or neither. */
export async function enqueue(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  { topic, key, channel, payload }: NewMessage,
): Promise<void> {
  await db
    .insertInto('outbox')
    .values({
      topic,
      channel: json(channel),
      dedup_key: key,
      payload: json(payload),
      created_at: now,
      next_attempt_at: now,
      locked_until: null,
      delivered_at: null,
      failed_at: null,
      last_error: null,
    })
    .onConflict((conflict) => conflict.columns(['topic', 'dedup_key']).doNothing())
    .execute();
}
