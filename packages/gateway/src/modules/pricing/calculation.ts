import type { PriceStep, Tier } from '@kontor/contract';

import type { AgreementTerms, CompanyTerms } from '../../caller.js';
import {
  add,
  compare,
  decimal,
  divide,
  isZero,
  multiply,
  plain,
  subtract,
  type Decimal,
} from '../../money/decimal.js';
import type { PriceTypeTerms } from './queries.js';
import type { PriceCandidate } from './types.js';

/** What turns a stored price into a unit price under an agreement. */
export interface Terms {
  agreement: AgreementTerms;
  priceType: PriceTypeTerms | undefined;
  grade: CompanyTerms['grade'];
  /** Base-currency units per unit of a currency; the base currency itself is 1. */
  rateOf: (currency: string) => string | undefined;
}

/** A unit price and where it came from. */
export interface UnitPrice {
  unitPrice: Decimal;
  /** Before the grade; equal to the unit price without one. */
  basePrice: Decimal;
  candidate: PriceCandidate;
}

const one = decimal('1');
const hundred = decimal('100');
const order: readonly PriceCandidate['source'][] = ['agreement', 'company', 'priceType'];

/** The stored price that applies at a quantity: the first source that has a tier for it, its highest tier. */
export function candidateAt(
  candidates: readonly PriceCandidate[],
  quantity: Decimal,
): PriceCandidate | undefined {
  for (const source of order) {
    let best: PriceCandidate | undefined;
    for (const candidate of candidates) {
      if (candidate.source !== source || compare(candidate.from, quantity) > 0) continue;
      if (!best || isBetter(candidate, best)) best = candidate;
    }
    if (best) return best;
  }
  return undefined;
}

/** Highest tier; of equal ones (a dated price over an open one) the one that ends, else the newer. */
function isBetter(candidate: PriceCandidate, than: PriceCandidate): boolean {
  const tier = compare(candidate.from, than.from);
  if (tier !== 0) return tier > 0;
  if ((candidate.validTo === null) !== (than.validTo === null)) return candidate.validTo !== null;
  return candidate.updatedAt > than.updatedAt;
}

/**
 * The unit price of a stored one: coefficient, conversion, VAT basis and grade are exact fractions; it is rounded once, half up,
 * at the end. Individual prices take neither coefficient nor grade and stand in the agreement's VAT mode.
 * Undefined when a rate is missing.
 */
export function unitPriceOf(
  candidate: PriceCandidate,
  terms: Terms,
  vatRate: string | null,
): UnitPrice | undefined {
  const { agreement, priceType, grade, rateOf } = terms;
  const isListed = candidate.source === 'priceType';
  let numerator = decimal(candidate.amount);
  let denominator = one;
  if (isListed && agreement.coefficient !== '1')
    numerator = multiply(numerator, decimal(agreement.coefficient));
  if (candidate.currency !== agreement.currency) {
    const from = rateOf(candidate.currency);
    const to = rateOf(agreement.currency);
    if (from === undefined || to === undefined) return undefined;
    numerator = multiply(numerator, decimal(from));
    denominator = multiply(denominator, decimal(to));
  }
  if (isListed && priceType && vatRate !== null && agreement.vatMode !== 'none') {
    const withVat = add(hundred, decimal(vatRate));
    if (priceType.includesVat && agreement.vatMode === 'excluded')
      [numerator, denominator] = [multiply(numerator, hundred), multiply(denominator, withVat)];
    if (!priceType.includesVat && agreement.vatMode === 'included')
      [numerator, denominator] = [multiply(numerator, withVat), multiply(denominator, hundred)];
  }
  const isUntouched = !isListed && candidate.currency === agreement.currency;
  const digits = isUntouched ? decimal(plain(candidate.amount)).digits : (priceType?.roundingDigits ?? 4);
  const basePrice = divide(numerator, denominator, digits);
  if (!isListed || !grade) return { unitPrice: basePrice, basePrice, candidate };
  const left = subtract(hundred, decimal(grade.percent));
  return {
    unitPrice: divide(multiply(numerator, left), multiply(denominator, hundred), digits),
    basePrice,
    candidate,
  };
}

/** The unit price at every quantity where it changes, lowest first. */
export function tiersOf(candidates: readonly PriceCandidate[], terms: Terms, vatRate: string | null): Tier[] {
  const breaks = candidates.map(({ from }) => from).sort(compare);
  const tiers: Tier[] = [];
  for (const [index, from] of breaks.entries()) {
    const former = breaks[index - 1];
    if (former && compare(former, from) === 0) continue;
    const candidate = candidateAt(candidates, from);
    const price = candidate && unitPriceOf(candidate, terms, vatRate);
    if (!price) continue;
    const unitPrice = plain(price.unitPrice);
    if (tiers.at(-1)?.unitPrice !== unitPrice) tiers.push({ from: plain(from), unitPrice });
  }
  return tiers;
}

/** The first later tier that is cheaper than what is paid now. */
export function nextTierOf(tiers: readonly Tier[], quantity: Decimal, unitPrice: Decimal): Tier | null {
  if (tiers.length < 2) return null;
  return (
    tiers.find(
      ({ from, unitPrice: price }) =>
        compare(decimal(from), quantity) > 0 && compare(decimal(price), unitPrice) < 0,
    ) ?? null
  );
}

/** The steps from the stored price to the unit price, each with its result rounded to 6 digits for reading. */
export function stepsOf(
  { unitPrice, basePrice, candidate }: UnitPrice,
  { agreement, priceType, grade, rateOf }: Terms,
): PriceStep[] {
  const isListed = candidate.source === 'priceType';
  const money = (value: Decimal, currency: string) => ({ amount: plain(value), currency });
  const steps: PriceStep[] = [
    {
      kind: 'base',
      detail: { source: candidate.source, ...(isListed && priceType ? { priceType: priceType.name } : {}) },
      result: money(decimal(candidate.amount), candidate.currency),
    },
  ];
  if (!isZero(candidate.from))
    steps.push({
      kind: 'tier',
      detail: { from: plain(candidate.from) },
      result: money(decimal(candidate.amount), candidate.currency),
    });
  let value = decimal(candidate.amount);
  if (isListed && compare(decimal(agreement.coefficient), one) !== 0) {
    value = multiply(value, decimal(agreement.coefficient));
    steps.push({
      kind: 'coefficient',
      detail: { coefficient: plain(agreement.coefficient) },
      result: money(divide(value, one, 6), candidate.currency),
    });
  }
  if (candidate.currency !== agreement.currency) {
    const [from, to] = [rateOf(candidate.currency) ?? '1', rateOf(agreement.currency) ?? '1'];
    value = divide(multiply(value, decimal(from)), decimal(to), 6);
    steps.push({
      kind: 'conversion',
      detail: {
        from: candidate.currency,
        to: agreement.currency,
        rate: plain(divide(decimal(from), decimal(to), 6)),
      },
      result: money(value, agreement.currency),
    });
  }
  steps.push({
    kind: 'rounding',
    detail: { digits: String(basePrice.digits), vatMode: agreement.vatMode },
    result: money(basePrice, agreement.currency),
  });
  if (isListed && grade)
    steps.push({
      kind: 'grade',
      detail: { grade: grade.name, percent: plain(grade.percent) },
      result: money(unitPrice, agreement.currency),
    });
  return steps;
}
