import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';
import type { Job } from '../../jobs.js';
import type { GatewayDeps } from '../../ports.js';
import type { Deliver, Message } from './types.js';

/** What a worker does. */
export interface OutboxWork {
  /** Name of its job. */
  name: string;
  /** Messages that it sends. */
  topics: readonly string[];
  deliver: Deliver;
  /** Whether delivered messages stay, so that they are never written anew; others are deleted. */
  keepsDelivered: boolean;
  /** Milliseconds after which the message of a worker that died is free again. @default 60000 */
  lease?: number;
}

/** Pauses between attempts; after the last one the message counts as failed and is left for a person. */
const pauses = [5, 15, 60, 300, 900, 3600, 3600, 7200, 14_400, 28_800, 28_800, 28_800].map(
  (seconds) => seconds * 1000,
);

/**
 * Sends what is due, at least once: a message is marked only after it was taken. Several gateways share the work: each holds
 * one message at a time, for as long as it sends it, and what it holds no other sends. What a dead one held is sent again.
 */
export function createOutboxWorker(
  { database: { system }, clock, log }: Pick<GatewayDeps, 'database' | 'clock' | 'log'>,
  { name, topics, deliver, keepsDelivered, lease = 60_000 }: OutboxWork,
): Job {
  const leaseEnd = (): Date => new Date(clock.now().getTime() + lease);
  return {
    name,
    every: 1000,
    async run() {
      const message = await claim(system, topics, clock.now(), leaseEnd());
      if (!message) return false;
      const about = { message: message.id, topic: message.topic, channel: message.channel.kind };
      try {
        await whileHeld(message, () => deliver(message));
        await settle(message);
        log.info(about, 'outbox message delivered');
      } catch (error) {
        await postpone(system, message, clock.now(), error);
        log.warn({ ...about, attempts: message.attempts + 1 }, 'outbox message not delivered');
      }
      return true;
    },
  };

  /** Renews the hold on a message until the work is done, however long the other side takes. */
  async function whileHeld({ id }: Message, work: () => Promise<void>): Promise<void> {
    const renewal = setInterval(() => {
      system
        .updateTable('outbox')
        .set({ locked_until: leaseEnd() })
        .where('id', '=', id)
        .where('locked_until', 'is not', null)
        .execute()
        .catch((error: unknown) => log.warn({ message: id, error }, 'outbox message not held'));
    }, lease / 3);
    try {
      await work();
    } finally {
      clearInterval(renewal);
    }
  }

  async function settle({ id }: Message): Promise<void> {
    if (!keepsDelivered) await system.deleteFrom('outbox').where('id', '=', id).execute();
    else
      await system
        .updateTable('outbox')
        .set({ delivered_at: clock.now(), locked_until: null, last_error: null })
        .where('id', '=', id)
        .execute();
  }
}

async function claim(
  system: Kysely<Tables>,
  topics: readonly string[],
  now: Date,
  until: Date,
): Promise<Message | undefined> {
  const { rows } = await sql<Message>`update outbox set locked_until = ${until}
    where id = (
      select id from outbox
      where delivered_at is null and failed_at is null and next_attempt_at <= ${now} and (locked_until is null or locked_until <= ${now})
        and topic in (${sql.join(topics)})
      order by next_attempt_at, id limit 1 for update skip locked)
    returning id, topic, channel, payload, attempts, created_at as "createdAt"`.execute(system);
  return rows[0];
}

async function postpone(
  system: Kysely<Tables>,
  { id, attempts }: Message,
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
