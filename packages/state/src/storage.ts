/** Keeps short texts over reloads; `localStorage` and `sessionStorage` of a page fit. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A part of a storage with JSON values. Full or forbidden storages lose the value, never throw. */
export interface Drawer<Value> {
  read(key: string): Value | undefined;
  write(key: string, value: Value | undefined): void;
}

export function openDrawer<Value>(storage: KeyValueStorage | undefined, name: string): Drawer<Value> {
  const keyOf = (key: string): string => `${name}:${key}`;
  return {
    read(key) {
      try {
        const text = storage?.getItem(keyOf(key)) ?? null;
        return text === null ? undefined : (JSON.parse(text) as Value);
      } catch {
        return undefined;
      }
    },
    write(key, value) {
      try {
        if (value === undefined) storage?.removeItem(keyOf(key));
        else storage?.setItem(keyOf(key), JSON.stringify(value));
      } catch {
        // Private windows and full quotas: the shop goes on without memory.
      }
    },
  };
}
