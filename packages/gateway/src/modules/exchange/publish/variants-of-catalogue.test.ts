import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';

import { catalogueFile, offersFile } from '../../../../test/onec-files.js';
import { useTestGateway } from '../../../../test/test-gateway.js';
import { importFiles, type Imported } from '../import-files.js';
import type { ExchangeFile } from '../read-file.js';
import { defineExchange } from '../settings.js';

const shop = useTestGateway();
const database = () => shop().database.database.system;

/** Ids of 1C are a test's own. */
let own = 0;
let product = '';
beforeEach(() => {
  own += 1;
  product = `listed-${String(own)}`;
});

const load = (...files: ExchangeFile[]): Promise<Imported> =>
  importFiles(database(), files, { settings: defineExchange(), now: shop().clock.now() });

/** A catalogue that lists variants as products. */
const catalogue = (colours: Record<string, string>, marks = '') =>
  catalogueFile(
    Object.entries(colours).map(([id, colour]) => ({
      id: `${product}#${id}`,
      name: 'Стол',
      article: product,
      more: `${marks}<ХарактеристикиТовара><ХарактеристикаТовара><Наименование>Цвет</Наименование><Значение>${colour}</Значение></ХарактеристикаТовара></ХарактеристикиТовара>`,
    })),
    { isFull: true },
  );
const offers = () =>
  offersFile(
    [
      { id: `${product}#a`, name: 'Стол', prices: { retail: '5' } },
      { id: `${product}#b`, name: 'Стол', prices: { retail: '6' } },
    ],
    { isFull: true },
  );

async function variantsOf(): Promise<unknown[]> {
  const { rows } = await sql<{ name: string; options: unknown; amount: number }>`
    select v.name->>'ru' as name, v.options, trim_scale(p.amount)::float as amount
    from variant v join product on product.id = v.product_id join price p on p.variant_id = v.id
    where product.external_id = ${product} order by v.position`.execute(database());
  return rows.map(({ name, options, amount }) => [name, options, amount]);
}

const white = ['Стол, белый', { tsvet: 'белый' }, 5];

describe('variants that a catalogue lists', () => {
  it('keep their characteristics when a full package of offers comes, in any order', async () => {
    await load(catalogue({ a: 'белый', b: 'красный' }), offers());
    const forwards = await variantsOf();
    await load(offers());
    await load(catalogue({ a: 'белый', b: 'красный' }));
    expect(forwards).toEqual([white, ['Стол, красный', { tsvet: 'красный' }, 6]]);
    expect(await variantsOf()).toEqual(forwards);
  });

  it('have the characteristics that the last catalogue tells', async () => {
    await load(catalogue({ a: 'белый', b: 'красный' }), offers());
    await load(catalogue({ a: 'белый', b: 'синий' }));
    expect(await variantsOf()).toEqual([white, ['Стол, синий', { tsvet: 'синий' }, 6]]);
  });

  it('come back when a catalogue does not mark them as deleted any more', async () => {
    const colours = { a: 'белый' };
    const statuses = async (): Promise<string[]> => {
      const rows = await database()
        .selectFrom('variant')
        .select('status')
        .where('external_id', 'like', `${product}#%`)
        .execute();
      return rows.map(({ status }) => status);
    };
    await load(catalogue(colours, '<ПометкаУдаления>true</ПометкаУдаления>'));
    const marked = await statuses();
    await load(catalogue(colours));
    expect([marked, await statuses()]).toEqual([['discontinued'], ['active']]);
  });

  it('wait for the offers that describe them, and the journal tells', async () => {
    const { run } = await load(
      catalogueFile([{ id: product, name: 'Стол' }]),
      offersFile([{ id: `${product}#a`, rests: { main: '1' } }]),
    );
    const told = await database()
      .selectFrom('exchange_problem')
      .select(['code', 'record_id', 'record_name', 'message'])
      .where('run_id', '=', run)
      .execute();
    expect(told).toEqual([
      {
        code: 'orphan_offer',
        record_id: product,
        record_name: 'Стол',
        message: 'Prices or stock of 1 of its variants, which no offers described: they wait for those',
      },
    ]);
  });

  it('change nothing when they come again', async () => {
    const files = [catalogue({ a: 'белый', b: 'красный' }), offers()];
    await load(...files);
    const { changes } = await load(...files);
    expect(changes).toEqual({ balances: 0, companies: 0, prices: 0, products: 0, variants: 0 });
  });
});
