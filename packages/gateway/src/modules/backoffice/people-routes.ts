import { operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import type { Access } from '../access/service.js';
import { acceptAccessRequest, listAccessRequests, rejectAccessRequest } from './access-requests.js';
import { listAudit } from './audit-log.js';
import { listCompanies, requireCompany } from './companies.js';

const { backoffice } = operations;

/** What staff do about companies and people. */
export function backofficePeopleRoutes(access: Access): Route[] {
  return [
    route(backoffice.listCompanies, async ({ scope, query }) => listCompanies(scope, query)),

    route(backoffice.listCompanyAddresses, async ({ scope, params }) => {
      await requireCompany(scope, params.id);
      return { items: await access.listAddresses(scope, params.id) };
    }),

    route(backoffice.createInvitation, async ({ scope, body, afterwards }) => {
      afterwards(access.sendLetters);
      const { overrides = {}, ...invitee } = body;
      const { id, companyId, email, role, expiresAt } = await access.invite(scope, { ...invitee, overrides });
      return { id, companyId, email, role, expiresAt: expiresAt.toISOString(), status: 'open' as const };
    }),

    route(backoffice.listAccessRequests, async ({ scope, query }) => listAccessRequests(scope, query)),
    route(backoffice.acceptAccessRequest, async ({ scope, params, body, afterwards }) => {
      afterwards(access.sendLetters);
      return acceptAccessRequest(access, scope, params.id, body);
    }),
    route(backoffice.rejectAccessRequest, async ({ scope, params }) => rejectAccessRequest(scope, params.id)),

    route(backoffice.listAudit, async ({ scope, query }) => listAudit(scope, query)),
  ];
}
