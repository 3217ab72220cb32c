import { sql } from 'kysely';

import { demoDictionaries, fillBase, isOfDemo, OneC, Base } from '../../../examples/onec-simulator/index.mjs';
import type { Database } from '../src/database/database.js';
import { login } from './onec-client.js';

type OneCOptions = ConstructorParameters<typeof OneC>[0];

/** Bytes of a part: small, so that small files come in several. */
const partSize = 6000;

/** A 1C of the demo supplier with goods of its own; the same seed tells the same story. */
export function simulateOneC(
  url: () => string,
  { seed, count, ...options }: Partial<OneCOptions> & { seed: number; count: number },
): OneC {
  const base = new Base({ seed });
  fillBase(base, { ...demoDictionaries, count });
  return new OneC({
    base,
    url: () => `${url()}/1c/exchange`,
    ...login,
    knows: isOfDemo,
    partSize,
    pause: 10,
    ...options,
  });
}

/** Runs a job until it comes to its end, as a schedule does; what a gateway that died held is held for some seconds. */
export async function insist(job: () => Promise<boolean>): Promise<void> {
  for (const until = performance.now() + 60_000; performance.now() < until;) {
    if (await job()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The exchange never came to its end');
}

/** What the shop says of goods of 1C, by their ids, in the form of {@link told}. */
export async function shown({ system }: Pick<Database, 'system'>, base: Base): Promise<string[]> {
  const ids = base.state.goods.flatMap(({ id, article }) => (article.startsWith('НОВ-') ? [id] : []));
  const { rows } = await sql<{ text: string }>`
    select concat_ws(' ', v.external_id, p.name->>'ru',
      (select string_agg(t.external_id || '=' || round(r.amount, 2), ',' order by t.external_id)
        from price r join price_type t on t.id = r.price_type_id where r.variant_id = v.id),
      (select string_agg(w.external_id || '=' || trim_scale(b.quantity), ',' order by w.external_id)
        from balance b join warehouse w on w.id = b.warehouse_id where b.variant_id = v.id)) as text
    from variant v join product p on p.id = v.product_id
    where p.external_id = any(${ids}::text[]) and v.status = 'active' and p.status = 'active'`.execute(
    system,
  );
  return rows.map(({ text }) => text).sort();
}

/** What 1C has of its goods. */
export function told(base: Base): string[] {
  const { goods, prices, rests } = base.state;
  const pairs = (record: Record<string, number | string> = {}) =>
    Object.entries(record)
      .map(([key, value]) => `${key}=${String(value)}`)
      .sort()
      .join(',');
  return goods
    .filter(({ article, isDeleted }) => article.startsWith('НОВ-') && !isDeleted)
    .flatMap((each) =>
      base
        .offersOf(each)
        .map((offer) => `${offer} ${each.name} ${pairs(prices[offer])} ${pairs(rests[offer])}`),
    )
    .sort();
}
