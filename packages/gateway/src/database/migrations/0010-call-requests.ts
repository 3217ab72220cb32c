import { sql, type Kysely } from 'kysely';

/** Who wants to be called back, and about what. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table call_request (
     id text primary key, company_id text not null references company on delete cascade,
     member_id text not null references member on delete cascade, phone text not null, note text,
     about jsonb not null, created_at timestamptz not null)`,
  `create index call_request_created on call_request (created_at)`,
] as const;
