import { buildDocument } from '../modules/catalog/search/build-document.js';
import type { ProductDocument } from '../modules/catalog/search/product-document.js';
import { createWordCutter } from '../modules/catalog/search/word-cutter.js';
import type { Localized, StoredAttribute, StoredOption, Tables } from '../database/tables.js';
import { buildDemo } from './build-demo.js';
import type { DemoSize } from './catalogue/catalogue-rows.js';
import type { DemoRows } from './demo-rows.js';
import { insertBalances, insertPrices, insertRows, type Statement } from './insert-statements.js';
import { daysFrom } from './instants.js';

/** Everything that is put into the database, made without it. */
export interface PreparedDemo {
  readonly statements: readonly Statement[];
  /** What makes the catalogue searchable. */
  readonly documents: readonly { productId: string; document: ProductDocument }[];
}

/** Makes the demo supplier as statements: the same size, moment and hash give the same ones. */
export function prepareDemo(size: DemoSize, now: Date, passwordHash: string): PreparedDemo {
  const { rows, prices, balances } = buildDemo(size, now, passwordHash);
  const updatedAt = daysFrom(now, -0.05);
  return {
    statements: [
      ...Object.entries(rows).flatMap(([table, ofTable]) => [...insertRows(table as keyof Tables, ofTable)]),
      ...insertPrices(prices, updatedAt),
      ...insertBalances(balances, updatedAt),
    ],
    documents: documentsOf(rows),
  };
}

function documentsOf({ product = [], variant = [] }: DemoRows): PreparedDemo['documents'] {
  const active = variant
    .filter(({ status }) => status !== 'discontinued')
    .map(({ id = 0, product_id: productId, position = 0, name, options, attributes }) => ({
      id,
      productId,
      position,
      name: stored(name) as Localized,
      options: stored(options ?? '{}') as Record<string, string>,
      attributes: stored(attributes ?? '[]') as StoredAttribute[],
    }))
    .sort((left, right) => left.position - right.position || left.id - right.id);
  const byProduct = new Map(product.map(({ id }) => [id, [] as typeof active]));
  for (const each of active) byProduct.get(each.productId)?.push(each);
  const cut = createWordCutter();
  return product.map(({ id, name, brand, attributes, options }) => ({
    productId: id,
    document: buildDocument(
      {
        name: stored(name) as Localized,
        brand: brand ?? null,
        attributes: stored(attributes ?? '[]') as StoredAttribute[],
        options: stored(options ?? '[]') as StoredOption[],
        variants: byProduct.get(id) ?? [],
      },
      cut,
    ),
  }));
}

/** A value as jsonb gives it back: shorter keys first, then by their bytes. */
function stored(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).sort(
            ([left], [right]) => left.length - right.length || (left < right ? -1 : 1),
          ),
        )
      : value,
  );
}
