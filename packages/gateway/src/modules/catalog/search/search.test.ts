import type { Page, ProductSummary, Suggestions } from '@kontor/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { useTestGateway } from '../../../../test/test-gateway.js';
import { wellKnown } from '../../../demo/ids.js';
import { reindexSearch } from '../service.js';

const test = useTestGateway();

async function suggest(query: string, locale = 'ru'): Promise<Suggestions> {
  const path = `/v1/suggest?query=${encodeURIComponent(query)}&limit=20`;
  return (await test().request<Suggestions>('GET', path, { headers: { 'accept-language': locale } })).body;
}

async function skus(query: string): Promise<string[]> {
  return (await suggest(query)).variants.map(({ sku }) => sku);
}

describe('search', () => {
  it.each([
    ['whole', 'болт M8×40'],
    ['with Cyrillic letters in the size', 'болт м8х40'],
    ['with a star in the size', 'болт М8*40'],
    ['with spaces in the size', 'болт м8 х 40'],
    ['in parts', 'болт м8 40'],
    ['in another order', 'м8х40 8.8 din 933 болт'],
    ['in another case', 'болтами м8х40'],
    ['half typed', 'бол м8х4'],
    ['with a letter replaced', 'бопт м8х40'],
    ['with letters swapped', 'блот м8х40'],
    ['with a letter missing', 'блт м8х40 din 933'],
    ['with a letter too many', 'больт м8х40'],
    ['on the other keyboard', ',jkn v8[40'],
    ['in Latin letters', 'bolt m8x40'],
    ['joined', 'din933 м8х40'],
    ['with a word that is unknown', 'болт м8х40 купить'],
  ])('finds a bolt by its name %s', async (_, query) => {
    expect((await skus(query)).filter((sku) => /^DIN933-.*-M8X40-/.test(sku))).not.toEqual([]);
  });

  it.each([
    ['as it is', wellKnown.packs],
    ['without separators', 'din93388m8x40zn'],
    ['in look-alike letters', 'DIN933-8.8-М8Х40-ZN'],
    ['with other separators', 'DIN933 8,8 M8*40 ZN'],
  ])('puts the variant of an SKU %s first', async (_, query) => {
    const { variants } = await suggest(query);
    expect(variants[0]).toMatchObject({ sku: wellKnown.packs, matchedBy: 'sku' });
  });

  it('finds a barcode', async () => {
    const { body } = await test().request<{ barcodes: string[] }>('GET', `/v1/variants/${wellKnown.packs}`);
    const { variants } = await suggest(body.barcodes[0] ?? '');
    expect(variants).toMatchObject([{ sku: wellKnown.packs, matchedBy: 'barcode' }]);
  });

  it('finds SKUs by their beginning', async () => {
    const found = await skus('DIN933-8.8-M8X4');
    expect(found[0]).toMatch(/^DIN933-8\.8-M8X4/);
  });

  it('tells what it corrected', async () => {
    expect((await suggest('самарез')).corrected).toBe('саморез');
    expect((await suggest('cfvjhtp')).corrected).toBe('саморез');
    expect((await suggest('саморез')).corrected).toBeNull();
  });

  it('finds discontinued variants by whole SKU only', async () => {
    expect(await skus(wellKnown.discontinued)).toContain(wellKnown.discontinued);
    expect(await skus('болт din 933 м12х60 8.8 оцинкованный')).not.toContain(wellKnown.discontinued);
  });

  it('finds categories by the beginning of a word', async () => {
    const { categories } = await suggest('герм');
    expect(categories.map(({ slug }) => slug)).toContain('sealants');
  });

  it('answers names in the language of the caller', async () => {
    const { products } = await suggest('hex bolt', 'en');
    expect(products[0]?.name).toMatch(/^Hex bolt/);
  });

  it('puts products whose name begins so first', async () => {
    const { products } = await suggest('болт');
    expect(products.slice(0, 5).every(({ name }) => name.startsWith('Болт'))).toBe(true);
  });

  it.each(['', ' ', '???', '"', "'", '&|!()', '\\'])('lists everything for %j', async (query) => {
    const list = (path: string) => test().request<Page<ProductSummary>>('GET', path);
    const searched = await list(`/v1/products?query=${encodeURIComponent(query)}&limit=5`);
    expect(searched.body.items).toEqual((await list('/v1/products?limit=5')).body.items);
  });

  it.each(['м8', '10', 'м', '8.8'])('finds something sensible for %j', async (query) => {
    const { variants } = await suggest(query);
    expect(variants.length).toBeGreaterThan(5);
  });

  it('bears whatever is typed', async () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
      fc.string({
        unit: fc.constantFrom(...Array.from(`болтm8х40 .,'"%_\\&|!():*<->1`)),
        minLength: 1,
        maxLength: 200,
      }),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (query) => {
        const path = `query=${encodeURIComponent(query)}`;
        const suggested = await test().request('GET', `/v1/suggest?${path}`);
        const listed = await test().request('GET', `/v1/products?${path}&limit=1`);
        // Refused as a whole (control characters) or answered, never failed.
        expect([200, 422]).toContain(suggested.status);
        expect([200, 422]).toContain(listed.status);
      }),
      { numRuns: 60 },
    );
    expect(test().logged.filter((line) => line.startsWith('request failed'))).toEqual([]);
  });

  it('finds a changed name after it was indexed again', async () => {
    const { system } = test().deps.database;
    const { id } = await system
      .updateTable('variant')
      .set({ name: '{"ru":"Болт титановый чудесный"}' })
      .where('sku', '=', wellKnown.tiers)
      .returning('product_id as id')
      .executeTakeFirstOrThrow();
    await reindexSearch({ system }, { productIds: [id] });
    await expect.poll(() => skus('чудесный')).toEqual([wellKnown.tiers]);
  });
});
