import type { AnalogueRow, RowOutcome } from '@kontor/contract';
import { sql } from 'kysely';

import { json } from '../../database/json.js';
import { bumpCatalog } from '../catalog/service.js';
import { findVariants, referenceText } from './references.js';
import { judgeRows, rejected, type Writing } from './writing.js';

/** Makes analogues of variants what the rows say. What the exchange of 1C told stays, and takes reason and ratio from here. */
export async function writeAnalogues({ db }: Writing, rows: readonly AnalogueRow[]): Promise<RowOutcome[]> {
  const variantOf = await findVariants(
    db,
    rows.flatMap(({ variant, analogues }) => [variant, ...analogues.map((each) => each.variant)]),
  );
  const judged = judgeRows(rows, (row) => {
    const variantId = variantOf(row.variant);
    if (variantId === undefined) return rejected('unknown_variant', referenceText(row.variant));
    const links = new Map<number, { analogue_id: number; reason: string; ratio: string; position: number }>();
    for (const [position, { variant, reason = 'equivalent', ratio = '1' }] of row.analogues.entries()) {
      const id = variantOf(variant);
      if (id === undefined) return rejected('unknown_variant', referenceText(variant));
      if (id === variantId) return rejected('self_reference', referenceText(variant));
      if (links.has(id)) return rejected('told_twice', referenceText(variant));
      links.set(id, { analogue_id: id, reason, ratio, position });
    }
    return { key: String(variantId), row: { variantId, links: [...links.values()] } };
  });
  const desired = [...judged.accepted.values()].flatMap(({ variantId, links }) =>
    links.map((link) => ({ variant_id: variantId, ...link })),
  );
  const { rows: changed } = await sql<{ id: number }>`
    with desired as (
      select * from json_to_recordset(${json(desired)}::json)
        as r (variant_id int, analogue_id int, reason text, ratio numeric, position int)),
    removed as (
      delete from analogue a
      where a.variant_id = any(${[...judged.accepted.values()].map(({ variantId }) => variantId)}::int[]) and not a.is_from_1c
        and not exists (select from desired d where d.variant_id = a.variant_id and d.analogue_id = a.analogue_id)
      returning a.variant_id as id),
    written as (
      insert into analogue as a (variant_id, analogue_id, reason, ratio, position)
      select variant_id, analogue_id, reason, ratio, position from desired
      on conflict (variant_id, analogue_id) do update
        set reason = excluded.reason, ratio = excluded.ratio,
          position = case when a.is_from_1c then a.position else excluded.position end
        where (a.reason, a.ratio) is distinct from (excluded.reason, excluded.ratio)
          or (a.position <> excluded.position and not a.is_from_1c)
      returning a.variant_id as id)
    select id from removed union select id from written`.execute(db);
  if (changed.length > 0) await bumpCatalog(db);
  return judged.outcomes(new Set(changed.map(({ id }) => String(id))));
}
