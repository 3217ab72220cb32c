import { json } from '../../database/json.js';
import type { DemoRows } from '../demo-rows.js';
import { demoAssortments } from '../ids.js';
import { daysFrom } from '../instants.js';
import { hashText } from '../random.js';
import type { DemoCatalogue, DemoProduct } from './catalogue-rows.js';
import { sortKeyOf } from '../../modules/catalog/slug.js';

type CatalogueTables = Required<
  Pick<DemoRows, 'category' | 'product' | 'variant' | 'assortment' | 'assortment_product'>
>;

/** The catalogue as rows of its tables. */
export function catalogueTables(catalogue: DemoCatalogue, now: Date): CatalogueTables {
  const updated = daysFrom(now, -1);
  return {
    category: catalogue.categories.map(({ id, parentId, name, slug, position, path }) => ({
      id,
      external_id: `1c-${id}`,
      parent_id: parentId,
      name: json(name),
      slug,
      position,
      path: [...path],
      sort_key: sortKeyOf(name.ru ?? ''),
    })),
    product: catalogue.products.map((product) => ({
      id: product.id,
      external_id: `1c-${product.id}`,
      category_id: product.categoryId,
      name: json(product.name),
      slug: product.slug,
      description: json(product.description),
      brand: product.brand,
      attributes: json(product.attributes),
      options: json(product.options),
      pictures: json([
        { url: `/v1/pictures/${product.slug}.svg`, width: 640, height: 480, alt: product.name },
      ]),
      sort_key: sortKeyOf(product.name.ru ?? ''),
      status: product.status,
      created_at: daysFrom(now, -30 - (hashText(product.id) % 700)),
      updated_at: updated,
    })),
    variant: catalogue.variants.map((variant) => ({
      id: variant.id,
      external_id: `1c-var-${variant.id}`,
      product_id: variant.product.id,
      sku: variant.sku,
      name: json(variant.name),
      options: json(variant.options),
      attributes: json(variant.attributes),
      barcodes: variant.barcodes,
      unit_code: variant.unit.code,
      unit_name: variant.unit.name,
      rule_min: variant.rule.min,
      rule_step: variant.rule.step,
      rule_max: variant.rule.max ?? null,
      packs: json(variant.rule.packs ?? []),
      picture: null,
      vat_rate: variant.vatRate,
      weight_grams: String(variant.weightGrams),
      position: variant.position,
      status: variant.status,
      updated_at: updated,
    })),
    assortment: [
      { id: demoAssortments.public, external_id: null, name: 'Общий', is_public: true },
      {
        id: demoAssortments.uralprom,
        external_id: '1c-asm-uralprom',
        name: 'Уралпром-Холдинг',
        is_public: false,
      },
      { id: demoAssortments.salons, external_id: '1c-asm-salons', name: 'Салоны красоты', is_public: false },
      { id: demoAssortments.export, external_id: '1c-asm-export', name: 'Экспорт', is_public: false },
    ],
    assortment_product: catalogue.products.flatMap((product) =>
      assortmentsOf(product, catalogue).map((assortment_id) => ({ assortment_id, product_id: product.id })),
    ),
  };
}

const salonConsumables = new Set(['cat_gloves', 'cat_tapes', 'cat_cable-ties']);

function assortmentsOf(product: DemoProduct, { categories }: DemoCatalogue): string[] {
  if (product.isPrivate) return [demoAssortments.uralprom];
  const path = categories.find(({ id }) => id === product.categoryId)?.path ?? [];
  const isCosmetic = path[0] === 'cat_cosmetics';
  return [
    demoAssortments.public,
    ...(path[0] === 'cat_fasteners' || path[0] === 'cat_tools' || path[0] === 'cat_safety'
      ? [demoAssortments.uralprom]
      : []),
    ...(isCosmetic || salonConsumables.has(product.categoryId) ? [demoAssortments.salons] : []),
    ...(isCosmetic || path[0] === 'cat_chemistry' || path[0] === 'cat_plumbing'
      ? []
      : [demoAssortments.export]),
  ];
}
