/**
 * What may stay in view while something is loaded anew: the former value, but never that of another person or company.
 * Called with each load, with the value that is there.
 */
export function formerOf<Value>(owner: () => string): (value: Value | undefined) => Value | undefined {
  let loadedFor: string | undefined;
  return (value) => {
    const now = owner();
    const former = loadedFor === now ? value : undefined;
    loadedFor = now;
    return former;
  };
}
