/** Whether PostgreSQL can keep a text: it has no NUL and no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

/** Path to the first text in a value, keys included, that PostgreSQL cannot keep; undefined when there is none. */
export function findUnstorable(value: unknown): string[] | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const path = isStorable(key) ? findUnstorable(inner) : [];
    if (path) return isStorable(key) ? [key, ...path] : path;
  }
  return undefined;
}
