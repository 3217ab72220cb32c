import type { RequestHead, Settings } from '../../ports.js';
import { ProblemError } from '../../problem-error.js';

/** Name of the session cookie. */
export const sessionCookie = 'kontor_session';

const sessionPattern = new RegExp(`(?:^|;\\s*)${sessionCookie}=([\\w-]{20,300})`);

/** The token that a request carries, and how. */
export interface Credentials {
  token: string;
  transport: 'bearer' | 'cookie';
}

/**
 * Reads the credentials of a request; the Authorization header wins over the cookie.
 * @throws ProblemError `origin_not_allowed` when a cookie comes with an unsafe method from an origin that is not listed
 */
export function readCredentials(
  request: RequestHead,
  { origins, publicUrl }: Pick<Settings, 'origins' | 'publicUrl'>,
): Credentials | undefined {
  const [authorization, cookies] = [request.headers.get('authorization'), request.headers.get('cookie')];
  if (authorization === null && cookies === null) return undefined;
  const bearer = /^Bearer ([\x21-\x7e]{20,300})$/i.exec(authorization ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, transport: 'bearer' };
  const cookie = sessionPattern.exec(cookies ?? '')?.[1];
  if (cookie === undefined) return undefined;
  if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method)) {
    const origin = request.headers.get('origin');
    // A browser always sends Origin with an unsafe request; without it the cookie cannot be trusted to be meant.
    if (origin === null || (origin !== new URL(publicUrl).origin && !origins.includes(origin)))
      throw new ProblemError('origin_not_allowed');
  }
  return { token: cookie, transport: 'cookie' };
}
