import { wellKnown, demoPriceTypes } from '../ids.js';
import type { DemoVariant } from '../catalogue/catalogue-rows.js';
import type { DemoRows, PriceColumns } from '../demo-rows.js';
import { daysFrom } from '../instants.js';
import { hashText } from '../random.js';

/** A price type with what it makes of the retail price. */
interface PriceTypeSeed {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly digits: number;
  /** Thousandths of the retail price. */
  readonly perMille: number;
  readonly hasTiers: boolean;
}

const priceTypes: readonly PriceTypeSeed[] = [
  { id: demoPriceTypes.retail, name: 'Розница', currency: 'RUB', digits: 2, perMille: 1000, hasTiers: false },
  {
    id: demoPriceTypes.smallWholesale,
    name: 'Мелкий опт',
    currency: 'RUB',
    digits: 3,
    perMille: 880,
    hasTiers: false,
  },
  { id: demoPriceTypes.wholesale, name: 'Опт', currency: 'RUB', digits: 4, perMille: 800, hasTiers: true },
  {
    id: demoPriceTypes.largeWholesale,
    name: 'Крупный опт',
    currency: 'RUB',
    digits: 4,
    perMille: 740,
    hasTiers: true,
  },
  {
    id: demoPriceTypes.urals,
    name: 'Региональная, Урал',
    currency: 'RUB',
    digits: 4,
    perMille: 835,
    hasTiers: false,
  },
  {
    id: demoPriceTypes.exportEur,
    name: 'Экспорт, EUR',
    currency: 'EUR',
    digits: 4,
    perMille: 8.4,
    hasTiers: false,
  },
];

/** Price types as rows; roubles include VAT, euros do not. */
export function priceTypeRows(): Required<Pick<DemoRows, 'price_type'>> {
  return {
    price_type: priceTypes.map(({ id, name, currency, digits }) => ({
      id,
      external_id: `1c-${id}`,
      name,
      currency,
      includes_vat: currency === 'RUB',
      rounding_digits: digits,
    })),
  };
}

/** Price of a variant under a price type in ten-thousandths of its currency, from the quantity of the first tier on. */
export function basePrice(variant: DemoVariant, priceTypeId: string): number | undefined {
  const type = priceTypes.find(({ id }) => id === priceTypeId);
  if (type === undefined || isOnRequest(variant)) return undefined;
  if (variant.sku === wellKnown.cheapest && priceTypeId === demoPriceTypes.largeWholesale) return 123;
  const unit = 10 ** (4 - type.digits);
  return Math.max(unit, Math.round((variant.retail * type.perMille) / 1000 / unit) * unit);
}

/** Whether a variant has no price of any type. */
export function isOnRequest({ sku }: DemoVariant): boolean {
  return sku === wellKnown.withoutPrice || (hashText(`price ${sku}`) % 250 === 0 && !knownSkus.has(sku));
}

const knownSkus: ReadonlySet<string> = new Set(Object.values(wellKnown));
const knownTiers = [
  [500, 950],
  [2000, 900],
  [10_000, 850],
] as const;
const usualTiers = [
  [5, 970],
  [20, 940],
  [100, 900],
] as const;

/** Every price, in the order of the table's key. */
export function priceColumns(variants: readonly DemoVariant[], now: Date): PriceColumns {
  const columns: PriceColumns = {
    priceTypes: [],
    variants: [],
    minQuantities: [],
    validFrom: [],
    validTo: [],
    amounts: [],
  };
  const lastWeek = daysFrom(now, -7).toISOString();
  const nextWeek = daysFrom(now, 7).toISOString();
  const longAgo = daysFrom(now, -90).toISOString();
  const add = (
    variant: DemoVariant,
    type: string,
    from: string,
    validFrom: string,
    validTo: string,
    amount: number,
  ): void => {
    columns.priceTypes.push(type);
    columns.variants.push(variant.id);
    columns.minQuantities.push(from);
    columns.validFrom.push(validFrom);
    columns.validTo.push(validTo);
    columns.amounts.push(amountText(amount));
  };
  for (const variant of variants) {
    if (isOnRequest(variant)) continue;
    const hash = hashText(`tiers ${variant.sku}`);
    const tiers =
      variant.sku === wellKnown.tiers
        ? knownTiers
        : hash % 10 === 0 && !knownSkus.has(variant.sku)
          ? usualTiers
          : [];
    const isRising = hash % 97 === 1 && !knownSkus.has(variant.sku);
    for (const type of sortedTypes) {
      const price = basePrice(variant, type.id) ?? 0;
      if (isRising && type.currency === 'RUB') {
        add(variant, type.id, '0', longAgo, lastWeek, Math.round(price * 0.9) || 1);
        add(variant, type.id, '0', lastWeek, nextWeek, price);
        add(variant, type.id, '0', nextWeek, 'infinity', Math.round(price * 1.08));
      } else add(variant, type.id, '0', '-infinity', 'infinity', price);
      if (type.hasTiers)
        for (const [multiple, perMille] of tiers)
          add(
            variant,
            type.id,
            tierFrom(variant, multiple),
            '-infinity',
            'infinity',
            Math.max(1, Math.round((price * perMille) / 1000)),
          );
    }
  }
  return columns;
}

const sortedTypes = [...priceTypes].sort((left, right) => (left.id < right.id ? -1 : 1));

function tierFrom({ sku, rule }: DemoVariant, multiple: number): string {
  return sku === wellKnown.tiers ? String(multiple) : String(Number(rule.step) * multiple);
}

/** Writes ten-thousandths as a decimal. */
export function amountText(amount: number): string {
  const text = String(amount).padStart(5, '0');
  return `${text.slice(0, -4)}.${text.slice(-4)}`;
}
