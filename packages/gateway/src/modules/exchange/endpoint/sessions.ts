import type { ExchangeState } from '@kontor/commerceml';
import { sql, type Kysely } from 'kysely';

import { json } from '../../../database/json.js';
import type { Tables } from '../../../database/tables.js';
import { hex, sha256 } from '../../../identifiers.js';
import { beginRun } from '../journal.js';

/** A session of 1C as it is kept: under a hash, its secret nowhere. */
export interface KeptSession {
  readonly id: string;
  readonly state: ExchangeState;
  readonly version: number;
}

export async function sessionId(token: string): Promise<string> {
  return hex(await sha256(token)).slice(0, 40);
}

export async function findSession(db: Kysely<Tables>, token: string): Promise<KeptSession | undefined> {
  const id = await sessionId(token);
  const row = await db
    .selectFrom('exchange_session')
    .select(['state', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { id, version: row.version, state: { ...(row.state as ExchangeState), token } };
}

/**
 * Keeps a session, unless another request has changed it meanwhile.
 * @returns whether it was kept
 */
export async function keepSession(
  db: Kysely<Tables>,
  { token, ...state }: ExchangeState,
  former: KeptSession | undefined,
  now: Date,
): Promise<boolean> {
  const id = await sessionId(token);
  if (former?.id === id) {
    const { numUpdatedRows } = await db
      .updateTable('exchange_session')
      .set({ state: json(state), used_at: now, version: former.version + 1 })
      .where('id', '=', id)
      .where('version', '=', former.version)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
  await db
    .insertInto('exchange_session')
    .values({ id, state: json(state), run_id: null, used_at: now })
    .execute();
  return true;
}

/** The run of a session: it begins with the first file. */
export async function runOf(db: Kysely<Tables>, session: string, kind: string, now: Date): Promise<number> {
  const found = await db
    .selectFrom('exchange_session')
    .select('run_id as run')
    .where('id', '=', session)
    .executeTakeFirst();
  if (found?.run != null) return found.run;
  const run = await beginRun(db, { channel: 'protocol', kind, now });
  await db.updateTable('exchange_session').set({ run_id: run }).where('id', '=', session).execute();
  return run;
}

/** Whether another session's file is being imported. */
export async function isImportBusy(
  db: Kysely<Tables>,
  session: string | undefined,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ busy: boolean }>`
    select exists (
      select from exchange_file where status in ('received', 'reading') and locked_until > ${now}::timestamptz
        and session_id is distinct from ${session ?? null}) as busy`.execute(db);
  return rows[0]?.busy ?? false;
}
