import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openEmbedded, type EmbeddedDatabase } from '../database/embedded.js';
import { migrate } from '../database/migrate.js';
import { reindexSearch } from '../modules/catalog/service.js';
import { wellKnown } from './ids.js';
import { loadDemo } from './load-demo.js';

const options = {
  size: 'small',
  now: new Date('2026-11-20T09:00:00.000Z'),
  passwords: {
    hash: (password: string) => Promise.resolve(`hash of ${password}`),
    verify: () => Promise.resolve(true),
  },
} as const;

describe('loadDemo', () => {
  let database: EmbeddedDatabase;
  let keysBefore: unknown;
  const keys = async () =>
    (
      await sql`select conrelid::regclass::text as name, conname, pg_get_constraintdef(oid) as definition, convalidated from pg_constraint where contype in ('p', 'u', 'f') order by 1, 2`.execute(
        database.system,
      )
    ).rows;

  beforeAll(async () => {
    database = await openEmbedded();
    await migrate(database);
    keysBefore = await keys();
    await loadDemo(database, options);
  });
  afterAll(() => database.close());

  it('leaves every key as it found it', async () => {
    expect(await keys()).toEqual(keysBefore);
  });

  it('stores documents as documents, not as texts', async () => {
    const variant = await database.system
      .selectFrom('variant')
      .select(['name', 'options', 'packs', 'barcodes', 'rule_step'])
      .where('sku', '=', wellKnown.packs)
      .executeTakeFirstOrThrow();
    expect(variant).toMatchObject({
      name: { ru: 'Болт DIN 933 M8×40 8.8 оцинкованный' },
      options: { diameter: '8', length: '40', coating: 'цинк' },
      rule_step: '20.000000',
    });
    expect(variant.packs).toHaveLength(2);
    expect(variant.barcodes[0]).toMatch(/^\d{13}$/);
  });

  it('stores prices that are valid now, once were and will be', async () => {
    const found = await sql<{
      past: number;
      future: number;
    }>`select count(*) filter (where valid_to < ${options.now}) as past, count(*) filter (where valid_from > ${options.now}) as future from price`.execute(
      database.system,
    );
    expect(found.rows[0]?.past).toBeGreaterThan(0);
    expect(found.rows[0]?.future).toBeGreaterThan(0);
  });

  it('is searchable as if it had been indexed from the database', async () => {
    const documents = () =>
      database.system
        .selectFrom('search_product')
        .select(['product_id', 'document'])
        .orderBy('product_id')
        .execute();
    const loaded = await documents();
    await reindexSearch(database);
    expect(loaded).toEqual(await documents());
  });

  it('numbers the next variant after the last one', async () => {
    const last = await database.system
      .selectFrom('variant')
      .select(({ fn }) => [fn.max('id').as('id'), fn.min('product_id').as('product')])
      .executeTakeFirstOrThrow();
    const next = await database.system
      .insertInto('variant')
      .values({
        product_id: last.product,
        sku: 'NEXT',
        name: '{"ru":"Новый"}',
        picture: null,
        external_id: null,
        rule_max: null,
        vat_rate: null,
        weight_grams: null,
        updated_at: options.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect(next.id).toBe(last.id + 1);
  });

  it('refuses a database that has data in it', async () => {
    await expect(loadDemo(database, options)).rejects.toThrow('needs an empty database');
  });
});
