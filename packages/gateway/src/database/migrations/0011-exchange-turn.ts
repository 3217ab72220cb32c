import { sql, type Kysely } from 'kysely';

/** Who keeps or publishes what 1C told takes a turn; the epoch grows with every word of 1C that is kept. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table exchange_turn (id boolean primary key default true check (id), epoch bigint not null)`,
  `insert into exchange_turn (epoch) values (1)`,
] as const;
