import { sql, type Kysely } from 'kysely';

/** When the supplier's prices and stock changed last, in the order of events: one row for each, for everybody. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table trade_change (type text primary key, seq bigint not null, at timestamptz not null)`,
] as const;
