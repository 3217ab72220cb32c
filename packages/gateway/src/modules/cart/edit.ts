import { limits, type LineOperation, type LineOutcome, type SetLines } from '@kontor/contract';

import { ProblemError } from '../../problem-error.js';
import type { BuyerScope } from '../../scope.js';
import type { CatalogVariant, VariantLookup } from '../catalog/types.js';
import { judgeLines, type LineJudges } from './judge-lines.js';
import { planOperations, type Plan } from './plan-operations.js';
import {
  deleteLines,
  findLinesOf,
  updateCart,
  writeLines,
  type StoredCart,
  type StoredLine,
} from './queries.js';
import { changeSums } from './sums.js';

/** What an edit needs. */
export interface EditDeps extends LineJudges {
  variants: VariantLookup;
}

/** What an edit did. */
export interface Edit {
  outcomes: LineOutcome[];
  /** Lines that are there after the edit and were changed by it. */
  lines: StoredLine[];
  variants: Map<number, CatalogVariant>;
}

/**
 * Applies a batch to a locked cart whose stored prices are of the present. Reads and writes only the lines that the batch
 * names, and changes the sums by their difference: the cost does not depend on the size of the cart.
 * @throws ProblemError `lines_rejected` under `all-or-nothing`
 */
export async function editLines(
  deps: EditDeps,
  scope: BuyerScope,
  cart: StoredCart,
  { operations, policy, correct }: SetLines,
): Promise<Edit> {
  const variants = await deps.variants.bySku(
    scope,
    operations.map(({ sku }) => sku),
    { withInvisible: true },
  );
  const byId = new Map([...variants.values()].map((variant) => [variant.id, variant]));
  const before = new Map(
    (await findLinesOf(scope, cart.id, [...byId.keys()])).map((line) => [line.variantId, line]),
  );
  const plan = planOperations({
    operations,
    variants,
    lines: before,
    lineCount: cart.lineCount,
    mostLines: limits.linesPerCart,
    canCorrect: correct ?? true,
  });
  if (policy === 'all-or-nothing') refuseRejected(operations, plan.outcomes);
  if (plan.changes.size === 0) return { outcomes: plan.outcomes, lines: [], variants: byId };
  const lines = await writePlan(deps, scope, cart, plan, before, byId);
  return { outcomes: plan.outcomes, lines, variants: byId };
}

async function writePlan(
  deps: EditDeps,
  scope: BuyerScope,
  cart: StoredCart,
  { changes }: Plan,
  before: ReadonlyMap<number, StoredLine>,
  variants: ReadonlyMap<number, CatalogVariant>,
): Promise<StoredLine[]> {
  let position = cart.nextPosition;
  const removed: number[] = [];
  const kept = [];
  for (const { variantId, quantity, comment } of changes.values()) {
    const line = before.get(variantId);
    if (quantity === null) {
      if (line) removed.push(variantId);
      continue;
    }
    kept.push({ variantId, quantity, comment, position: line?.position ?? position++, seenUnitPrice: null });
  }
  const lines = await judgeLines(deps, scope, kept, variants);
  await deleteLines(scope, cart.id, removed);
  await writeLines(scope, cart.id, lines);
  const replaced = [...changes.keys()].flatMap((variantId) => before.get(variantId) ?? []);
  await updateCart(scope, cart.id, {
    lineCount: cart.lineCount - replaced.length + lines.length,
    problemCount: cart.problemCount - blockedOf(replaced) + blockedOf(lines),
    nextPosition: position,
    vatSums: changeSums(cart.vatSums, replaced, lines),
  });
  return lines;
}

function refuseRejected(operations: readonly LineOperation[], outcomes: LineOutcome[]): void {
  const index = outcomes.findIndex(({ status }) => status === 'rejected');
  if (index < 0) return;
  throw new ProblemError('lines_rejected', {
    pointer: `/operations/${String(index)}`,
    params: { outcomes, sku: operations[index]?.sku },
  });
}

function blockedOf(lines: readonly StoredLine[]): number {
  return lines.filter(({ isBlocked }) => isBlocked).length;
}
