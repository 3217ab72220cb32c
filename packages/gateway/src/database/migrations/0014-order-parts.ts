import { sql, type Kysely } from 'kysely';

/** Orders that 1C has as several documents, one for each warehouse, and what it said of each. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Decided with its first offer: what 1C has as one document stays one.
  `alter table order_exchange add column documents integer`,
  `update order_exchange set documents = 1 where exported_revision > 0 or offered_session is not null or number_1c is not null`,
  // Its lines are the part of the order's that this document has, in whose form 1C told them last.
  `create table order_part (
     order_id text not null references orders on delete cascade, part integer not null,
     id text not null unique, number text not null unique, external_id text,
     warehouse_id text not null references warehouse, status text not null, lines jsonb not null, delivery_cost numeric(20, 2),
     number_1c text, date_1c text, is_paid boolean, is_shipped boolean, is_posted boolean, is_closed boolean,
     primary key (order_id, part))`,
  `create index order_part_external on order_part (external_id) where external_id is not null`,
  `create index order_exchange_number_1c on order_exchange (upper(number_1c)) where number_1c is not null`,
  `create index order_part_number_1c on order_part (upper(number_1c)) where number_1c is not null`,
] as const;
