/**
 * A key for one intent: 128 random bits. Keep it with the intent where a reload may come between.
 * `crypto.randomUUID` would do, but is missing on pages that are served over plain HTTP.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
