import type { Facets } from '@kontor/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';

const test = useTestGateway();

/** Facet values of every active variant that visitors see, with its product. */
async function everything(): Promise<
  { product: string; path: string[]; values: Map<string, Set<string>> }[]
> {
  const rows = await test()
    .deps.database.system.selectFrom('variant')
    .innerJoin('product', 'product.id', 'variant.product_id')
    .innerJoin('category', 'category.id', 'product.category_id')
    .innerJoin('assortment_product', 'assortment_product.product_id', 'product.id')
    .where('assortment_product.assortment_id', '=', 'public')
    .where('variant.status', '=', 'active')
    .where('product.status', '=', 'active')
    .select([
      'product.id as product',
      'category.path as path',
      'product.brand as brand',
      'product.attributes as productAttributes',
      'variant.attributes as attributes',
      'variant.options as options',
    ])
    .execute();
  return rows.map(({ product, path, brand, productAttributes, attributes, options }) => {
    const values = new Map<string, Set<string>>();
    const add = (code: string, value: string) =>
      values.set(code, new Set([...(values.get(code) ?? []), value]));
    for (const { code, value } of [...productAttributes, ...attributes]) add(code, value);
    for (const [code, value] of Object.entries(options)) add(code, value);
    if (brand !== null && !values.has('brand')) add('brand', brand);
    return { product, path, values };
  });
}

it('counts products under all other filters, like counting by hand', async () => {
  const rows = await everything();
  const codes = ['diameter', 'length', 'coating', 'strength', 'brand', 'standard', 'keySize'];
  const valuesOf = (code: string) => [
    ...new Set(rows.flatMap(({ values }) => [...(values.get(code) ?? [])])),
  ];
  const filter = fc
    .constantFrom(...codes)
    .chain((code) =>
      fc.tuple(
        fc.constant(code),
        fc.uniqueArray(fc.constantFrom(...valuesOf(code)), { minLength: 1, maxLength: 3 }),
      ),
    );
  const category = fc.constantFrom(undefined, 'cat_fasteners', 'cat_bolts', 'cat_screws');
  await fc.assert(
    fc.asyncProperty(fc.array(filter, { maxLength: 3 }), category, async (entries, category) => {
      const filters: Record<string, string[]> = Object.fromEntries(entries);
      const passes = (values: Map<string, Set<string>>, but?: string) =>
        Object.entries(filters).every(
          ([code, wanted]) => code === but || wanted.some((value) => values.get(code)?.has(value)),
        );
      const inside = rows.filter(({ path }) => category === undefined || path.includes(category));
      const { body } = await test().request<Facets>(
        'GET',
        `/v1/products/facets?filters=${encodeURIComponent(JSON.stringify(filters))}${category === undefined ? '' : `&category=${category}`}`,
      );
      const total = new Set(inside.filter(({ values }) => passes(values)).map(({ product }) => product)).size;
      expect(body.total).toBe(total);
      for (const facet of body.items) {
        const counts = new Map<string, Set<string>>();
        for (const { product, values } of inside)
          if (passes(values, facet.code))
            for (const value of values.get(facet.code) ?? [])
              counts.set(value, (counts.get(value) ?? new Set()).add(product));
        expect(new Map(facet.values.map(({ value, count }) => [value, count]))).toEqual(
          new Map([...counts].map(([value, products]) => [value, products.size])),
        );
      }
    }),
    { numRuns: 25 },
  );
});
