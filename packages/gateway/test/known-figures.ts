import type { Price } from '@kontor/contract';

import type { TestAnswer } from './test-gateway.js';

/** Finds figures in texts however they are written. */
export interface KnownFigures {
  /** The figures of these that stand in the text. */
  in(text: string): string[];
}

/**
 * Figures that must not be told. Each is searched with a point, a comma or nothing between its digits, with spaces between
 * thousands, and by its first four digits where it has a fraction of four.
 */
export function knownFigures(figures: Iterable<string>): KnownFigures {
  const patterns = [...new Set(figures)].flatMap((figure) => {
    const [whole = '', fraction = ''] = figure.split('.');
    if ((whole + fraction).replace(/^0+/, '').length < 4) return [];
    const rest = fraction === '' ? '' : `[.,]?${fraction}`;
    const begun = fraction.length === 4 ? [`${whole}[.,]${fraction.slice(0, 1)}\\d*`] : [];
    return [`${whole}${rest}(?:0*)(?!\\d)`, ...begun].map((pattern) => ({
      figure,
      pattern: new RegExp(`(?<![\\w.,:-])${pattern}(?![\\w])`),
    }));
  });
  return {
    in(text) {
      const joined = text.replaceAll(/(?<=\d)[   ](?=\d{3}(?!\d))/g, '');
      return [...new Set(patterns.filter(({ pattern }) => pattern.test(joined)).map(({ figure }) => figure))];
    },
  };
}

/** Every amount that a price tells. */
export function amountsOf({
  unitPrice,
  basePrice,
  lineTotal,
  net,
  vat,
  total,
  tiers,
}: Partial<Price>): string[] {
  const amounts = [unitPrice, basePrice, lineTotal, net, vat, total];
  return [...amounts, ...(tiers ?? []).map((tier) => tier.unitPrice)].filter((each) => each !== undefined);
}

/** Everything that an answer says: status line aside, headers and body. */
export function saidBy({ headers, text }: TestAnswer): string {
  return `${[...headers].map((each) => each.join(': ')).join('\n')}\n${text}`;
}

/** An answer without what differs from one cart or moment to the next. */
export function comparable({ status, text }: TestAnswer): string {
  return `${String(status)} ${text
    .replaceAll(/"\w{3}_[0-9a-z]{24}"/g, '"id"')
    .replaceAll(/"requestId":"[^"]*"/g, '"requestId":""')
    .replaceAll(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"instant"')
    .replaceAll(/"name":"probe [^"]*"/g, '"name":"probe"')}`;
}
