import { visitor } from '../../caller.js';
import { newSecret } from '../../identifiers.js';
import type { GatewayDeps } from '../../ports.js';
import { ProblemError } from '../../problem-error.js';
import type { Events } from '../events/service.js';
import { listAddresses } from './addresses.js';
import { findValidAgreements } from './agreements.js';
import { callerOfToken } from './authenticate.js';
import { createBackground } from './background.js';
import { readCredentials } from './credentials.js';
import { createHostTokens } from './host-tokens.js';
import { callerOfSecret, isIntegrationSecret } from './integration-keys.js';
import { invite } from './invitations.js';
import { markSeen } from './mark-seen.js';
import type { Access, AccessDeps } from './types.js';

export { findAdmins } from './admins.js';
export { audit } from './audit.js';
export { createIntegrationKey, listIntegrationKeys, removeIntegrationKey } from './integration-keys.js';
export { renewSessions } from './renew-sessions.js';
export type { Access } from './types.js';

/** @throws Error for a host sign-in with too short a secret */
export function createAccess(gateway: GatewayDeps, events: Events, sendLetters: () => void): Access {
  const { database, clock, settings, passwords, log, fetch } = gateway;
  const decoy = passwords.hash(newSecret('decoy'));
  // Whoever needs it sees the failure; until then nobody waits for it.
  decoy.catch(() => undefined);
  const deps: AccessDeps = {
    ...gateway,
    events,
    background: createBackground(log),
    sendLetters,
    decoy,
    hostTokens: settings.hostSignIn && createHostTokens(settings.hostSignIn, fetch),
  };
  return {
    deps,
    async authenticate(request) {
      const credentials = readCredentials(request, settings);
      if (!credentials) return visitor;
      const now = clock.now();
      if (isIntegrationSecret(credentials.token)) {
        const system = await callerOfSecret(deps, credentials.token, now);
        if (system && credentials.transport === 'bearer') return system;
        throw new ProblemError('invalid_token');
      }
      const found = await callerOfToken(database.system, credentials.token, now);
      if (found) {
        markSeen(deps, found, now);
        return found.caller;
      }
      // A stale cookie must not lock anybody out of the sign-in page; a wrong token in a header is a mistake to be told.
      if (credentials.transport === 'cookie') return visitor;
      throw new ProblemError('invalid_token');
    },
    async listAgreements(scope) {
      return (await findValidAgreements(scope, settings)).map(({ agreement }) => agreement);
    },
    invite,
    sendLetters,
    listAddresses,
    close: () => deps.background.settle(),
  };
}
