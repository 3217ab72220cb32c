import { newIdempotencyKey, type LineOperation } from '@kontor/sdk';

import { addQuantities, tidyQuantity } from './quantity.js';
import type { Drawer } from './storage.js';

/** Edits on their way to the gateway: one batch at most is being sent, the rest waits and is joined by SKU. */
export interface CartEdits {
  /** Takes an edit; a later one of the same SKU replaces or extends it. */
  put(edit: LineOperation): void;
  /** What waits or is being sent for a SKU, the newer first. */
  of(sku: string): readonly LineOperation[];
  skus(): ReadonlySet<string>;
  isEmpty(): boolean;
  /** The batch to send, the same with the same key until it is settled; undefined when nothing waits. */
  take(): Batch | undefined;
  /** The batch was answered, or will never be. */
  settle(): void;
  /** Binds the edits to a cart: what was kept for it over a reload is taken up. */
  bind(cartId: string | undefined): void;
  /** Forgets everything, also what was kept. */
  clear(): void;
}

/** Operations that are sent together. */
export interface Batch {
  /** The idempotency key: made once for these operations, kept over retries and reloads. */
  readonly key: string;
  readonly operations: readonly LineOperation[];
}

interface Kept {
  sending?: Batch | undefined;
  waiting?: Batch | undefined;
}

export function createCartEdits(
  drawer: Drawer<Kept>,
  most: number,
  newKey: () => string = newIdempotencyKey,
): CartEdits {
  let cartId: string | undefined;
  let sending: Batch | undefined;
  let waiting = new Map<string, LineOperation>();
  let waitingKey = newKey();

  const keep = (): void => {
    if (cartId === undefined) return;
    drawer.write(
      cartId,
      sending === undefined && waiting.size === 0
        ? undefined
        : { sending, waiting: { key: waitingKey, operations: [...waiting.values()] } },
    );
  };

  const join = (edit: LineOperation): void => {
    const former = waiting.get(edit.sku);
    // Removed first, so that the last edited stands last.
    waiting.delete(edit.sku);
    waiting.set(edit.sku, former ? joined(former, edit) : edit);
  };

  return {
    put(edit) {
      join(edit);
      keep();
    },
    of(sku) {
      const sent = sending?.operations.find((operation) => operation.sku === sku);
      const later = waiting.get(sku);
      return [later, sent].filter((edit) => edit !== undefined);
    },
    skus: () => new Set([...waiting.keys(), ...(sending?.operations.map(({ sku }) => sku) ?? [])]),
    isEmpty: () => sending === undefined && waiting.size === 0,
    take() {
      if (sending === undefined && waiting.size > 0) {
        const operations = [...waiting.values()];
        sending = { key: waitingKey, operations: operations.slice(0, most) };
        waiting = new Map(operations.slice(most).map((edit) => [edit.sku, edit]));
        waitingKey = newKey();
        keep();
      }
      return sending;
    },
    settle() {
      sending = undefined;
      keep();
    },
    bind(id) {
      if (id === cartId) return;
      // Edits move along to the cart that takes over; without one they stay kept for the former.
      if (cartId !== undefined && id !== undefined) drawer.write(cartId, undefined);
      cartId = id;
      const kept = id === undefined ? undefined : drawer.read(id);
      if (kept?.sending) sending ??= kept.sending;
      if (kept?.waiting) {
        if (waiting.size === 0) waitingKey = kept.waiting.key;
        const newer = [...waiting.values()];
        waiting = new Map(kept.waiting.operations.map((edit) => [edit.sku, edit]));
        for (const edit of newer) join(edit);
      }
      keep();
    },
    clear() {
      sending = undefined;
      waiting = new Map();
      waitingKey = newKey();
      keep();
    },
  };
}

/** Two edits of one SKU as one. */
function joined(former: LineOperation, later: LineOperation): LineOperation {
  const comment = later.comment === undefined ? former.comment : later.comment;
  const rest = { sku: later.sku, ...(comment === undefined ? {} : { comment }) };
  if (later.quantity !== undefined) return { ...rest, quantity: later.quantity };
  if (later.add === undefined) {
    if (former.quantity !== undefined) return { ...rest, quantity: former.quantity };
    return former.add === undefined ? rest : { ...rest, add: former.add };
  }
  if (former.quantity !== undefined) return { ...rest, quantity: addQuantities(former.quantity, later.add) };
  return { ...rest, add: former.add === undefined ? later.add : addQuantities(former.add, later.add) };
}

/** What a quantity becomes by edits, the newer first, as far as a client can know: the gateway applies rules. */
export function quantityAfter(saved: string | undefined, edits: readonly LineOperation[]): string {
  let quantity = saved ?? '0';
  for (const edit of edits.toReversed()) {
    if (edit.quantity !== undefined) quantity = edit.quantity;
    else if (edit.add !== undefined) quantity = addQuantities(quantity, edit.add);
  }
  return tidyQuantity(quantity);
}
