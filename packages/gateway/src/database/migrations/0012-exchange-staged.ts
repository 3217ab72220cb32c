import { sql, type Kysely } from 'kysely';

/** Where what a file tells waits until the file is known to be whole. Nobody misses it: a file that broke off is read again. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Logged all the same: a server that is killed and comes back meanwhile must not take a part of a file away unseen.
  `create table exchange_staged (
     file_id bigint not null, part integer not null, kind text not null, id text not null, product_id text,
     record jsonb not null, prices jsonb, rests jsonb)`,
  `create index exchange_staged_part on exchange_staged (file_id, part)`,
] as const;
