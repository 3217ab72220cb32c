import type { VariantReference } from '@kontor/contract';
import { sql, type Kysely } from 'kysely';

import type { PriceSegment } from '../../database/stored-values.js';
import type { Tables } from '../../database/tables.js';

/** Things of the shop by what another system calls them. */
export type Found<Thing> = ReadonlyMap<string, Thing>;

/** Companies by their ids in the accounting system; those that it does not know, by their ids in the shop. */
export async function findCompanies(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Found<{ id: string; sellerId: string }>> {
  const { rows } = await sql<{ name: string; id: string; sellerId: string }>`
    select coalesce(external_id, id) as name, id, seller_id as "sellerId" from company
    where external_id = any(${[...ids]}::text[]) or (external_id is null and id = any(${[...ids]}::text[]))`.execute(
    db,
  );
  return byName(rows);
}

interface KnownAgreement {
  readonly id: string;
  readonly companyId: string;
  readonly segments: readonly PriceSegment[] | null;
}

/** Agreements with their companies and segments. */
export async function findAgreements(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Found<KnownAgreement>> {
  const { rows } = await sql<KnownAgreement & { name: string }>`
    select coalesce(external_id, id) as name, id, company_id as "companyId", segments from agreement
    where external_id = any(${[...ids]}::text[]) or (external_id is null and id = any(${[...ids]}::text[]))`.execute(
    db,
  );
  return byName(rows);
}

/** Categories, sellers, price types or warehouses. */
export async function findNamed(
  db: Kysely<Tables>,
  table: 'category' | 'price_type' | 'seller' | 'warehouse',
  ids: readonly string[],
): Promise<Found<string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ name: string; id: string }>`
    select coalesce(external_id, id) as name, id from ${sql.table(table)}
    where external_id = any(${[...ids]}::text[]) or (external_id is null and id = any(${[...ids]}::text[]))`.execute(
    db,
  );
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/** Finds variants by id or SKU. */
export async function findVariants(
  db: Kysely<Tables>,
  references: readonly VariantReference[],
): Promise<(reference: VariantReference) => number | undefined> {
  const ids = references.flatMap((each) => ('id' in each ? [each.id] : []));
  const skus = references.flatMap((each) => ('sku' in each ? [each.sku] : []));
  const { rows } = await sql<{ id: number; externalId: string | null; sku: string }>`
    select id, external_id as "externalId", sku from variant
    where external_id = any(${ids}::text[]) or sku = any(${skus}::text[])`.execute(db);
  const byId = new Map(rows.map(({ id, externalId }) => [externalId, id]));
  const bySku = new Map(rows.map(({ id, sku }) => [sku, id]));
  return (reference) => ('id' in reference ? byId.get(reference.id) : bySku.get(reference.sku));
}

/** What a reference says, for messages. */
export const referenceText = (reference: VariantReference): string =>
  'id' in reference ? reference.id : reference.sku;

function byName<Row extends { readonly name: string }>(rows: readonly Row[]): Found<Row> {
  return new Map(rows.map((row) => [row.name, row]));
}
