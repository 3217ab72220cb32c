/**
 * Gives each drawn row one of few slots and takes slots of rows that are gone for those that come: the markup of a slot is used
 * again and only its figures change. A row keeps its slot while it is drawn, and with it the focus.
 */
export class RowSlots {
  #slots = new Map<string, number>();

  /** @returns slot by key */
  assign(keys: readonly string[]): ReadonlyMap<string, number> {
    const kept = new Map<string, number>();
    for (const key of keys) {
      const slot = this.#slots.get(key);
      if (slot !== undefined) kept.set(key, slot);
    }
    const taken = new Set(kept.values());
    let next = 0;
    for (const key of keys) {
      if (kept.has(key)) continue;
      while (taken.has(next)) next += 1;
      kept.set(key, next);
      next += 1;
    }
    return (this.#slots = kept);
  }
}
