import type { LineChange, RemovedLine } from '@kontor/contract';

import { add, compare, decimal, decimalText } from '../../money/decimal.js';
import type { BuyerScope } from '../../scope.js';
import type { CatalogVariant, VariantLookup } from '../catalog/types.js';
import { judgeLines, type LineJudges } from './judge-lines.js';
import { isPricedFor } from './priced-for.js';
import { findLines, updateCart, type StoredCart, type StoredLine } from './queries.js';
import { changeSums } from './sums.js';
import { writeJudgements } from './write-judgements.js';

/** What pricing a whole cart anew found. */
export interface Repricing {
  lines: StoredLine[];
  variants: Map<number, CatalogVariant>;
  repriced: LineChange[];
  removed: RemovedLine[];
  /** Whether anything was written: the cart has a new version. */
  isChanged: boolean;
}

/**
 * Prices every line of a locked cart anew and compares it with stock.
 * `settle` makes the prices of now the ones that the buyer has seen: further checks tell only of later changes. `silent`
 * lines do not tell of the change themselves: the answer that it is for does.
 */
export async function repriceCart(
  deps: LineJudges & { variants: VariantLookup },
  scope: BuyerScope,
  cart: StoredCart,
  options: { epoch: string; settle: boolean; silent?: boolean },
): Promise<Repricing> {
  const stored = await findLines(scope, cart.id);
  const before = isPricedFor(scope, cart.priceEpoch) ? stored : stored.map(withoutFigures);
  const variants = await deps.variants.byId(
    scope,
    before.map(({ variantId }) => variantId),
  );
  const judged = await judgeLines(deps, scope, before, variants);
  const changes = changesOf(before, judged, variants);
  const told = options.silent ? judged.map(withoutPriceChange) : judged;
  const lines = options.settle ? told.map((line) => ({ ...line, seenUnitPrice: line.unitPrice })) : told;
  const changed = lines.filter((line, index) => !isSame(line, stored[index]));
  const isChanged = changed.length > 0 || cart.priceEpoch !== options.epoch;
  await writeJudgements(scope, cart.id, changed);
  if (isChanged) {
    await updateCart(scope, cart.id, {
      problemCount: lines.filter(({ isBlocked }) => isBlocked).length,
      vatSums: changeSums({}, [], lines),
      priceEpoch: options.epoch,
    });
  }
  return { lines, variants, isChanged, ...changes };
}

/** A line of which nothing is told that was seen under another permission. */
export function withoutFigures(line: StoredLine): StoredLine {
  return { ...line, unitPrice: null, net: null, vat: null, seenUnitPrice: null };
}

function withoutPriceChange(line: StoredLine): StoredLine {
  return { ...line, problems: line.problems.filter(({ code }) => code !== 'priceChanged') };
}

/** Lines whose price is another one, and lines that can't be had any more. */
export function changesOf(
  before: readonly StoredLine[],
  after: readonly StoredLine[],
  variants: ReadonlyMap<number, CatalogVariant>,
): Pick<Repricing, 'repriced' | 'removed'> {
  const repriced: LineChange[] = [];
  const removed: RemovedLine[] = [];
  const former = new Map(before.map((line) => [line.variantId, line]));
  for (const line of after) {
    const variant = variants.get(line.variantId);
    const old = former.get(line.variantId);
    if (!variant || !old) continue;
    const { sku, name } = variant;
    const reason = removalReason(line);
    if (reason && removalReason(old) !== reason) removed.push({ sku, name, quantity: line.quantity, reason });
    const from = old.seenUnitPrice ?? old.unitPrice;
    if (from === null || line.unitPrice === null || compare(decimal(from), decimal(line.unitPrice)) === 0)
      continue;
    repriced.push({ sku, name, from, to: line.unitPrice, ...totalsOfChange(old, line) });
  }
  return { repriced, removed };
}

function removalReason({ problems }: StoredLine): RemovedLine['reason'] | undefined {
  for (const { code } of problems)
    if (code === 'notAssorted' || code === 'priceOnRequest' || code === 'discontinued') return code;
  return undefined;
}

function totalsOfChange(from: StoredLine, to: StoredLine): Pick<LineChange, 'totalFrom' | 'totalTo'> {
  const total = ({ net, vat }: StoredLine) =>
    net === null || vat === null ? undefined : decimalText(add(decimal(net), decimal(vat)));
  const [totalFrom, totalTo] = [total(from), total(to)];
  return { ...(totalFrom === undefined ? {} : { totalFrom }), ...(totalTo === undefined ? {} : { totalTo }) };
}

function isSame(left: StoredLine, right: StoredLine | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
