import { sql, type Transaction } from 'kysely';

import type { Tables } from '../database/tables.js';

/**
 * Runs `load` while the large tables have no keys and indexes to keep row by row, then puts all of them back, which
 * checks and sorts every row at once: five times as fast on the embedded database. When it fails, the transaction is
 * rolled back and nothing is lost.
 */
export async function withoutKeys(
  transaction: Transaction<Tables>,
  load: () => Promise<void>,
): Promise<void> {
  // Primary and unique keys go only where no other table refers to them; `i` stands for an index of its own.
  await sql`
    create temporary table demo_key on commit drop as
    select conrelid::regclass::text as table_name, conname::text as name, pg_get_constraintdef(oid) as definition, contype::text as kind
    from pg_constraint
    where conrelid in ('price'::regclass, 'balance'::regclass, 'variant'::regclass, 'analogue'::regclass, 'order_line'::regclass)
      and (contype = 'f' or (contype = 'u' and conrelid = 'variant'::regclass)
        or (contype = 'p' and conrelid in ('price'::regclass, 'balance'::regclass, 'analogue'::regclass)))
    union all
    select indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid), 'i'
    from pg_index
    where indrelid in ('price'::regclass, 'balance'::regclass, 'variant'::regclass, 'analogue'::regclass)
      and not exists (select from pg_constraint where conindid = indexrelid)`.execute(transaction);
  await sql`
    do $$ declare key record; begin
      for key in select * from demo_key loop
        if key.kind = 'i' then execute 'drop index ' || key.name;
        else execute format('alter table %s drop constraint %I', key.table_name, key.name);
        end if;
      end loop;
    end $$`.execute(transaction);
  await load();
  await sql`
    do $$ declare key record; begin
      for key in select * from demo_key order by kind desc loop
        if key.kind = 'i' then execute key.definition;
        else execute format('alter table %s add constraint %I %s', key.table_name, key.name, key.definition);
        end if;
      end loop;
    end $$`.execute(transaction);
}
