import { afterEach, describe, expect, test, vi } from 'vitest';

import { owner, useTestShops, type TestShop } from '../test/test-shop.js';
import { demoAgreements } from '../../gateway/src/demo/ids.js';
import type { ProductPages } from './catalogue.js';
import { when } from './when.js';

const lists = (requests: readonly string[]): number =>
  requests.filter((path) => path === 'GET /v1/products').length;

describe('a catalogue', () => {
  const shops = useTestShops();
  const stops: (() => void)[] = [];
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
  });

  /** A shop whose catalogue is looked at, with its first page. */
  async function look(shop: TestShop = shops.open()): Promise<TestShop> {
    stops.push(shop.catalogue.$products.listen(() => undefined));
    await pages(shop);
    return shop;
  }

  const pages = async ({ catalogue }: TestShop): Promise<ProductPages> =>
    (await when(catalogue.$products, ({ status }) => status === 'ready')).value!;

  test('shows visitors the first page and how many there are', async () => {
    const { items, total, hasMore } = await pages(await look());
    expect(items).toHaveLength(60);
    expect(total).toBeGreaterThan(60);
    expect(hasMore).toBe(true);
  });

  test('appends pages without a gap or a double', async () => {
    const shop = await look();
    await shop.catalogue.more();
    await shop.catalogue.more();
    const { items } = await pages(shop);
    const { items: all } = (await await shops
      .gateway()
      .gateway.fetch(new Request('http://gateway.test/v1/products?limit=180'))
      .then((answer) => answer.json())) as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  test('narrows the list and its facets by one query', async () => {
    const shop = await look();
    shop.catalogue.refine({ filters: { coating: ['горячий цинк'] } });
    const { total } = await pages(shop);
    const { value } = await when(shop.catalogue.facets.$state, ({ status }) => status === 'ready');
    expect(total).toBe(value?.total);
    expect(total).toBeLessThan(100);
  });

  test('asks for nothing when the query stays the same', async () => {
    const shop = await look();
    shop.catalogue.refine({ category: 'bolts' });
    await pages(shop);
    const asked = lists(shop.requests);
    shop.catalogue.refine({ category: 'bolts', query: '', filters: {} });
    expect(shop.catalogue.$products.get().status).toBe('ready');
    expect(lists(shop.requests)).toBe(asked);
  });

  test('reads no facets anew when only the order changes', async () => {
    const shop = await look();
    stops.push(shop.catalogue.facets.$state.listen(() => undefined));
    await when(shop.catalogue.facets.$state, ({ status }) => status === 'ready');
    shop.requests.length = 0;
    shop.catalogue.refine({ sort: '-name' });
    await pages(shop);
    expect(shop.requests).toEqual(['GET /v1/products']);
  });

  test('drops the answer to a query that was left', async () => {
    const shop = await look();
    const release = shop.hold(/^GET \/v1\/products$/);
    shop.catalogue.show({ category: 'bolts' });
    shop.catalogue.show({ category: 'nuts' });
    release();
    const { total } = await pages(shop);
    const { value: categories } = await when(
      shop.catalogue.categories.$state,
      ({ status }) => status === 'ready',
    );
    const nuts = categories?.flatMap(({ children }) => children).find(({ slug }) => slug === 'nuts');
    expect(total).toBe(nuts?.productCount);
  });

  test('keeps the former list while another one loads', async () => {
    const shop = await look();
    const { items } = await pages(shop);
    shop.catalogue.show({ category: 'bolts' });
    expect(shop.catalogue.$products.get()).toMatchObject({
      status: 'loading',
      value: { items, isGrowing: false },
    });
  });

  test('keeps what is there when the next page fails', async () => {
    const shop = await look();
    shop.cut = { path: /products/, when: 'before' };
    await shop.catalogue.more();
    const { status, value } = shop.catalogue.$products.get();
    expect([status, value?.items.length, value?.isGrowing]).toEqual(['failed', 60, true]);
    shop.cut = undefined;
    await shop.catalogue.retry();
    expect((await pages(shop)).items).toHaveLength(120);
  });

  test('comes back to the place where one was', async () => {
    const shop = shops.open();
    stops.push(shop.catalogue.$products.listen(() => undefined));
    await shop.catalogue.restore(150);
    expect((await pages(shop)).items).toHaveLength(150);
  });

  test('gives up coming back when the connection is lost', async () => {
    const shop = await look();
    shop.cut = { path: /products/, when: 'before' };
    await shop.catalogue.restore(150);
    expect(shop.catalogue.$products.get()).toMatchObject({
      status: 'failed',
      value: { items: { length: 60 } },
    });
  });

  test('tells what was searched instead of a typo', async () => {
    const shop = await look();
    stops.push(shop.catalogue.corrected.$state.listen(() => undefined));
    shop.catalogue.refine({ query: 'саморезз' });
    await vi.waitFor(() => expect(shop.catalogue.corrected.$state.get().value).toBe('саморез'));
    shop.catalogue.refine({ query: '' });
    await vi.waitFor(() => expect(shop.catalogue.corrected.$state.get().value).toBeNull());
  });

  test('shows the assortment of the agreement that counts', async () => {
    const shop = await look(await shops.signedIn(owner));
    const { total } = await pages(shop);
    await shop.session.selectAgreement(demoAgreements.stroymasterEur);
    const exported = await pages(shop);
    expect(exported.total).not.toBe(total);
    await shop.session.switchBack();
    await vi.waitFor(async () => expect((await pages(shop)).total).toBe(total));
  });
});
