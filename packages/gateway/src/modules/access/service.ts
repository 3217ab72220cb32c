import { visitor, type Caller } from '../../caller.js';
import type { GatewayDeps } from '../../ports.js';
import { callerOfToken } from './authenticate.js';
import { readCredentials } from './credentials.js';
import { ProblemError } from '../../problem-error.js';

/** What the rest of the gateway asks of access. */
export interface Access {
  /**
   * Who sent the request; a visitor when it carries no credentials.
   * @throws ProblemError `invalid_token`, `origin_not_allowed`
   */
  authenticate(request: Request): Promise<Caller>;
}

export function createAccess({ database, clock, settings }: GatewayDeps): Access {
  return {
    async authenticate(request) {
      const credentials = readCredentials(request, settings);
      if (!credentials) return visitor;
      const caller = await callerOfToken(database.system, credentials.token, clock.now());
      if (caller) return caller;
      // A stale cookie must not lock anybody out of the sign-in page; a wrong token in a header is a mistake to be told.
      if (credentials.transport === 'cookie') return visitor;
      throw new ProblemError('invalid_token');
    },
  };
}
