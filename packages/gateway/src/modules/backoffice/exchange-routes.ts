import { operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import { createIntegrationKey, listIntegrationKeys, removeIntegrationKey } from '../access/service.js';
import { getRun, listProblems, listRuns } from '../exchange/service.js';

const { backoffice } = operations;

/** What admins see of the exchange with the accounting system, and the keys that they give out. */
export function backofficeExchangeRoutes(): Route[] {
  return [
    route(backoffice.listExchangeRuns, ({ scope, query }) => listRuns(scope.db, query)),
    route(backoffice.getExchangeRun, ({ scope, params }) => getRun(scope.db, params.id)),
    route(backoffice.listExchangeProblems, ({ scope, params, query }) =>
      listProblems(scope.db, params.id, query),
    ),
    route(backoffice.listIntegrationKeys, ({ scope, query }) => listIntegrationKeys(scope, query)),
    route(backoffice.createIntegrationKey, ({ scope, body }) => createIntegrationKey(scope, body.name)),
    route(backoffice.removeIntegrationKey, ({ scope, params }) => removeIntegrationKey(scope, params.id)),
  ];
}
