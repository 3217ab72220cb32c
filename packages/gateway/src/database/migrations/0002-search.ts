import { sql, type Kysely } from 'kysely';

/** What makes the catalogue searchable, and the revision that every kept answer belongs to. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Another value after every change of the catalogue. Not a counter: a restored backup must not count into old ETags.
  `create table catalog_revision (
     id boolean primary key default true check (id), revision text not null default gen_random_uuid()::text)`,
  `insert into catalog_revision default values`,

  // Lists are ordered by the beginning of the key: a cursor has to carry it.
  `create index product_list on product (left(sort_key, 100), id)`,

  // The words and facet values of a product and its variants, packed; gateways keep them in memory.
  `create table search_product (
     product_id text primary key references product on delete cascade, revision text not null default gen_random_uuid()::text,
     document text not null)`,
  `create table search_word (word text primary key, stem text not null)`,

  // A code without separators, with Cyrillic letters that look like Latin ones written in Latin: СГМ-3,5х25 → сгm35x25.
  `create function kontor_code_key(value text) returns text language sql immutable strict parallel safe as $$
     select regexp_replace(
       translate(lower(value), 'авекмнорстухіё×*', 'abekmhopctyxiexx'), '[^0-9a-zа-яїєґäöüß]', '', 'g') $$`,
  `alter table variant add column code_key text generated always as (kontor_code_key(sku)) stored`,
  `create index variant_code_key on variant (code_key text_pattern_ops)`,
  `create index variant_barcodes on variant using gin (barcodes)`,
  `alter table customer_code add column code_key text generated always as (kontor_code_key(code)) stored`,
  `create index customer_code_key on customer_code (company_id, code_key)`,
] as const;
