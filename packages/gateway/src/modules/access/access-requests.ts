import type { AccessRequestInput } from '@kontor/contract';

import { spend } from '../../http/allowance.js';
import { newId } from '../../identifiers.js';
import type { Scope } from '../../scope.js';
import { findAdmins } from './admins.js';
import { requestAccessLetter } from './send-letters.js';
import { accessRequests } from './throttle.js';
import type { AccessDeps } from './types.js';
import { unscoped } from './unscoped.js';

/**
 * Keeps a visitor's request for access until staff decide, and writes to the supplier's admins. The same again is one request.
 * @throws ProblemError `too_many_requests`
 */
export async function createAccessRequest(
  { settings }: AccessDeps,
  outer: Scope,
  { name, contact, message, request }: AccessRequestInput & { request: Request },
): Promise<void> {
  await spend(unscoped(outer), await accessRequests(settings, request), outer.now);
  await outer.transaction(async (scope) => {
    // Visitors have no session to remember their keys: the same words again are an answer that was lost.
    const same = await scope.db
      .selectFrom('access_request')
      .select('id')
      .where('status', '=', 'open')
      .where('contact', '=', contact)
      .where('name', '=', name)
      .where('message', '=', message)
      .executeTakeFirst();
    if (same) return;
    const id = newId('acr');
    await scope.db
      .insertInto('access_request')
      .values({ id, name, contact, message, created_at: scope.now })
      .execute();
    for (const admin of await findAdmins(scope.db)) await requestAccessLetter(scope, id, admin);
  });
}
