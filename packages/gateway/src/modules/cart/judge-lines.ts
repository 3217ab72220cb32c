import type { LineProblem, Price } from '@kontor/contract';

import type { AgreementTerms } from '../../caller.js';
import { compare, decimal } from '../../money/decimal.js';
import type { BuyerScope } from '../../scope.js';
import type { CatalogVariant } from '../catalog/types.js';
import type { Pricing } from '../pricing/service.js';
import type { StockService } from '../stock/types.js';
import { applyRule } from './ordering-rule.js';
import type { StoredLine } from './queries.js';

/** A line without what prices and stock say of it. */
export type UnpricedLine = Pick<
  StoredLine,
  'variantId' | 'position' | 'quantity' | 'comment' | 'seenUnitPrice'
>;

/** What judges lines. */
export interface LineJudges {
  pricing: Pricing;
  stock: StockService;
}

/** Prices lines and finds their problems, all at once. Variants that are gone altogether must be in the map too. */
export async function judgeLines(
  { pricing, stock }: LineJudges,
  scope: BuyerScope,
  lines: readonly UnpricedLine[],
  variants: ReadonlyMap<number, CatalogVariant>,
  options: { agreement?: AgreementTerms } = {},
): Promise<StoredLine[]> {
  const known = lines.flatMap((line) => {
    const variant = variants.get(line.variantId);
    return variant ? [{ line, variant }] : [];
  });
  const prices = await pricing.resolve(
    scope,
    known.map(({ line, variant }) => ({ variant, quantity: line.quantity })),
    options,
  );
  const free = await stock.free(
    scope,
    known.map(({ variant }) => variant.id),
  );
  const judged: StoredLine[] = [];
  for (const [index, { line, variant }] of known.entries()) {
    const price = prices[index];
    if (!price) continue;
    const problems = [
      ...problemsOfVariant(variant, line.quantity),
      ...problemsOfPrice(price, line.seenUnitPrice),
    ];
    const shortage = await stock.shortage(scope, line.quantity, free.get(variant.id) ?? '0');
    if (variant.isVisible && shortage) problems.push({ code: 'notEnoughStock', blocking: true, ...shortage });
    judged.push(judgedLine(line, price, problems));
  }
  return judged;
}

function judgedLine(line: UnpricedLine, price: Price, problems: LineProblem[]): StoredLine {
  const isPriced = price.status === 'ok' || price.status === 'stale';
  return {
    ...line,
    priceStatus: price.status,
    unitPrice: isPriced ? (price.unitPrice ?? null) : null,
    vatRate: isPriced ? (price.vatRate ?? null) : null,
    net: isPriced ? (price.net ?? null) : null,
    vat: isPriced ? (price.vat ?? null) : null,
    // What the buyer saw stays until a check has told of the change.
    seenUnitPrice: line.seenUnitPrice ?? (isPriced ? (price.unitPrice ?? null) : null),
    problems,
    isBlocked: problems.some(({ blocking }) => blocking),
  };
}

function problemsOfVariant(
  { isVisible, isDiscontinued, rule }: CatalogVariant,
  quantity: string,
): LineProblem[] {
  if (!isVisible) return [{ code: 'notAssorted', blocking: true }];
  const problems: LineProblem[] = isDiscontinued ? [{ code: 'discontinued', blocking: true }] : [];
  const ruled = applyRule(quantity, rule);
  if (ruled.reason === 'belowMinimum' || ruled.reason === 'aboveMaximum' || ruled.reason === 'notMultiple') {
    problems.push({ code: ruled.reason, blocking: true, to: ruled.quantity });
  }
  return problems;
}

function problemsOfPrice({ status, unitPrice }: Price, seen: string | null): LineProblem[] {
  if (status === 'onRequest') return [{ code: 'priceOnRequest', blocking: true }];
  if (unitPrice === undefined || seen === null || compare(decimal(unitPrice), decimal(seen)) === 0) return [];
  return [{ code: 'priceChanged', blocking: false, from: seen, to: unitPrice }];
}
