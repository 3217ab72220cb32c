import { isQuantity, tidyQuantity } from '@kontor/state';

/**
 * A quantity as a person writes it: `1 200`, `2,5`, `1.200` in German. Undefined when it is none.
 * The sign that the language does not use for fractions separates thousands only where exactly three digits follow.
 */
export function parseQuantity(text: string, locale: string): string | undefined {
  const bare = text.replace(/[\s\u00a0\u202f'’_]/g, '');
  const fraction = fractionSign(locale);
  const thousands = fraction === ',' ? '.' : ',';
  const grouped = new RegExp(`^\\d{1,3}(\\${thousands}\\d{3})+(\\${fraction}\\d+)?$`);
  const plain = grouped.test(bare) ? bare.replaceAll(thousands, '') : bare;
  const decimal = plain.replace(',', '.');
  return isQuantity(decimal) ? tidyQuantity(decimal) : undefined;
}

const fractionSign = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
