import type { Suggestions } from '@kontor/contract';
import { sql } from 'kysely';

import type { Row } from '../../../scripts/bench-row.js';
import { median } from '../../../scripts/measure.mjs';
import type { Localized } from '../src/database/tables.js';
import { createRandom } from '../src/demo/random.js';
import { openBenchGateway, type BenchGateway } from './bench-gateway.js';

const prefixQueries = 100;
const typoQueries = 400;

/** Search over 46,000 names through the whole gateway, beside PostgreSQL's own means on the same database. */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const engine of ['PGlite', 'PostgreSQL'] as const) {
    const bench = await openBenchGateway(engine, 'full');
    if (!bench) continue;
    rows.push(...(await measure(bench)));
    await bench.close();
  }
  return rows;
}

async function measure(bench: BenchGateway): Promise<Row[]> {
  const { system } = bench.database;
  const variants = await system
    .selectFrom('variant')
    .innerJoin('assortment_product', 'assortment_product.product_id', 'variant.product_id')
    .select(['variant.sku as sku', 'variant.name as name'])
    .where('assortment_product.assortment_id', '=', 'public')
    .where('variant.status', '=', 'active')
    .orderBy('variant.id')
    .execute();
  await sql`create index bench_name on variant using gin ((name ->> 'ru') gin_trgm_ops)`.execute(system);
  await sql`analyze variant`.execute(system);
  const random = createRandom('search bench');
  const pick = () => variants[random.whole(0, variants.length - 1)];
  await suggest(bench, 'болт');

  const prefix: number[] = [];
  const substring: number[] = [];
  for (let index = 0; index < prefixQueries; index += 1) {
    const text = pick()?.name.ru ?? '';
    const query = text.slice(0, random.whole(3, Math.min(18, text.length)));
    prefix.push((await suggest(bench, query)).took);
    substring.push(
      await time(() =>
        sql`select sku from variant where (name ->> 'ru') ilike ${`%${query}%`} limit 20`.execute(system),
      ),
    );
  }

  const typo: number[] = [];
  const trigram: number[] = [];
  let found = 0;
  let asked = 0;
  while (asked < typoQueries) {
    const variant = pick();
    const query = variant && withTypo(asked % 4 === 3 ? { ru: variant.name.en ?? '' } : variant.name, random);
    if (query === undefined) continue;
    asked += 1;
    const { took, skus } = await suggest(bench, query);
    typo.push(took);
    if (skus.slice(0, 5).includes(variant?.sku ?? '')) found += 1;
    if (asked % 20 === 0)
      trigram.push(
        await time(() =>
          sql`select sku from variant where (name ->> 'ru') % ${query} order by similarity((name ->> 'ru'), ${query}) desc limit 20`.execute(
            system,
          ),
        ),
      );
  }
  const recall = (100 * found) / asked;
  return [
    row(`search by prefix, ${bench.engine}`, median(prefix), median(substring), 'indexed substring', 10),
    row(`search with a typo, ${bench.engine}`, median(typo), median(trigram), 'trigram similarity', 40),
    {
      name: `right item in the first 5 of ${String(asked)} one-typo queries, ${bench.engine}`,
      ours: recall,
      unit: '%',
      reference: 100,
      referenceName: 'every time',
      ratio: recall / 100,
      goal: '≥ 95 %',
      pass: recall >= 95,
    },
  ];
}

function row(name: string, ours: number, reference: number, referenceName: string, most: number): Row {
  return {
    name,
    ours,
    unit: 'ms',
    reference,
    referenceName,
    ratio: ours / reference,
    goal: `≤ ${String(most)} ms`,
    pass: ours <= most,
  };
}

async function suggest({ gateway }: BenchGateway, query: string): Promise<{ took: number; skus: string[] }> {
  let skus: string[] = [];
  const took = await time(async () => {
    const url = `http://bench/v1/suggest?query=${encodeURIComponent(query.slice(0, 200))}`;
    const { variants } = (await (await gateway.fetch(new Request(url))).json()) as Suggestions;
    skus = variants.map(({ sku }) => sku);
  });
  return { took, skus };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The name with one slip in one of its words; undefined when it has no word of four letters. */
function withTypo(name: Localized, random: ReturnType<typeof createRandom>): string | undefined {
  const words = (name.ru ?? '').split(' ');
  const places = words.flatMap((word, place) => (/^\p{L}{4,}$/u.test(word) ? [place] : []));
  const place = places[random.whole(0, Math.max(0, places.length - 1))];
  if (place === undefined) return undefined;
  const word = words[place] ?? '';
  const at = random.whole(1, word.length - 2);
  const alphabet = /[a-z]/i.test(word) ? 'abcdefghijklmnoprstuvwyz' : 'абвгдежзийклмнопрстуфхцчшыьэюя';
  const letter = alphabet.charAt(random.whole(0, alphabet.length - 1));
  const slips = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ];
  const slipped = slips[random.whole(0, 3)] ?? word;
  if (slipped === word) return undefined;
  return words.map((each, index) => (index === place ? slipped : each)).join(' ');
}
