import { sql, type Kysely } from 'kysely';

import type { Channel, Tables } from '../../database/tables.js';
import type { Job } from '../../jobs.js';
import type { GatewayDeps } from '../../ports.js';
import type { Channels } from './channels.js';
import type { OutboxPayload } from './outbox.js';

/** A message that this worker has claimed. */
export interface ClaimedMessage {
  id: number;
  topic: string;
  channel: Channel;
  payload: OutboxPayload;
  attempts: number;
}

/** Messages at once. */
const batch = 20;
/** A worker that died gives its messages back after this. */
const lockMilliseconds = 60_000;
/** Pauses between attempts; after the last one the message counts as failed and is left for a person. */
const pauses = [5, 15, 60, 300, 900, 3600, 3600, 7200, 14_400, 28_800, 28_800, 28_800].map(
  (seconds) => seconds * 1000,
);

/**
 * Sends what is due, at least once: a message is marked only after its channel has taken it. Several gateways share the
 * work: each claims rows that no other has claimed.
 */
export function createOutboxWorker(
  { database, clock, log }: Pick<GatewayDeps, 'database' | 'clock' | 'log'>,
  channels: Channels,
): Job {
  const { system } = database;
  return {
    name: 'outbox',
    every: 1000,
    async run() {
      const messages = await claim(system, clock.now());
      for (const message of messages) {
        try {
          await channels.send(message);
          await system
            .updateTable('outbox')
            .set({ delivered_at: clock.now(), locked_until: null, last_error: null })
            .where('id', '=', message.id)
            .execute();
          log.info(
            { message: message.id, topic: message.topic, channel: message.channel.kind },
            'outbox message delivered',
          );
        } catch (error) {
          await postpone(system, message, clock.now(), error);
          log.warn(
            {
              message: message.id,
              topic: message.topic,
              channel: message.channel.kind,
              attempts: message.attempts + 1,
            },
            'outbox message not delivered',
          );
        }
      }
      return messages.length === batch;
    },
  };
}

async function claim(system: Kysely<Tables>, now: Date): Promise<ClaimedMessage[]> {
  const { rows } =
    await sql<ClaimedMessage>`update outbox set locked_until = ${new Date(now.getTime() + lockMilliseconds)}
    where id in (
      select id from outbox
      where delivered_at is null and failed_at is null and next_attempt_at <= ${now} and (locked_until is null or locked_until <= ${now})
      order by next_attempt_at, id limit ${batch} for update skip locked)
    returning id, topic, channel, payload, attempts`.execute(system);
  return rows.sort((left, right) => left.id - right.id);
}

async function postpone(
  system: Kysely<Tables>,
  { id, attempts }: ClaimedMessage,
  now: Date,
  error: unknown,
): Promise<void> {
  const pause = pauses[attempts];
  await system
    .updateTable('outbox')
    .set({
      attempts: attempts + 1,
      locked_until: null,
      last_error: (error instanceof Error ? error.message : String(error)).slice(0, 500),
      ...(pause === undefined ? { failed_at: now } : { next_attempt_at: new Date(now.getTime() + pause) }),
    })
    .where('id', '=', id)
    .execute();
}
