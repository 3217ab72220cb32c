import type { CatalogRevision } from './revision.js';

/** Keeps what was made of the present catalogue; everything goes with the next revision. */
export interface RevisionCache<Value> {
  /** What is kept under the key, or what `make` makes. Who asks meanwhile waits for the same. */
  get(key: string, make: () => Promise<Value>): Promise<Value>;
}

/** @param most entries that are kept; one more empties the cache */
export function createRevisionCache<Value>(revision: CatalogRevision, most: number): RevisionCache<Value> {
  let entries = new Map<string, Promise<Value>>();
  let entriesOf: string | undefined;
  return {
    async get(key, make) {
      const current = await revision.current();
      if (entriesOf !== current || entries.size > most) {
        entries = new Map();
        entriesOf = current;
      }
      const into = entries;
      const known = into.get(key);
      if (known) return known;
      const made = make();
      into.set(key, made);
      made.catch(() => into.delete(key));
      return made;
    },
  };
}
