import { sql, type Kysely } from 'kysely';

/**
 * Events get their place in the stream at commit, not at insert: whoever has read up to a place has missed nothing before it.
 * And they know which member's order they are about, so that nobody hears of orders that they may not see.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table event add column seq bigint, add column about text, add column member_id text`,
  `update event set seq = id`,
  `create unique index event_seq on event (seq)`,
  `create index event_stream on event (company_id, seq)`,
  `create index event_at on event (at)`,
  `drop index event_company`,
  `create sequence event_seq_next owned by event.seq`,
  `select setval('event_seq_next', coalesce((select max(seq) from event), 0) + 1, false)`,

  // The lock is the last one of a transaction and lasts until its rows are visible: places appear in order. NOTIFY, which
  // every event comes with, lets transactions commit one at a time anyway.
  `create function kontor_event_seq() returns trigger language plpgsql as $$
     begin
       perform pg_advisory_xact_lock(hashtext('kontor_event_seq'));
       update event set seq = nextval('event_seq_next') where id = new.id;
       return null;
     end $$`,
  `create constraint trigger event_seq after insert on event deferrable initially deferred
     for each row execute function kontor_event_seq()`,
] as const;
