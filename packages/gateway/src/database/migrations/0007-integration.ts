import { sql, type Kysely } from 'kysely';

/** Other systems of the supplier: their keys, and what only they tell. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table integration_key (
     id text primary key, name text not null, token_hash bytea not null unique, created_by text references person,
     created_at timestamptz not null, last_used_at timestamptz, ended_at timestamptz)`,
  `create table company_balance (
     company_id text primary key references company on delete cascade, currency text not null,
     debt numeric(20,6) not null, overdue numeric(20,6) not null, credit_limit numeric(20,6), as_of timestamptz not null)`,
  `alter table document add column external_id text unique`,
] as const;
