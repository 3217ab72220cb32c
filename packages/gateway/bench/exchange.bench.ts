import { sql, type Kysely } from 'kysely';

import type { Row } from '../../../scripts/bench-row.js';
import type { Tables } from '../src/database/tables.js';
import { importFiles } from '../src/modules/exchange/import-files.js';
import { defineExchange } from '../src/modules/exchange/settings.js';
import { openBenchGateway, type BenchGateway } from './bench-gateway.js';
import { oneCExport, type ExportSize } from './onec-export.js';

const size: ExportSize = { products: 9200, variants: 5, priceTypes: 6, warehouses: 5 };

/** Imports of 46,000 variants with six prices and five balances each, beside bare INSERTs of the rows that they become. */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const engine of ['PGlite', 'PostgreSQL'] as const) {
    const bench = await openBenchGateway(engine, 'small');
    if (!bench) continue;
    rows.push(...(await measure(bench)));
    await bench.close();
  }
  return rows;
}

async function measure({ database: { system }, engine }: BenchGateway): Promise<Row[]> {
  const load = (options: Parameters<typeof oneCExport>[1]) =>
    seconds(() =>
      importFiles(system, oneCExport(size, options), { settings: defineExchange(), now: new Date() }),
    );
  const full = await load({});
  const same = await load({});
  const delta = await load({ every: 100, round: 1 });
  const floor = await insertAgain(system);
  return [
    row(`full import, 46,000 × 6 × 5, ${engine}`, full, floor, 'the same rows by bare INSERT', 3),
    row(`the same import again, ${engine}`, same, full, 'the full import'),
    row(`import of 1 % changed, ${engine}`, delta, full, 'the full import', 0.05),
  ];
}

/** Which rows of a table were imported. */
const imported = {
  product: sql`external_id like 'p%'`,
  variant: sql`external_id like 'p%'`,
  price: sql`variant_id in (select id from variant where external_id like 'p%')`,
  balance: sql`variant_id in (select id from variant where external_id like 'p%')`,
};

/** The floor: rows of the imported products, sent as they are into empty tables with the same keys and indexes. */
async function insertAgain(db: Kysely<Tables>): Promise<number> {
  let took = 0;
  for (const table of ['product', 'variant', 'price', 'balance'] as const) {
    await sql`create table ${sql.table(`${table}_floor`)} (like ${sql.table(table)} including all)`.execute(
      db,
    );
    const generated = table === 'variant' ? sql`overriding system value` : sql``;
    const list = sql.join((await columnsOf(db, table)).map((column) => sql.ref(column)));
    const { rows } = await sql<{ row: string }>`
      select row_to_json(t)::text as row from ${sql.table(table)} t where ${imported[table]}`.execute(db);
    took += await seconds(async () => {
      for (let start = 0; start < rows.length; start += 1000) {
        const chunk = `[${rows
          .slice(start, start + 1000)
          .map(({ row: text }) => text)
          .join(',')}]`;
        await sql`
          insert into ${sql.table(`${table}_floor`)} (${list}) ${generated}
          select ${list} from json_populate_recordset(null::${sql.table(table)}, ${chunk}::json)`.execute(db);
      }
    });
  }
  return took;
}

async function columnsOf(db: Kysely<Tables>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`.execute(db);
  return rows.map(({ name }) => name);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

function row(name: string, ours: number, reference: number, referenceName: string, most?: number): Row {
  const ratio = ours / reference;
  return {
    name,
    ours,
    unit: 's',
    reference,
    referenceName,
    ratio,
    goal: most === undefined ? '' : `≤ ${String(most)} ×`,
    pass: most === undefined || ratio <= most,
  };
}
