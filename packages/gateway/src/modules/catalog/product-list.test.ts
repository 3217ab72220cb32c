import type { Page, Problem, ProductSummary, Variant } from '@kontor/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { largestProduct } from '../../demo/ids.js';
import { bumpCatalog } from './service.js';

const test = useTestGateway();

async function everyPage<Item>(path: string, limit: number, between?: () => Promise<void>): Promise<Item[]> {
  const items: Item[] = [];
  let after = '';
  do {
    const { body } = await test().request<Page<Item>>(
      'GET',
      `${path}${path.includes('?') ? '&' : '?'}limit=${String(limit)}${after}`,
    );
    items.push(...body.items);
    await between?.();
    after = body.nextCursor === null ? '' : `&after=${encodeURIComponent(body.nextCursor)}`;
  } while (after !== '');
  return items;
}

describe('a list of products', () => {
  it('gives the same products in pages of any size', async () => {
    const paths = fc.constantFrom(
      '/v1/products',
      '/v1/products?sort=-name',
      '/v1/products?sort=newest',
      `/v1/products?query=${encodeURIComponent('болт')}`,
      `/v1/products?query=${encodeURIComponent('болт')}&sort=-name`,
      '/v1/products?category=bolts&sort=name',
      `/v1/products?filters=${encodeURIComponent('{"diameter":["8","10"]}')}`,
    );
    await fc.assert(
      fc.asyncProperty(paths, fc.integer({ min: 1, max: 60 }), async (path, limit) => {
        const whole = await everyPage<ProductSummary>(path, 200);
        const pages = await everyPage<ProductSummary>(path, Math.max(limit, Math.ceil(whole.length / 8)));
        expect(pages.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
        expect(new Set(pages.map(({ id }) => id)).size).toBe(whole.length);
      }),
      { numRuns: 20 },
    );
  });

  it('neither skips nor repeats when products come and go', async () => {
    const { system } = test().deps.database;
    const before = await everyPage<ProductSummary>('/v1/products', 200);
    let added = 0;
    const seen = await everyPage<ProductSummary>('/v1/products', 20, async () => {
      added += 1;
      const id = `prd_new-${String(added)}`;
      await system
        .insertInto('product')
        .values({
          id,
          external_id: null,
          category_id: 'cat_hex-bolts',
          name: '{"ru":"А"}',
          slug: id,
          brand: null,
          sort_key: added % 2 === 0 ? 'а' : 'я',
          created_at: new Date(),
          updated_at: new Date(),
        })
        .execute();
      await system
        .insertInto('assortment_product')
        .values({ assortment_id: 'public', product_id: id })
        .execute();
      await bumpCatalog(system);
    });
    const ids = seen.map(({ id }) => id);
    expect(ids.filter((id) => !id.startsWith('prd_new'))).toEqual(before.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('counts only when asked to', async () => {
    const asked = await test().request<Page<ProductSummary>>('GET', '/v1/products?category=bolts&total=true');
    const unasked = await test().request<Page<ProductSummary>>('GET', '/v1/products?category=bolts');
    expect(asked.body.total).toBe(asked.body.items.length);
    expect(unasked.body).not.toHaveProperty('total');
  });

  it('refuses the cursor of another order', async () => {
    const { body } = await test().request<Page<ProductSummary>>('GET', '/v1/products?limit=1&sort=newest');
    const answer = await test().request<Problem>(
      'GET',
      `/v1/products?after=${body.nextCursor ?? ''}&sort=name`,
    );
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid_request']);
  });

  it('is empty for a category that does not exist', async () => {
    const { body } = await test().request<Page<ProductSummary>>('GET', '/v1/products?category=nothing');
    expect(body).toEqual({ items: [], nextCursor: null });
  });
});

describe('variants of a product', () => {
  it('come in their order, all of them, whatever the page', async () => {
    const path = `/v1/products/${largestProduct}/variants`;
    const whole = await everyPage<Variant>(path, 200);
    const pages = await everyPage<Variant>(path, 17);
    expect(pages.map(({ sku }) => sku)).toEqual(whole.map(({ sku }) => sku));
    expect(whole.length).toBeGreaterThan(60);
  });

  it('are filtered by options and attributes', async () => {
    const filters = encodeURIComponent(JSON.stringify({ diameter: ['8', '10'], keySize: ['13'] }));
    const found = await everyPage<Variant>(`/v1/products/${largestProduct}/variants?filters=${filters}`, 200);
    expect(new Set(found.map(({ options }) => options['diameter']))).toEqual(new Set(['8']));
  });
});
