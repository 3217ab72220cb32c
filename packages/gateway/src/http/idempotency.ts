import { limits } from '@kontor/contract';
import { sql, type Kysely } from 'kysely';

import { json } from '../database/json.js';
import type { Tables } from '../database/tables.js';
import { sha256 } from '../identifiers.js';
import { ProblemError } from '../problem-error.js';

/** A request that must happen once. */
export interface KeyedRequest {
  key: string;
  /** Whose key it is: keys of two people never meet. */
  caller: string;
  /** Everything that makes the request what it is. */
  fingerprint: string;
  now: Date;
}

/** An answer as it is kept. */
export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/**
 * Runs the work and keeps its answer in one transaction: after a crash there is either both or neither. A problem undoes the
 * work and is kept as well. The same key later gives the same bytes.
 * @throws ProblemError `idempotency_key_reused`, `idempotency_key_in_progress`
 */
export async function once(
  system: Kysely<Tables>,
  request: KeyedRequest,
  work: (transaction: Kysely<Tables>) => Promise<KeptAnswer>,
  refuse: (error: ProblemError) => KeptAnswer,
): Promise<KeptAnswer> {
  const hash = await sha256(request.fingerprint);
  try {
    return await system.transaction().execute(async (transaction) => {
      const kept = await claim(transaction, request, hash);
      if (kept) return kept;
      const answer = await work(transaction);
      await keep(transaction, request, answer);
      return answer;
    });
  } catch (error) {
    if (!(error instanceof ProblemError) || !isFinal(error)) throw error;
    const answer = refuse(error);
    return await system.transaction().execute(async (transaction) => {
      const kept = await claim(transaction, request, hash);
      if (!kept) await keep(transaction, request, answer);
      return kept ?? answer;
    });
  }
}

/** Removes keys that are older than the promise. */
export async function forgetOldKeys(system: Kysely<Tables>, now: Date): Promise<void> {
  await system
    .deleteFrom('idempotency')
    .where('created_at', '<', new Date(now.getTime() - limits.idempotencyHours * 3_600_000))
    .execute();
}

async function claim(
  transaction: Kysely<Tables>,
  { key, caller, now }: KeyedRequest,
  hash: Uint8Array,
): Promise<KeptAnswer | undefined> {
  // Held to the end of the transaction; without it a second request would wait on the unique index instead of being told.
  const { rows } = await sql<{
    isFree: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended(${`${caller}\n${key}`}, 1)) as "isFree"`.execute(
    transaction,
  );
  if (!rows[0]?.isFree) throw new ProblemError('idempotency_key_in_progress');
  const inserted = await transaction
    .insertInto('idempotency')
    .values({
      key,
      caller,
      request_hash: hash,
      status: null,
      headers: null,
      body: null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['caller', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (inserted) return undefined;
  const row = await transaction
    .selectFrom('idempotency')
    .selectAll()
    .where('caller', '=', caller)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (!isSame(row.request_hash, hash)) throw new ProblemError('idempotency_key_reused');
  if (row.status === null || !row.body) throw new ProblemError('idempotency_key_in_progress');
  return { status: row.status, headers: row.headers ?? {}, body: row.body };
}

async function keep(
  transaction: Kysely<Tables>,
  { key, caller }: KeyedRequest,
  { status, headers, body }: KeptAnswer,
): Promise<void> {
  await transaction
    .updateTable('idempotency')
    .set({ status, headers: json(headers), body })
    .where('caller', '=', caller)
    .where('key', '=', key)
    .execute();
}

/** Whether trying again with the same key could not end otherwise. */
function isFinal(error: ProblemError): boolean {
  return (
    error.status < 500 &&
    error.status !== 429 &&
    error.status !== 401 &&
    !error.code.startsWith('idempotency_key')
  );
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
