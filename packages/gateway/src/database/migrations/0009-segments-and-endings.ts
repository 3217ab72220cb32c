import { sql, type Kysely } from 'kysely';

/** Price types by segment of an agreement's goods, and how runs of the exchange and orders in 1C come to their end. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Beside the price type that they replace, because an agreement is read as a whole; null: it has none.
  `alter table agreement add column segments jsonb`,

  // What 1C said that ends a run, while a gateway does it, and what 1C is told then.
  `alter table exchange_run add column ending text, add column locked_until timestamptz, add column message text`,
  `create index exchange_run_ending on exchange_run (id) where ending is not null and status = 'running'`,

  `alter table order_exchange add column is_closed boolean`,
] as const;
