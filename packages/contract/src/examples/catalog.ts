import type { Category, catalogOperations, ProductSummary } from '../catalog.js';
import type { ExamplesOf } from './example.js';
import { byId, ids, sku, variant } from './shop.js';

const bolts: Category = { id: 'cat_bolts', name: 'Болты', slug: 'bolty', productCount: 214, children: [] };
const filters = '{"coating":["цинк"]}';

const summary: ProductSummary = {
  id: ids.product,
  name: 'Болт DIN 933 8.8 оцинкованный',
  slug: 'bolt-din-933-88',
  brand: 'Крепёж-Центр',
  categoryId: bolts.id,
  picture: variant.picture,
  variantCount: 96,
  firstSku: sku,
};

export const catalogExamples: ExamplesOf<typeof catalogOperations> = {
  categories: {
    answer: {
      items: [
        {
          id: 'cat_fasteners',
          name: 'Метрический крепёж',
          slug: 'metricheskij-krepezh',
          productCount: 640,
          children: [bolts],
        },
      ],
    },
  },
  listProducts: {
    query: { category: 'bolty', query: 'din 933 м8', filters, sort: 'relevance', limit: 24, total: 'true' },
    answer: {
      items: [{ ...summary, matches: [{ sku, name: variant.name }] }],
      nextCursor: 'WzAuOTIsInByZF9kaW45MzNfODgiXQ',
      total: 37,
    },
  },
  facets: {
    query: { category: 'bolty', filters },
    answer: {
      items: [
        {
          code: 'coating',
          name: 'Покрытие',
          unit: null,
          values: [
            { value: 'цинк', count: 120, isSelected: true },
            { value: 'без покрытия', count: 94, isSelected: false },
          ],
        },
      ],
      total: 120,
    },
  },
  getProduct: {
    ...byId('bolt-din-933-88'),
    answer: {
      id: ids.product,
      name: summary.name,
      slug: summary.slug,
      description: 'Болт с шестигранной головкой и полной резьбой, класс прочности 8.8.',
      brand: summary.brand,
      categoryId: bolts.id,
      categoryPath: [{ id: bolts.id, name: bolts.name, slug: bolts.slug }],
      pictures: variant.picture ? [variant.picture] : [],
      attributes: [{ code: 'strength', name: 'Класс прочности', value: '8.8', unit: null }],
      options: [
        { code: 'diameter', name: 'Резьба', unit: null, values: ['М6', 'М8', 'М10'] },
        { code: 'length', name: 'Длина', unit: 'мм', values: ['20', '40', '60'] },
      ],
      variantCount: 96,
    },
  },
  listVariants: {
    ...byId(ids.product),
    query: { filters: '{"diameter":["М8"]}', limit: 50 },
    answer: { items: [variant], nextCursor: null },
  },
  suggest: {
    query: { query: 'болт м8', limit: 6 },
    answer: {
      products: [summary],
      variants: [{ sku, productId: ids.product, name: variant.name, matchedBy: 'name' }],
      categories: [{ id: bolts.id, name: bolts.name, slug: bolts.slug }],
      corrected: null,
    },
  },
  getVariant: { params: { sku }, answer: variant },
  findVariants: {
    body: { skus: [sku, 'НЕТ-ТАКОГО'] },
    answer: {
      items: [
        { sku, variant },
        { sku: 'НЕТ-ТАКОГО', variant: null },
      ],
    },
  },
  analogues: {
    params: { sku },
    answer: {
      items: [
        {
          variant: {
            ...variant,
            sku: 'GOST7798-8.8-M8X40-ZN',
            name: 'Болт ГОСТ 7798 8.8 М8×40 оцинкованный',
          },
          reason: 'equivalent',
          ratio: '1',
        },
      ],
    },
  },
};
