import type { DemoVariant } from '../catalogue/catalogue-rows.js';
import type { DemoRows } from '../demo-rows.js';
import { wellKnown } from '../ids.js';
import { createRandom } from '../random.js';

type Reason = 'equivalent' | 'newer' | 'cheaper' | 'competitor';

/** Analogues of about 15 % of the variants, and of the well-known ones that are out of stock or discontinued. */
export function analogueRows(variants: readonly DemoVariant[]): Required<Pick<DemoRows, 'analogue'>> {
  const random = createRandom('analogues');
  const bySku = new Map(variants.map((variant) => [variant.sku, variant]));
  const analogue: {
    variant_id: number;
    analogue_id: number;
    reason: Reason;
    ratio: string;
    position: number;
  }[] = [];
  const add = (
    variant: DemoVariant,
    others: readonly (readonly [DemoVariant | undefined, Reason, string])[],
  ): void => {
    let position = 0;
    const seen = new Set([variant.id]);
    for (const [other, reason, ratio] of others) {
      if (other === undefined || seen.has(other.id) || other.status !== 'active' || other.product.isPrivate)
        continue;
      seen.add(other.id);
      position += 1;
      analogue.push({ variant_id: variant.id, analogue_id: other.id, reason, ratio, position });
    }
  };
  const known: Readonly<Record<string, readonly string[]>> = {
    [wellKnown.outOfStock]: ['DIN933-8.8-M10X50-HDG', 'DIN933-8.8-M10X50-BP', 'DIN933-8.8-M10X60-ZN'],
    [wellKnown.discontinued]: ['DIN933-8.8-M12X60-HDG', 'DIN933-8.8-M12X60-BP'],
  };
  variants.forEach((variant, index) => {
    const own = known[variant.sku];
    if (own) {
      add(
        variant,
        own.map((sku, place) => [bySku.get(sku), place === 0 ? 'newer' : 'equivalent', '1'] as const),
      );
      return;
    }
    if (!random.chance(0.15)) return;
    const near = variants[index + random.whole(1, 3)];
    const far = variants[index - random.whole(1, 12)];
    add(variant, [
      [near?.product === variant.product ? near : undefined, 'equivalent', '1'],
      [
        far?.product === variant.product ? far : undefined,
        random.chance(0.5) ? 'cheaper' : 'newer',
        random.chance(0.1) ? '2' : '1',
      ],
      ...(random.chance(0.3)
        ? ([
            [
              variants[(index * 7 + 13) % variants.length]?.product.categoryId === variant.product.categoryId
                ? variants[(index * 7 + 13) % variants.length]
                : undefined,
              'competitor',
              '1',
            ],
          ] as const)
        : []),
    ]);
  });
  return { analogue };
}
