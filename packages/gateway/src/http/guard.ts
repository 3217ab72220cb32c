import type { Operation } from '@kontor/contract';

import { calendarDay } from '../calendar-day.js';
import type { Caller } from '../caller.js';
import { ProblemError } from '../problem-error.js';

/** Changes that a script may make besides carts and orders, with the scope that they need. */
const changesOfKeys: Readonly<Record<string, string>> = {
  '/v1/session/agreement': 'cart',
  '/v1/session/location': 'cart',
  '/v1/session/agreement-preview': 'read',
  '/v1/company/addresses': 'orders',
  '/v1/company/addresses/{id}': 'orders',
};

/** Scope that an API key needs for an operation; undefined where no key may go: passwords, members and keys are for people. */
function scopeFor({ method, path, idempotency }: Operation): string | undefined {
  if (method === 'GET') return 'read';
  if (Object.hasOwn(changesOfKeys, path)) return changesOfKeys[path];
  if (/^\/v1\/(session|company|backoffice)(\/|$)/.test(path)) return undefined;
  if (idempotency === 'none') return 'read';
  return path.startsWith('/v1/carts') ? 'cart' : 'orders';
}

/** Lets a caller pass into an operation, or throws why not. Agreements begin and end by the calendar of the zone. */
export function guard(operation: Operation, caller: Caller, now: Date, timeZone: string): void {
  // A key of another system opens what is made for such systems, and nothing else.
  if (caller.kind === 'integration' && operation.access !== 'integration')
    throw new ProblemError('forbidden');
  if (operation.access === 'anyone') return;
  if (operation.access === 'integration') {
    if (caller.kind === 'integration') return;
    throw new ProblemError(caller.person ? 'forbidden' : 'unauthenticated');
  }
  if (!caller.person) throw new ProblemError('unauthenticated');
  if (caller.scopes) {
    const scope = scopeFor(operation);
    if (scope === undefined || !caller.scopes.includes(scope))
      throw new ProblemError('forbidden', { detail: 'The API key lacks the scope' });
  }
  if (operation.access === 'person') return;
  if (operation.access === 'staff' || operation.access === 'admin') {
    if (!caller.staff || (operation.access === 'admin' && caller.staff !== 'admin'))
      throw new ProblemError('forbidden');
    return;
  }
  if (!caller.context) throw new ProblemError('no_company');
  if (operation.needs && !caller.can[operation.needs])
    throw new ProblemError('forbidden', { params: { permission: operation.needs } });
  if (operation.access === 'member') return;
  if (!caller.agreement) throw new ProblemError('no_agreement');
  const { validFrom, validTo } = caller.agreement;
  if (validFrom === null && validTo === null) return;
  const today = calendarDay(now, timeZone);
  if ((validFrom !== null && validFrom > today) || (validTo !== null && validTo < today))
    throw new ProblemError('agreement_not_valid');
}
