import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';

import { importFiles } from '../src/modules/exchange/import-files.js';
import type { ExchangeFile } from '../src/modules/exchange/read-file.js';
import { defineExchange } from '../src/modules/exchange/settings.js';
import { createTestDatabase } from './test-database.js';
import { testTime } from './test-time.js';

/** Real exports are not part of this repository. They are looked for beside it, or where `KONTOR_COMMERCEML_FILES` says. */
const folder =
  process.env['KONTOR_COMMERCEML_FILES'] ?? join(import.meta.dirname, '../../../../shared/data/commerceml');
const listing = join(folder, 'EXPECTED.json');
const isThere = existsSync(listing);
const names = isThere
  ? Object.keys(JSON.parse(readFileSync(listing, 'utf8')) as object).filter((name) => name.endsWith('.xml'))
  : [];
/** An export is a folder of files that belong together. */
const exportNames = [...new Set(names.map((name) => name.slice(0, name.indexOf('/'))))];
const filesOf = (name: string): ExchangeFile[] =>
  names
    .filter((each) => each.startsWith(`${name}/`))
    .map((each) => ({ name: each, open: () => createReadStream(join(folder, each)) }));

const load = (db: Parameters<typeof importFiles>[0], files: ExchangeFile[]) =>
  importFiles(db, files, { settings: defineExchange(), now: testTime });

/** Everything of the shop that came from 1C, by its ids. */
async function shopOf(db: Parameters<typeof importFiles>[0]): Promise<unknown> {
  const { rows } = await sql<{ shop: unknown }>`
    select jsonb_build_object(
      'products', (select jsonb_agg(jsonb_build_array(p.external_id, p.name, p.status, p.attributes, p.options, c.external_id)
        order by p.external_id) from product p join category c on c.id = p.category_id join exchange_source s on s.kind = 'product' and s.id = p.external_id),
      'variants', (select jsonb_agg(jsonb_build_array(v.external_id, v.name, v.options, v.status, v.unit_name, v.vat_rate)
        order by v.external_id) from variant v where v.external_id is not null and exists (select from exchange_source s where s.product_id = split_part(v.external_id, '#', 1))),
      'prices', (select jsonb_agg(jsonb_build_array(v.external_id, t.external_id, p.amount) order by v.external_id, t.external_id, p.amount)
        from price p join variant v on v.id = p.variant_id join price_type t on t.id = p.price_type_id
        where exists (select from exchange_source s where s.product_id = split_part(v.external_id, '#', 1))),
      'balances', (select jsonb_agg(jsonb_build_array(v.external_id, w.external_id, b.quantity) order by v.external_id, w.external_id)
        from balance b join variant v on v.id = b.variant_id join warehouse w on w.id = b.warehouse_id
        where exists (select from exchange_source s where s.product_id = split_part(v.external_id, '#', 1)))) as shop`.execute(
    db,
  );
  return rows[0]?.shop;
}

describe.skipIf(!isThere)('real exports', () => {
  it.each(exportNames)('of %s come in whole, and change nothing the second time', async (name) => {
    const { database, remove } = await createTestDatabase();
    const { files } = await load(database.system, filesOf(name));
    const again = await load(database.system, filesOf(name));
    const { rows } = await sql<{ told: number; live: number }>`
      select count(*)::int as told, count(p.id)::int as live
      from exchange_source s left join product p on p.external_id = s.id where s.kind = 'product'`.execute(
      database.system,
    );
    await remove();
    expect(files.flatMap(({ error }) => error ?? [])).toEqual([]);
    expect(rows[0]?.live).toBe(rows[0]?.told);
    expect(again.changes).toEqual({ balances: 0, companies: 0, prices: 0, products: 0, variants: 0 });
  });

  it.each(['AlexMobiCraft__FREESPORT-B2B', 'wagood__commerceml', 'andrtechno__mod-exchange1c'])(
    'of %s make the same shop in any order',
    async (name) => {
      const [forwards, backwards] = await Promise.all([createTestDatabase(), createTestDatabase()]);
      await load(forwards.database.system, filesOf(name));
      // A run per file, so that everything is published in this order.
      for (const file of filesOf(name).toReversed()) await load(backwards.database.system, [file]);
      const shops = [await shopOf(forwards.database.system), await shopOf(backwards.database.system)];
      await Promise.all([forwards.remove(), backwards.remove()]);
      expect(shops[1]).toEqual(shops[0]);
    },
  );
});

if (!isThere) it.skip('real exports are not there: set KONTOR_COMMERCEML_FILES to their folder', () => {});
