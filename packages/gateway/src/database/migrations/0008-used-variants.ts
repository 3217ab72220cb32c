import { sql, type Kysely } from 'kysely';

/** Whether somebody has used a variant is asked of each that is taken away. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create index order_line_variant on order_line (variant_id) where variant_id is not null`,
  `create index reservation_variant on reservation (variant_id)`,
] as const;
