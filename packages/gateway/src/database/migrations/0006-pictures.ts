import { sql, type Kysely } from 'kysely';

/** Pictures that 1C sends, documents without a file, and when 1C last spoke of prices and stock. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // By their content: the same picture under two names is one.
  `create table picture (
     hash text primary key, status text not null, format text, bytes bigint not null, reason text, stored jsonb,
     attempts integer not null default 0, locked_until timestamptz, created_at timestamptz not null)`,
  `create index picture_waiting on picture (created_at, hash) where status = 'waiting'`,
  // What came under which name, and the last of it that could be shown; with an inbox path while it has not been looked into.
  `create table exchange_picture (
     key text primary key, hash text references picture, shown_hash text references picture, inbox_path text,
     received_at timestamptz not null, run_id bigint references exchange_run on delete set null)`,
  `create index exchange_picture_hash on exchange_picture (hash)`,
  `create index exchange_picture_inbox on exchange_picture (received_at) where inbox_path is not null`,
  // Which pictures a product has, by its id in 1C: files and pictures come in any order.
  `create table exchange_product_picture (
     product_id text not null, position integer not null, path text not null, key text not null, title text,
     primary key (product_id, position))`,
  `create index exchange_product_picture_key on exchange_product_picture (key)`,

  `update document set status = 'noFile' where status = 'failed' and blob_key is null and not exists (
     select from orders where orders.id = document.order_id and orders.number = document.number)`,

  `alter table price_type add column told_at timestamptz`,
  `alter table warehouse add column told_at timestamptz`,
] as const;
