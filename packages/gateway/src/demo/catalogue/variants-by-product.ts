import type { DemoProduct, DemoVariant } from './catalogue-rows.js';

/** Variants of each product, in their order. */
export function variantsByProduct(variants: readonly DemoVariant[]): Map<DemoProduct, DemoVariant[]> {
  const groups = new Map<DemoProduct, DemoVariant[]>();
  for (const variant of variants) {
    const group = groups.get(variant.product);
    if (group) group.push(variant);
    else groups.set(variant.product, [variant]);
  }
  return groups;
}
