import type { Availability, Price } from '@kontor/contract';
import { beforeAll, describe, expect, it } from 'vitest';

import { catalogueFile, offersFile } from '../../../../test/onec-files.js';
import { useTestGateway } from '../../../../test/test-gateway.js';
import { demoCompanies } from '../../../demo/ids.js';
import { importFiles } from '../import-files.js';
import type { ExchangeFile } from '../read-file.js';
import { defineExchange } from '../settings.js';

const shop = useTestGateway({ settings: { staleAfterHours: 24 } });
const database = () => shop().database.database.system;
const day = 86_400_000;
const [product, sku] = ['told-again', 'TOLD-AGAIN'];

/** Ids in 1C of the price type that the buyer has, and of a warehouse of his seller. */
let priceType = '';
let warehouse = '';
let token = '';

const load = (...files: ExchangeFile[]) =>
  importFiles(database(), files, { settings: defineExchange(), now: shop().clock.now() });

const told = () =>
  offersFile([{ id: product, prices: { [priceType]: '12.50' }, rests: { [warehouse]: '7' } }]);

/** What the buyer is told of its price and its stock. */
async function seen(): Promise<{ price: string; stock: string }> {
  const ask = async <Item>(path: string, body: object): Promise<Item | undefined> =>
    (await shop().request<{ items: Item[] }>('POST', path, { token, body })).body.items[0];
  const price = await ask<Price>('/v1/prices/resolve', { items: [{ sku, quantity: '1' }] });
  const stock = await ask<Availability>('/v1/stock/resolve', { skus: [sku] });
  return { price: price?.status ?? '', stock: stock?.status ?? '' };
}

beforeAll(async () => {
  token = await shop().signIn('owner@stroymaster.example.test');
  const terms = await database()
    .selectFrom('agreement')
    .innerJoin('price_type', 'price_type.id', 'agreement.price_type_id')
    .innerJoin('warehouse', 'warehouse.seller_id', 'agreement.seller_id')
    .select(['price_type.external_id as priceType', 'warehouse.external_id as warehouse'])
    .where('agreement.company_id', '=', demoCompanies.stroymaster)
    .where('agreement.is_default', '=', true)
    .limit(1)
    .executeTakeFirstOrThrow();
  priceType = terms.priceType ?? '';
  warehouse = terms.warehouse ?? '';
  await load(catalogueFile([{ id: product, article: sku }]), told());
});

describe('prices and stock that 1C does not change', () => {
  it('are stale when nobody speaks of them any more', async () => {
    expect(await seen()).toEqual({ price: 'ok', stock: 'ok' });
    shop().clock.advance(2 * day);
    expect(await seen()).toEqual({ price: 'stale', stock: 'stale' });
  });

  it('are fresh when they are told again', async () => {
    shop().clock.advance(2 * day);
    const { changes } = await load(told());
    expect([changes.prices, changes.balances]).toEqual([0, 0]);
    expect(await seen()).toEqual({ price: 'ok', stock: 'ok' });
  });

  it('are fresh when changes are told without them', async () => {
    shop().clock.advance(2 * day);
    const other = { id: 'told-anew', prices: { [priceType]: '1' }, rests: { [warehouse]: '1' } };
    await load(catalogueFile([{ id: 'told-anew' }]), offersFile([other]));
    expect(await seen()).toEqual({ price: 'ok', stock: 'ok' });
  });

  it('stay stale when a file speaks of other ones only', async () => {
    shop().clock.advance(2 * day);
    await load(offersFile([{ id: product, prices: { another: '5' }, rests: { elsewhere: '1' } }]));
    expect((await seen()).price).toBe('stale');
  });
});
