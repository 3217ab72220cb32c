import type { Settings } from '../../ports.js';
import { ProblemError } from '../../problem-error.js';
import { sessionCookie } from './credentials.js';

type CookieSettings = Pick<Settings, 'origins' | 'publicUrl' | 'isCookieSecure' | 'sessionDays'>;

/**
 * The `Set-Cookie` header that hands a token over, or takes it away when the token is null.
 * A page of another site needs `SameSite=None`; every other page gets `Lax`.
 */
export function cookieFor(settings: CookieSettings, request: Request, token: string | null): string {
  const isCrossSite = !isSameSite(request.headers.get('origin'), new URL(settings.publicUrl));
  const age = token === null ? 0 : settings.sessionDays * 86_400;
  return [
    `${sessionCookie}=${token ?? ''}`,
    'Path=/',
    `Max-Age=${age}`,
    'HttpOnly',
    `SameSite=${isCrossSite ? 'None' : 'Lax'}`,
    ...(settings.isCookieSecure || isCrossSite ? ['Secure'] : []),
  ].join('; ');
}

/**
 * Lets only listed origins ask for a cookie.
 * @throws ProblemError `origin_not_allowed`
 */
export function requireCookieOrigin({ origins, publicUrl }: CookieSettings, request: Request): void {
  const origin = request.headers.get('origin');
  if (origin === null || (origin !== new URL(publicUrl).origin && !origins.includes(origin)))
    throw new ProblemError('origin_not_allowed');
}

/**
 * Whether a page's origin and the gateway are surely one site. Without the list of public suffixes that is: the same host, or
 * one inside of the other. A wrong no only costs `SameSite=None`, and unsafe calls are checked by their origin anyway.
 */
function isSameSite(origin: string | null, own: URL): boolean {
  if (origin === null || !URL.canParse(origin)) return true;
  const { protocol, hostname } = new URL(origin);
  return (
    protocol === own.protocol &&
    (hostname === own.hostname ||
      hostname.endsWith(`.${own.hostname}`) ||
      own.hostname.endsWith(`.${hostname}`))
  );
}
