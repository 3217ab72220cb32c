import { sql } from 'kysely';

import { bumpCatalog } from '../../catalog/service.js';
import { list } from './list.js';
import { settle } from './pending.js';
import type { Publishing } from './publishing.js';
import type { Properties, ToldGoods } from './told.js';

/** What a product names as its analogues: ids of 1C, vendor codes or bar codes. */
export function namedAnalogues(
  goods: ToldGoods,
  properties: Properties,
  wanted: string | null,
): readonly string[] | undefined {
  const fromProperty = goods.properties?.find(
    ({ id, name }) =>
      wanted !== null && (id === wanted || name === wanted || properties.get(id)?.name === wanted),
  );
  if (goods.analogues === undefined && fromProperty === undefined) return undefined;
  const codes = (fromProperty?.values ?? [])
    .flatMap((value) => value.split(/[,;|\n]/))
    .map((code) => code.trim());
  return [...(goods.analogues ?? []).map(({ id, article }) => id || (article ?? '')), ...codes].filter(
    Boolean,
  );
}

/** Remembers that analogues of products have to be linked once all products are there. */
export async function wantAnalogues({ db }: Pick<Publishing, 'db'>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`insert into exchange_pending (kind, id) select 'analogues', id from unnest(${[...ids]}::text[]) as id
    on conflict do nothing`.execute(db);
}

/** A product and what names its analogues: ids of 1C, vendor codes or bar codes, best first. */
export interface NamedAnalogues {
  readonly id: string;
  readonly codes: readonly string[];
}

interface Target {
  readonly code: string;
  readonly id: number;
  readonly options: Readonly<Record<string, string>>;
}

/**
 * Links variants to the analogues that 1C names. What is not there yet stays wanted; links that staff made are left alone.
 * Of an analogue with variants the one with the same options counts, else its first.
 */
export async function publishAnalogues(
  { db, settings }: Pick<Publishing, 'db' | 'settings'>,
  properties: Properties,
): Promise<void> {
  const wanted = await db
    .selectFrom('exchange_pending')
    .innerJoin('exchange_source', (join) =>
      join.onRef('exchange_source.id', '=', 'exchange_pending.id').on('exchange_source.kind', '=', 'product'),
    )
    .select(['exchange_source.id as id', 'record'])
    .where('exchange_pending.kind', '=', 'analogues')
    .execute();
  if (wanted.length === 0) return;
  const named = wanted.map(({ id, record }) => ({
    id,
    codes: namedAnalogues(record, properties, settings.analoguesProperty) ?? [],
  }));
  const { linked } = await link(db, named);
  await settle(db, 'analogues', linked);
}

/**
 * Links variants of products to the analogues that 1C names for them; the same again changes nothing.
 * @returns how many links changed
 */
export async function linkAnalogues(db: Publishing['db'], named: readonly NamedAnalogues[]): Promise<number> {
  return (await link(db, named)).changed;
}

/** @returns ids of products all of whose analogues are there */
async function link(
  db: Publishing['db'],
  named: readonly NamedAnalogues[],
): Promise<{ linked: string[]; changed: number }> {
  const targets = await findTargets(db, [...new Set(named.flatMap(({ codes }) => codes))]);
  const own = await findTargets(
    db,
    named.map(({ id }) => id),
  );
  const links = { from: [] as number[], to: [] as number[], positions: [] as number[] };
  const linked: string[] = [];
  for (const { id, codes } of named) {
    if (codes.every((code) => targets.has(code))) linked.push(id);
    for (const variant of own.get(id) ?? [])
      [...new Set(codes)].forEach((code, position) => {
        const target = sameOptions(targets.get(code) ?? [], variant);
        if (!target || target.id === variant.id) return;
        links.from.push(variant.id);
        links.to.push(target.id);
        links.positions.push(position);
      });
  }
  return { linked, changed: await write(db, [...own.values()].flat(), links) };
}

async function write(
  db: Publishing['db'],
  variants: readonly Target[],
  { from, to, positions }: { from: number[]; to: number[]; positions: number[] },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with desired as (
      select distinct on (variant_id, analogue_id) *
      from unnest(${list(from)}::int[], ${list(to)}::int[], ${list(positions)}::int[]) as d (variant_id, analogue_id, position)),
    removed as (
      delete from analogue a where a.variant_id = any(${list(variants.map(({ id }) => id))}::int[]) and a.is_from_1c
        and not exists (select from desired d where d.variant_id = a.variant_id and d.analogue_id = a.analogue_id)
      returning 1),
    written as (
      insert into analogue as a (variant_id, analogue_id, reason, position, is_from_1c)
      select variant_id, analogue_id, 'equivalent', position, true from desired
      on conflict (variant_id, analogue_id) do update set position = excluded.position
        where a.is_from_1c and a.position <> excluded.position
      returning 1)
    select ((select count(*) from removed) + (select count(*) from written))::int as count`.execute(db);
  const changed = rows[0]?.count ?? 0;
  if (changed > 0) await bumpCatalog(db);
  return changed;
}

/** Variants by what names them: their id, their product's id, their vendor code or a bar code; the surest name counts. */
async function findTargets(
  db: Publishing['db'],
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly Target[]>> {
  const wanted = sql`${[...codes]}::text[]`;
  const { rows } = await sql<Target & { rank: number }>`
    select v.external_id as code, v.id, v.options, 1 as rank, v.position from variant v
      where v.external_id = any(${wanted}) and v.status = 'active'
    union all
    select p.external_id, v.id, v.options, 2, v.position from product p join variant v on v.product_id = p.id
      where p.external_id = any(${wanted}) and v.status = 'active'
    union all
    select v.sku, v.id, v.options, 3, v.position from variant v where v.sku = any(${wanted}) and v.status = 'active'
    union all
    select b.code, v.id, v.options, 4, v.position from variant v, unnest(v.barcodes) as b (code)
      where v.barcodes && ${wanted} and b.code = any(${wanted}) and v.status = 'active'
    order by rank, position, id`.execute(db);
  const found = new Map<string, { rank: number; targets: Target[] }>();
  for (const { code, rank, ...target } of rows) {
    const entry = found.get(code) ?? { rank, targets: [] };
    if (entry.rank === rank) entry.targets.push({ code, ...target });
    found.set(code, entry);
  }
  return new Map([...found].map(([code, { targets }]) => [code, targets]));
}

function sameOptions(targets: readonly Target[], { options }: Target): Target | undefined {
  const same = targets.find((target) =>
    Object.entries(options).every(([code, value]) => target.options[code] === value),
  );
  return same ?? targets[0];
}
