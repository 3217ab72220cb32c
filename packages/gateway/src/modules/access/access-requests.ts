import type { AccessRequestInput } from '@kontor/contract';

import { spend } from '../../http/allowance.js';
import { newId } from '../../identifiers.js';
import type { Scope } from '../../scope.js';
import { accessRequests } from './throttle.js';
import type { AccessDeps } from './types.js';
import { unscoped } from './unscoped.js';

/**
 * Keeps a visitor's request for access until staff decide.
 * @throws ProblemError `too_many_requests`
 */
export async function createAccessRequest(
  { settings }: AccessDeps,
  scope: Scope,
  { name, contact, message, request }: AccessRequestInput & { request: Request },
): Promise<void> {
  await spend(unscoped(scope), await accessRequests(settings, request), scope.now);
  await scope.db
    .insertInto('access_request')
    .values({ id: newId('acr'), name, contact, message, created_at: scope.now })
    .execute();
}
