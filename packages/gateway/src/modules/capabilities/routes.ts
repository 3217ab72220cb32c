import { limits, operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import type { Settings } from '../../ports.js';
import { version } from '../../version.js';
import { findCurrencies } from './queries.js';

/** What is on in this gateway; a page shows only what there is. */
export function capabilityRoutes({
  supplier,
  locales,
  hostSignIn,
}: Pick<Settings, 'supplier' | 'locales' | 'hostSignIn'>): Route[] {
  return [
    route(operations.capabilities.get, async ({ scope }) => ({
      version,
      supplier,
      locales: [...locales],
      currencies: await findCurrencies(scope),
      limits: { ...limits },
      features: { events: true, hostSignIn: hostSignIn !== null },
    })),
  ];
}
