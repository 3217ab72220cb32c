import { operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import type { GatewayDeps } from '../../ports.js';
import { renewSessions } from '../access/service.js';
import type { Events } from '../events/service.js';
import {
  keepDocumentFile,
  push,
  writeAgreements,
  writeAnalogues,
  writeCompanyBalances,
  writeCustomerCodes,
  writeDocuments,
  writeIndividualPrices,
} from './service.js';

const { integration } = operations;

/** What other systems of the supplier push. */
export function integrationRoutes({ blobs }: Pick<GatewayDeps, 'blobs'>, events: Events): Route[] {
  return [
    route(integration.setIndividualPrices, ({ scope, body }) =>
      push(scope, 'individualPrices', (writing) => writeIndividualPrices(writing, body.rows)),
    ),
    route(integration.setAgreements, ({ scope, body }) =>
      push(scope, 'agreements', async (writing) => {
        const { outcomes, changed } = await writeAgreements(writing, body.rows);
        await renewSessions(writing, events, changed);
        return outcomes;
      }),
    ),
    route(integration.setCompanyBalances, ({ scope, body }) =>
      push(scope, 'companyBalances', (writing) => writeCompanyBalances(writing, body.rows)),
    ),
    route(integration.setAnalogues, ({ scope, body }) =>
      push(scope, 'analogues', (writing) => writeAnalogues(writing, body.rows)),
    ),
    route(integration.setCustomerCodes, ({ scope, body }) =>
      push(scope, 'customerCodes', (writing) => writeCustomerCodes(writing, body.rows)),
    ),
    route(integration.setDocuments, ({ scope, body }) =>
      push(scope, 'documents', (writing) => writeDocuments(writing, body.rows)),
    ),
    route(integration.setDocumentFile, ({ scope, params, request }) =>
      keepDocumentFile({ blobs, events }, scope, params.id, request),
    ),
  ];
}
