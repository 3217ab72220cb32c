import { sql, type Kysely } from 'kysely';

/** Which revision of an order 1C has, and what it said of it. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // What 1C itself changed is not sent back to it: such events don't count for the revision.
  `alter table order_event add column is_from_1c boolean not null default false`,
  `create table order_exchange (
     order_id text primary key references orders on delete cascade,
     exported_revision integer not null default 0, exported_at timestamptz,
     offered_session text, offered_batch integer, offered_revision integer, problem text,
     number_1c text, date_1c text, is_paid boolean, is_shipped boolean, is_posted boolean,
     check ((offered_session is null) = (offered_revision is null) and (offered_session is null) = (offered_batch is null)))`,
  `create index order_exchange_offered on order_exchange (offered_session, offered_batch) where offered_session is not null`,
] as const;
