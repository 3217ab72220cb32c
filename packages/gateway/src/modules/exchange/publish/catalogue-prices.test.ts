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
let type = '';
beforeEach(() => {
  own += 1;
  product = `catalogued-${String(own)}`;
  type = `catalogue-type-${String(own)}`;
});

const load = (...files: ExchangeFile[]): Promise<Imported> =>
  importFiles(database(), files, { settings: defineExchange(), now: shop().clock.now() });

const catalogue = (price: string, currency = 'руб', id = product) =>
  catalogueFile([
    {
      id,
      more: `<Цены><Цена><ИдТипаЦены>${type}</ИдТипаЦены><ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу><Валюта>${currency}</Валюта></Цена></Цены>`,
    },
  ]);

async function pricesOf(): Promise<unknown[]> {
  const { rows } = await sql<{ id: string; amount: number; currency: string }>`
    select v.external_id as id, trim_scale(p.amount)::float as amount, t.currency
    from price p join variant v on v.id = p.variant_id join price_type t on t.id = p.price_type_id
    where t.external_id = ${type} order by 1`.execute(database());
  return rows.map(({ id, amount, currency }) => [id, amount, currency]);
}

describe('prices in a catalogue', () => {
  it('are those of its products, and change nothing when they come again', async () => {
    await load(catalogue('4170'));
    expect(await pricesOf()).toEqual([[product, 4170, 'RUB']]);
    const { changes } = await load(catalogue('4170'));
    expect(changes.prices).toBe(0);
  });

  it('of 0 are none: 1C writes it where nobody has set a price', async () => {
    await load(catalogue('7'));
    await load(catalogue('0.00'));
    expect(await pricesOf()).toEqual([]);
  });

  it('give way to those of offers in any order', async () => {
    const offers = offersFile([{ id: product, prices: { [type]: '5' } }]);
    await load(catalogue('7'), offers);
    const forwards = await pricesOf();
    await load(offers);
    await load(catalogue('8'));
    expect([forwards, await pricesOf()]).toEqual([[[product, 5, 'RUB']], [[product, 5, 'RUB']]]);
  });

  it('are those of its variants where offers have none', async () => {
    const options = { Цвет: 'белый' };
    await load(catalogue('7'), offersFile([{ id: `${product}#a`, options }]));
    expect(await pricesOf()).toEqual([[`${product}#a`, 7, 'RUB']]);
  });

  it('tell the currency of their type', async () => {
    const declared = `<ТипыЦен><ТипЦены><Ид>${type}</Ид><Наименование>Опт</Наименование><Валюта>руб</Валюта></ТипЦены></ТипыЦен>`;
    await load(catalogueFile([], { classifier: declared }), catalogue('7', 'USD'));
    expect(await pricesOf()).toEqual([[product, 7, 'USD']]);
  });
});
