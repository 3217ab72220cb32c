/** Milliseconds that a `Retry-After` header asks to wait (RFC 9110, 10.2.3: seconds or a date); 0 without one. */
export function millisecondsAfter(header: string | null): number {
  if (header === null) return 0;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? 0 : Math.max(0, wait);
}
