import type { Price, PriceStep } from '@kontor/contract';

import type { AgreementTerms } from '../../caller.js';
import { minorDigits } from '../../money/currency.js';
import { compare, decimal, decimalText, divide, multiply, plain, round } from '../../money/decimal.js';
import { amountTexts, lineAmounts } from '../../money/vat.js';
import type { GatewayDeps } from '../../ports.js';
import type { BuyerScope } from '../../scope.js';
import {
  candidateAt,
  nextTierOf,
  stepsOf,
  tiersOf,
  unitPriceOf,
  type Terms,
  type UnitPrice,
} from './calculation.js';
import { findCandidates, findEpoch, findPriceTypes, findRates, type PriceTypeTerms } from './queries.js';
import { groupBySegment, type PriceGroup } from './segments.js';
import type { PriceCandidate, PriceRequest, Pricing, ResolveOptions } from './types.js';

export { raisePriceEpoch } from './queries.js';
export type { Pricing } from './types.js';

export function createPricing({ settings }: Pick<GatewayDeps, 'settings'>): Pricing {
  return {
    async resolve(scope, requests, options = {}) {
      const read = await readPrices(scope, requests, options);
      return requests.map((request) => priceOf(scope, request, read).price);
    },

    async explain(scope, request) {
      const read = await readPrices(scope, [request], {});
      const { price, found } = priceOf(scope, request, read);
      const steps = found ? [...stepsOf(found, read.termsOf(request.variant.id)), ...lineSteps(price)] : [];
      return { price, steps };
    },

    async convert(scope, amount, from, to) {
      const digits = minorDigits(to);
      if (from === to) return decimalText(round(decimal(amount), digits));
      const rates = await findRates(scope);
      const rateOf = (currency: string) => (currency === settings.baseCurrency ? '1' : rates.get(currency));
      const [rateFrom, rateTo] = [rateOf(from), rateOf(to)];
      if (rateFrom === undefined || rateTo === undefined) return null;
      return decimalText(divide(multiply(decimal(amount), decimal(rateFrom)), decimal(rateTo), digits));
    },

    epoch: findEpoch,
  };

  /** Everything that the requests need, in at most three queries; of an agreement with segments in four. */
  async function readPrices(
    scope: BuyerScope,
    requests: readonly PriceRequest[],
    { agreement: given }: ResolveOptions,
  ): Promise<ReadPrices> {
    const { company, can } = scope.caller;
    const isBase = can.seePrices === 'base';
    const agreement = given ?? scope.caller.agreement;
    const priced = isBase
      ? { priceTypeId: company.basePriceTypeId, coefficient: '1', segments: [] }
      : agreement;
    const ids =
      can.seePrices === 'none'
        ? []
        : [...new Set(requests.filter(({ variant }) => variant.isVisible).map(({ variant }) => variant.id))];
    const groups = ids.length === 0 ? [] : await groupBySegment(scope, ids, priced);
    const typeIds = [...new Set(groups.flatMap(({ priceTypeId }) => priceTypeId ?? []))];
    const [candidates, priceTypes] = await Promise.all([
      groups.length === 0 ? [] : findCandidates(scope, groups, agreement, !isBase),
      typeIds.length === 0 ? new Map<string, PriceTypeTerms>() : findPriceTypes(scope, typeIds),
    ]);
    const needsRates = candidates.some(({ currency }) => currency !== agreement.currency);
    const rates = needsRates ? await findRates(scope) : new Map<string, string>();
    const termsOfGroups = groups.map(({ priceTypeId, coefficient }): Terms => ({
      agreement: { ...agreement, coefficient: plain(coefficient) },
      priceType: priceTypes.get(priceTypeId ?? ''),
      grade: isBase ? null : company.grade,
      rateOf: (currency) => (currency === settings.baseCurrency ? '1' : rates.get(currency)),
    }));
    return { byVariant: groupByVariant(candidates), agreement, termsOf: lookUpTerms(groups, termsOfGroups) };
  }

  function priceOf(
    scope: BuyerScope,
    { variant, quantity }: PriceRequest,
    { byVariant, agreement, termsOf }: ReadPrices,
  ): { price: Price; found?: UnitPrice } {
    const { sku, vatRate } = variant;
    const bare = (status: Price['status']) => ({ price: { sku, quantity, status } });
    if (!variant.isVisible) return bare('notAssorted');
    if (scope.caller.can.seePrices === 'none') return bare('hidden');
    const candidates = byVariant.get(variant.id) ?? [];
    const amount = decimal(quantity);
    const candidate = candidateAt(candidates, amount);
    if (!candidate) return bare('onRequest');
    const terms = termsOf(variant.id);
    const found = unitPriceOf(candidate, terms, vatRate);
    if (!found) return bare('onRequest');

    const digits = minorDigits(agreement.currency);
    const line = amountTexts(lineAmounts(found.unitPrice, amount, agreement.vatMode, vatRate, digits));
    const unitPrice = plain(found.unitPrice);
    const isOnly = candidates.length === 1;
    const tiers = isOnly
      ? [{ from: plain(found.candidate.from), unitPrice }]
      : tiersOf(candidates, terms, vatRate);
    const rate = agreement.vatMode === 'none' || vatRate === null ? null : plain(vatRate);
    const price: Price = {
      sku,
      quantity,
      status: isStale(found.candidate.updatedAt, scope.now) ? 'stale' : 'ok',
      currency: agreement.currency,
      unitPrice,
      ...(compare(found.basePrice, found.unitPrice) === 0 ? {} : { basePrice: plain(found.basePrice) }),
      lineTotal: agreement.vatMode === 'excluded' ? line.net : line.total,
      vatMode: agreement.vatMode,
      vatRate: rate,
      ...line,
      source: found.candidate.source,
      tiers,
      nextTier: nextTierOf(tiers, amount, found.unitPrice),
      validTo: found.candidate.validTo?.toISOString() ?? null,
      asOf: found.candidate.updatedAt.toISOString(),
    };
    return { price, found };
  }

  function isStale(updatedAt: Date, now: Date): boolean {
    return (
      settings.staleAfterHours !== null &&
      now.getTime() - updatedAt.getTime() > settings.staleAfterHours * 3_600_000
    );
  }
}

