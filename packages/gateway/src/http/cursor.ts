import { ProblemError } from '../problem-error.js';

/** Packs the sort values of a page's last row. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(values))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * Unpacks a cursor of the expected kinds.
 * @throws ProblemError `invalid_request` for anything that this gateway did not make
 */
export function decodeCursor<const Kinds extends readonly ('string' | 'number')[]>(
  cursor: string | undefined,
  kinds: Kinds,
): CursorValues<Kinds> | undefined {
  if (cursor === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
    const values: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (
      Array.isArray(values) &&
      values.length === kinds.length &&
      values.every((value, index) => typeof value === kinds[index])
    )
      return values as never;
  } catch {
    // Answered below, like every other cursor that is not ours.
  }
  throw new ProblemError('invalid_request', { pointer: '/query/after', detail: 'Not a cursor' });
}

type CursorValues<Kinds extends readonly ('string' | 'number')[]> = {
  [Index in keyof Kinds]: Kinds[Index] extends 'string' ? string : number;
};
