const told = new Set<string>();

/** Tells the developer of the page, once per message; never throws. */
export function warnOnce(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  // eslint-disable-next-line no-console -- the one way to reach whoever wrote the page
  console.warn(`Kontor: ${message}`);
}
