/** Writes a value into a jsonb column. Arrays would otherwise become PostgreSQL arrays in one of the drivers. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}
