import { afterEach, describe, expect, test } from 'vitest';

import { bolts, useTestShops } from '../test/test-shop.js';
import type { Remote } from './remote.js';
import { when } from './when.js';

describe('variants of a shop', () => {
  const shops = useTestShops();
  const stops: (() => void)[] = [];
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
  });

  const settled = async <Value>({ $state }: Remote<Value>): Promise<unknown> => {
    stops.push($state.listen(() => undefined));
    const { value, error } = await when($state, ({ status }) => status !== 'loading');
    return error ?? value;
  };

  test('are asked for together when many are looked at', async () => {
    const shop = await shops.signedIn();
    await when(shop.session.$reader, (reader) => reader !== undefined);
    const skus = await shop.skus(20);
    shop.requests.length = 0;
    const found = await Promise.all(skus.map((sku) => settled(shop.products.variant(sku))));
    expect(found.map((variant) => (variant as { sku: string }).sku)).toEqual(skus);
    expect(shop.requests.filter((path) => path.includes('variants'))).toEqual(['POST /v1/variants/find']);
  });

  test('are read by their own address when one is looked at', async () => {
    const shop = await shops.signedIn();
    await when(shop.session.$reader, (reader) => reader !== undefined);
    shop.requests.length = 0;
    expect(await settled(shop.products.variant(bolts))).toMatchObject({ sku: bolts });
    expect(shop.requests.filter((path) => path.includes('variants'))).toEqual([`GET /v1/variants/${bolts}`]);
  });

  test('tell which of them nobody knows', async () => {
    const shop = shops.open();
    const [known, unknown] = await Promise.all(
      [bolts, 'NO-SUCH'].map((sku) => settled(shop.products.variant(sku))),
    );
    expect([known, unknown]).toMatchObject([{ sku: bolts }, { code: 'not_found' }]);
  });
});
