import { sql, type Kysely } from 'kysely';

/** What 1C told, what came of it, and which orders it has. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table exchange_run (
     id bigint generated always as identity primary key, channel text not null, kind text not null,
     started_at timestamptz not null, finished_at timestamptz, status text not null,
     summary jsonb not null default '{}', error text)`,
  `create index exchange_run_started on exchange_run (started_at desc, id desc)`,
  `create table exchange_session (
     id text primary key, state jsonb not null, version integer not null default 1,
     run_id bigint references exchange_run on delete set null, used_at timestamptz not null)`,
  `create table exchange_file (
     id bigint generated always as identity primary key, run_id bigint not null references exchange_run on delete cascade,
     name text not null, kind text, bytes bigint, is_full boolean not null default false,
     has_all_goods boolean not null default false, session_id text, inbox_path text, locked_until timestamptz, message text, status text not null, received_at timestamptz not null,
     finished_at timestamptz, counts jsonb not null default '{}', error text)`,
  `create index exchange_file_run on exchange_file (run_id, id)`,
  `create unique index exchange_file_inbox on exchange_file (inbox_path) where inbox_path is not null`,
  `create index exchange_file_waiting on exchange_file (id) where status in ('received', 'reading')`,
  `create table exchange_problem (
     id bigint generated always as identity primary key, run_id bigint not null references exchange_run on delete cascade,
     file_id bigint references exchange_file on delete cascade, severity text not null, code text not null,
     record_id text, record_name text, path text, line integer, message text not null)`,
  `create index exchange_problem_run on exchange_problem (run_id, id)`,

  // The last word of 1C on every record, by kind and id. The shop is made of it: files may come in any order.
  `create table exchange_source (
     kind text not null, id text not null, product_id text, record jsonb not null, prices jsonb, rests jsonb,
     file_id bigint not null, changed_in bigint not null, is_absent boolean not null default false,
     primary key (kind, id))`,
  `create index exchange_source_product on exchange_source (product_id) where product_id is not null`,
  // What changed since the shop was made of it: products (with all that is theirs) and records of dictionaries.
  `create table exchange_pending (kind text not null, id text not null, primary key (kind, id))`,

  `alter table analogue add column is_from_1c boolean not null default false`,

  // Hundreds of thousands of prices and balances come at once, all of them with ids that were read in the same transaction:
  // checking each again takes longer than everything else. What they belong to takes them along all the same.
  `alter table price drop constraint price_price_type_id_fkey, drop constraint price_variant_id_fkey`,
  `alter table balance drop constraint balance_variant_id_fkey, drop constraint balance_warehouse_id_fkey`,
  `create function kontor_forget_variant() returns trigger language plpgsql as $$
     begin
       delete from price where variant_id = old.id;
       delete from balance where variant_id = old.id;
       return null;
     end $$`,
  `create trigger forget_prices_and_balances after delete on variant for each row execute function kontor_forget_variant()`,
  `create function kontor_forget_price_type() returns trigger language plpgsql as $$
     begin delete from price where price_type_id = old.id; return null; end $$`,
  `create trigger forget_prices after delete on price_type for each row execute function kontor_forget_price_type()`,
  `create function kontor_forget_warehouse() returns trigger language plpgsql as $$
     begin delete from balance where warehouse_id = old.id; return null; end $$`,
  `create trigger forget_balances after delete on warehouse for each row execute function kontor_forget_warehouse()`,
] as const;
