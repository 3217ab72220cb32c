import type { Session } from '@kontor/sdk';
import type { Loaded } from '@kontor/state';

import type { Sight } from './columns.js';

/** Whether it is not known yet who looks. */
export const isUnknown = (session: Loaded<Session> | undefined): boolean =>
  session?.value === undefined && session?.status !== 'failed';

/** What this buyer gets to see; room for all of it while nobody knows: columns that come later would move the others. */
export function sightOf(session: Loaded<Session> | undefined): Sight {
  if (isUnknown(session)) return { prices: true, stock: true, quantities: true };
  const { context, can } = session?.value ?? {};
  const isBuyer = (context?.agreementId ?? null) !== null;
  return {
    prices: isBuyer && can?.seePrices !== 'none',
    stock: isBuyer && can?.seeStock === true,
    quantities: isBuyer && can?.fillCart === true,
  };
}
