import type { Permissions } from '@kontor/contract';

import { ProblemError } from '../../problem-error.js';

const levels: Readonly<Record<string, number>> = { none: 0, own: 1, all: 2 };
const priceLevels: Readonly<Record<string, number>> = { none: 0, base: 1, own: 2 };

/** Whether permissions hold anything that others lack. */
export function exceeds(these: Permissions, others: Permissions): boolean {
  return Object.keys(these).some((name) => {
    const switchName = name as keyof Permissions;
    const rankOf = (value: Permissions[keyof Permissions]) =>
      typeof value === 'boolean'
        ? Number(value)
        : ((switchName === 'seePrices' ? priceLevels : levels)[value] ?? 0);
    return rankOf(these[switchName]) > rankOf(others[switchName]);
  });
}

/**
 * Nobody gives what they lack, and nobody changes those who have more.
 * @throws ProblemError `forbidden`
 */
export function requireWithin(permissions: Permissions, own: Permissions): void {
  if (exceeds(permissions, own))
    throw new ProblemError('forbidden', { detail: 'The member would have or has more permissions than you' });
}
