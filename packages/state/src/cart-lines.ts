import type { CartLine, LineOperation, LineOutcome } from '@kontor/sdk';
import { atom, type ReadableAtom } from 'nanostores';

import { quantityAfter } from './cart-edits.js';

/** A line as a buyer sees it: what is saved, and what is on its way. */
export interface LineView {
  readonly sku: string;
  /** As the gateway last told it; undefined while a new line is saved for the first time. */
  readonly line: CartLine | undefined;
  /** What the buyer wants, a decimal string. */
  readonly quantity: string;
  readonly isSaving: boolean;
  /** What became of the last edit, where it was not done as asked. */
  readonly outcome: LineOutcome | undefined;
}

/** The lines of a cart by SKU, with edits laid over them. */
export interface CartLines {
  readonly $lines: ReadableAtom<readonly LineView[]>;
  of(sku: string): LineView | undefined;
  /** A load of all lines begins; lines that change meanwhile are not overwritten by it. */
  begin(): void;
  load(lines: readonly CartLine[]): void;
  /** The load is over: lines that it did not find are gone. */
  finish(): void;
  /** The gateway's answer to edits. */
  apply(lines: readonly CartLine[], outcomes: readonly LineOutcome[]): void;
  /** Shows SKUs anew after their edits have changed. */
  refresh(...skus: readonly string[]): void;
  /** Forgets the message about the last edit of a SKU. */
  forget(sku: string): void;
  clear(): void;
}

export function createCartLines(editsOf: (sku: string) => readonly LineOperation[]): CartLines {
  const $lines = atom<readonly LineView[]>([]);
  let saved = new Map<string, CartLine>();
  const outcomes = new Map<string, LineOutcome>();
  const views = new Map<string, LineView>();
  let load: { found: Set<string>; changed: Set<string> } | undefined;

  const emit = (): void => $lines.set([...views.values()]);

  const review = (sku: string): void => {
    const line = saved.get(sku);
    const edits = editsOf(sku);
    const outcome = outcomes.get(sku);
    if (!line && edits.length === 0 && !outcome) {
      views.delete(sku);
      return;
    }
    views.set(sku, {
      sku,
      line,
      quantity: quantityAfter(line?.quantity, edits),
      isSaving: edits.length > 0,
      outcome,
    });
  };

  return {
    $lines,
    of: (sku) => views.get(sku),
    begin() {
      load = { found: new Set(), changed: new Set() };
    },
    load(lines) {
      for (const line of lines) {
        load?.found.add(line.sku);
        if (load?.changed.has(line.sku)) continue;
        saved.set(line.sku, line);
        review(line.sku);
      }
      emit();
    },
    finish() {
      const { found, changed } = load ?? { found: new Set<string>(), changed: new Set<string>() };
      load = undefined;
      for (const sku of [...saved.keys()])
        if (!found.has(sku) && !changed.has(sku)) {
          saved.delete(sku);
          review(sku);
        }
      saved = new Map([...saved].sort(([, left], [, right]) => left.position - right.position));
      const inOrder = [...new Set([...saved.keys(), ...views.keys()])];
      views.clear();
      for (const sku of inOrder) review(sku);
      emit();
    },
    apply(lines, results) {
      for (const line of lines) saved.set(line.sku, line);
      for (const outcome of results) {
        load?.changed.add(outcome.sku);
        if (outcome.status === 'removed') saved.delete(outcome.sku);
        if (outcome.status === 'corrected' || outcome.status === 'rejected')
          outcomes.set(outcome.sku, outcome);
        else outcomes.delete(outcome.sku);
      }
      for (const { sku } of [...lines, ...results]) review(sku);
      emit();
    },
    refresh(...skus) {
      for (const sku of skus) review(sku);
      emit();
    },
    forget: (sku) => void outcomes.delete(sku),
    clear() {
      saved.clear();
      outcomes.clear();
      views.clear();
      load = undefined;
      emit();
    },
  };
}