/** The steps from a unit price to what the line comes to. */
function lineSteps({
  quantity,
  lineTotal = '0',
  vat = '0',
  vatRate = null,
  vatMode,
  currency = '',
}: Price): PriceStep[] {
  const line: PriceStep = { kind: 'line', detail: { quantity }, result: { amount: lineTotal, currency } };
  if (vatRate === null || vatMode === undefined) return [line];
  return [line, { kind: 'vat', detail: { rate: vatRate, mode: vatMode }, result: { amount: vat, currency } }];
}

interface ReadPrices {
  byVariant: Map<number, PriceCandidate[]>;
  agreement: AgreementTerms;
  /** Only of variants that have a stored price. */
  termsOf: (variantId: number) => Terms;
}

function lookUpTerms(groups: readonly PriceGroup[], terms: readonly Terms[]): ReadPrices['termsOf'] {
  const [first] = terms;
  if (first && terms.length === 1) return () => first;
  const byVariant = new Map(
    groups.flatMap(({ variantIds }, index) => variantIds.map((id) => [id, terms[index]] as const)),
  );
  return (variantId) => {
    const found = byVariant.get(variantId);
    if (!found) throw new RangeError(`Nothing was read of variant ${String(variantId)}`);
    return found;
  };
}

function groupByVariant(candidates: readonly PriceCandidate[]): Map<number, PriceCandidate[]> {
  const groups = new Map<number, PriceCandidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.variantId);
    if (group) group.push(candidate);
    else groups.set(candidate.variantId, [candidate]);
  }
  return groups;
}
