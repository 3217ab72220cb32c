import { operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import type { Calls } from './service.js';

/** @param onRequested called when a wish is committed */
export function callRoutes(calls: Calls, onRequested: () => void): Route[] {
  return [
    route(operations.company.callMe, ({ scope, body, afterwards }) => {
      afterwards(onRequested);
      return calls.request(scope, body);
    }),
  ];
}
