import { createRandom } from '../random.js';
import { wellKnown } from '../ids.js';
import { buildFamily } from './build-family.js';
import type { DemoCatalogue, DemoCategory, DemoProduct, DemoSize, DemoVariant } from './catalogue-rows.js';
import { categoryTree, type CategorySeed } from './categories.js';
import { ean13 } from './ean13.js';
import { allFamilies } from './families/all-families.js';
import { variantsByProduct } from './variants-by-product.js';

/** Active variants of the full demo supplier. */
export const fullVariantCount = 46_000;

/** Makes the catalogue; the same size gives the same rows. */
export function buildCatalogue(size: DemoSize): DemoCatalogue {
  const built = allFamilies.flatMap((family) => buildFamily(family, size));
  discontinue(built);
  const variants = size === 'full' ? cutTo(built, fullVariantCount) : built;
  applyWellKnown(variants);
  number(variants);
  const products = [...new Set(variants.map(({ product }) => product))];
  listOptions(products, variants);
  const used = new Set(products.map(({ categoryId }) => categoryId));
  return {
    categories: categoriesOf(categoryTree, null, []).filter(({ id }) => leads(id, used)),
    products,
    variants,
  };
}

function discontinue(variants: readonly DemoVariant[]): void {
  const random = createRandom('discontinued');
  for (const variant of variants)
    if (variant.sku === wellKnown.discontinued || (random.chance(0.008) && !knownSkus.has(variant.sku)))
      variant.status = 'discontinued';
}

const knownSkus: ReadonlySet<string> = new Set(Object.values(wellKnown));

/** Cuts the tails of the largest products until exactly `count` active variants are left. */
function cutTo(variants: readonly DemoVariant[], count: number): DemoVariant[] {
  let surplus = variants.filter(({ status }) => status === 'active').length - count;
  if (surplus < 0) throw new Error(`The families make ${-surplus} variants too few`);
  const byProduct = variantsByProduct(variants);
  const dropped = new Set<DemoVariant>();
  for (let limit = 800; surplus > 0; limit -= 20) {
    for (const group of byProduct.values()) {
      for (let index = group.length - 1; index >= limit && surplus > 0; index -= 1) {
        const variant = group[index];
        if (
          variant === undefined ||
          dropped.has(variant) ||
          variant.status !== 'active' ||
          knownSkus.has(variant.sku)
        )
          continue;
        dropped.add(variant);
        surplus -= 1;
      }
    }
  }
  return variants.filter((variant) => !dropped.has(variant));
}

function applyWellKnown(variants: readonly DemoVariant[]): void {
  for (const variant of variants) {
    if (variant.sku === wellKnown.packs)
      variant.rule = {
        min: '20',
        step: '20',
        packs: [
          { name: 'пачка', quantity: '20' },
          { name: 'коробка', quantity: '100' },
        ],
      };
  }
}

function number(variants: readonly DemoVariant[]): void {
  const positions = new Map<DemoProduct, number>();
  const random = createRandom('barcodes');
  variants.forEach((variant, index) => {
    const position = (positions.get(variant.product) ?? 0) + 1;
    positions.set(variant.product, position);
    variant.id = index + 1;
    variant.position = position;
    const own = ean13(`4607${String(10_000_000 + index)}`);
    const ofPack = ean13(`4608${String(10_000_000 + index)}`);
    variant.barcodes = knownSkus.has(variant.sku)
      ? [own]
      : random.chance(0.05)
        ? []
        : random.chance(0.06)
          ? [own, ofPack]
          : [own];
  });
}

function listOptions(products: readonly DemoProduct[], variants: readonly DemoVariant[]): void {
  const axesByFamily = new Map(allFamilies.map(({ code, axes }) => [code, axes]));
  const byProduct = variantsByProduct(variants);
  for (const product of products) {
    const group = byProduct.get(product) ?? [];
    if (group.every(({ status }) => status === 'discontinued')) product.status = 'discontinued';
    product.options = (axesByFamily.get(product.family) ?? []).map(({ code, name, unit, values }) => {
      const used = new Set(group.map(({ options }) => options[code]));
      return {
        code,
        name,
        ...(unit === undefined ? {} : { unit }),
        values: values.map(({ text }) => text).filter((text) => used.has(text)),
      };
    });
  }
}

function categoriesOf(
  seeds: readonly CategorySeed[],
  parent: DemoCategory | null,
  above: readonly string[],
): DemoCategory[] {
  return seeds.flatMap(([code, ru, en, children = []], index) => {
    const id = `cat_${code}`;
    const path = [...above, id];
    const category = {
      id,
      parentId: parent?.id ?? null,
      name: { ru, en },
      slug: code,
      position: index + 1,
      path,
    };
    return [category, ...categoriesOf(children, category, path)];
  });
}

function leads(id: string, used: ReadonlySet<string>): boolean {
  const descendants = (seeds: readonly CategorySeed[], isInside: boolean): boolean =>
    seeds.some(
      ([code, , , children = []]) =>
        ((isInside || `cat_${code}` === id) && used.has(`cat_${code}`)) ||
        descendants(children, isInside || `cat_${code}` === id),
    );
  return descendants(categoryTree, false);
}
