import { operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import { createAccessRequest } from './access-requests.js';
import { createAddress, pageOfAddresses, removeAddress } from './addresses.js';
import { createApiKey, listApiKeys, removeApiKey } from './api-keys.js';
import { getBalance } from './balance.js';
import { getCompany, requisitesForm } from './company.js';
import { inviteMember, listMembers, removeMember, updateMember } from './members.js';
import type { Access } from './types.js';

const { company } = operations;

/** The selected company: addresses, members, API keys. */
export function companyRoutes({ deps }: Access): Route[] {
  return [
    route(company.get, async ({ scope }) => getCompany(scope)),
    route(company.balance, async ({ scope }) => ({ balance: await getBalance(scope) })),
    route(company.requisitesForm, async ({ scope, params }) =>
      requisitesForm(params.legalType, scope.locale),
    ),

    route(company.listAddresses, async ({ scope, query }) => pageOfAddresses(scope, query)),
    route(company.createAddress, async ({ scope, body }) => createAddress(scope, body)),
    route(company.removeAddress, async ({ scope, params }) => removeAddress(scope, params.id)),

    route(company.listMembers, async ({ scope, query }) => listMembers(scope, query)),
    route(company.inviteMember, async ({ scope, body, afterwards }) => {
      afterwards(deps.sendLetters);
      return inviteMember(scope, body);
    }),
    route(company.updateMember, async ({ scope, params, body }) =>
      updateMember(deps, scope, params.id, body),
    ),
    route(company.removeMember, async ({ scope, params }) => removeMember(scope, params.id)),

    route(company.listApiKeys, async ({ scope, query }) => listApiKeys(scope, query)),
    route(company.createApiKey, async ({ scope, body }) => createApiKey(deps, scope, body)),
    route(company.removeApiKey, async ({ scope, params }) => removeApiKey(scope, params.id)),

    route(company.createAccessRequest, async ({ scope, body, request }) =>
      createAccessRequest(deps, scope, { ...body, request }),
    ),
  ];
}
