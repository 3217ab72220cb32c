import type { LineOperation, LineOutcome } from '@kontor/contract';

import type { CatalogVariant } from '../catalog/types.js';
import { addQuantities, applyRule, isMore, isZeroQuantity } from './ordering-rule.js';
import type { StoredLine } from './queries.js';

/** A line as a batch would leave it; `quantity` null: removed. */
export interface PlannedLine {
  variantId: number;
  quantity: string | null;
  comment: string | null;
}

/** What a batch does, before anything is written. */
export interface Plan {
  outcomes: LineOutcome[];
  /** Last state of every line that changes. */
  changes: Map<number, PlannedLine>;
}

/** What a plan is made from. */
export interface PlanInput {
  operations: readonly LineOperation[];
  /** Variants by SKU, invisible ones marked. */
  variants: ReadonlyMap<string, CatalogVariant>;
  /** Lines of the cart that the operations touch, by variant. */
  lines: ReadonlyMap<number, StoredLine>;
  lineCount: number;
  mostLines: number;
  /** Correct a quantity that breaks a rule, or reject it. */
  canCorrect: boolean;
}

/** More than this no quantity can be, on the wire and in the database. */
const largestQuantity = '999999999.999999';

/** Applies operations in order to what is there; one outcome each. Pure: it decides, others read and write. */
export function planOperations({
  operations,
  variants,
  lines,
  lineCount,
  mostLines,
  canCorrect,
}: PlanInput): Plan {
  const changes = new Map<number, PlannedLine>();
  let count = lineCount;

  const outcomes = operations.map((operation): LineOutcome => {
    const { sku } = operation;
    const variant = variants.get(sku);
    const stored = variant && lines.get(variant.id);
    const planned = variant && changes.get(variant.id);
    const before = planned ? planned.quantity : (stored?.quantity ?? null);
    const requested =
      operation.add === undefined
        ? (operation.quantity ?? before ?? '0')
        : addQuantities(before ?? '0', operation.add);
    const rejected = (reason: NonNullable<LineOutcome['reason']>, rule?: string): LineOutcome => ({
      sku,
      status: 'rejected',
      requested,
      quantity: before ?? '0',
      reason,
      ...(rule === undefined ? {} : { rule }),
    });
    const tooMuch = (): LineOutcome => ({
      ...rejected('aboveMaximum', largestQuantity),
      requested: isMore(requested, largestQuantity) ? largestQuantity : requested,
    });
    // Without a line in the cart, invisible and unknown must look the same.
    if (!variant || (!variant.isVisible && before === null)) return rejected('notAssorted');

    if (isMore(requested, largestQuantity)) return tooMuch();

    const comment =
      operation.comment === undefined ? (planned?.comment ?? stored?.comment ?? null) : operation.comment;
    if (isZeroQuantity(requested)) {
      if (before === null) return { sku, status: 'unchanged', requested, quantity: '0' };
      changes.set(variant.id, { variantId: variant.id, quantity: null, comment: null });
      count -= 1;
      return { sku, status: 'removed', requested, quantity: '0' };
    }
    const isRaised = before === null || isMore(requested, before);
    if (!variant.isVisible && isRaised) return rejected('notAssorted');
    if (variant.isDiscontinued && isRaised) return rejected('discontinued');
    const ruled = applyRule(requested, variant.rule);
    if (ruled.reason && (!canCorrect || isZeroQuantity(ruled.quantity)))
      return rejected(ruled.reason, ruled.rule);
    if (isMore(ruled.quantity, largestQuantity)) return tooMuch();
    if (before === null && count >= mostLines) return rejected('cartFull', String(mostLines));

    const hasChanged = ruled.quantity !== before || comment !== (planned?.comment ?? stored?.comment ?? null);
    if (before === null) count += 1;
    if (hasChanged) changes.set(variant.id, { variantId: variant.id, quantity: ruled.quantity, comment });
    if (!ruled.reason)
      return { sku, status: hasChanged ? 'set' : 'unchanged', requested, quantity: ruled.quantity };
    return {
      sku,
      status: 'corrected',
      requested,
      quantity: ruled.quantity,
      reason: ruled.reason,
      ...(ruled.rule === undefined ? {} : { rule: ruled.rule }),
    };
  });
  return { outcomes, changes };
}
