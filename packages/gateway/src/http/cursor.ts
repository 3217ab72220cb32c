import { ProblemError } from '../problem-error.js';
import { isStorable } from './storable-text.js';

/** What a cursor may hold; an `instant` is packed as ISO 8601 and unpacked as a `Date`. */
interface CursorKinds {
  string: string;
  number: number;
  instant: Date;
}

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
export function decodeCursor<const Kinds extends readonly (keyof CursorKinds)[]>(
  cursor: string | undefined,
  kinds: Kinds,
): { [Index in keyof Kinds]: CursorKinds[Kinds[Index]] } | undefined {
  if (cursor === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
    const values: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (Array.isArray(values) && values.length === kinds.length) {
      const unpacked = kinds.map((kind, index) => unpack(kind, values[index]));
      if (!unpacked.includes(undefined)) return unpacked as never;
    }
  } catch {
    // Answered below, like every other cursor that is not ours.
  }
  throw new ProblemError('invalid_request', { pointer: '/query/after', detail: 'Not a cursor' });
}

/** Whether an integer fits the columns that lists are sorted by. */
function isStorableInteger(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= -(2 ** 31) && (value as number) < 2 ** 31;
}

function unpack(kind: keyof CursorKinds, value: unknown): string | number | Date | undefined {
  if (kind === 'number') return isStorableInteger(value) ? value : undefined;
  if (typeof value !== 'string' || !isStorable(value)) return undefined;
  if (kind === 'string') return value;
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value))
    ? new Date(value)
    : undefined;
}
