import type { Operation } from '@kontor/contract';

import type { Caller } from '../caller.js';
import { ProblemError } from '../problem-error.js';

/** Scope that an API key needs for an operation. */
function scopeFor(operation: Operation): string {
  if (operation.method === 'GET' || operation.idempotency === 'none') return 'read';
  if (
    operation.path.startsWith('/v1/carts') ||
    operation.path === '/v1/session/agreement' ||
    operation.path === '/v1/session/location'
  )
    return 'cart';
  return 'orders';
}

/** Lets a caller pass into an operation, or throws why not. */
export function guard(operation: Operation, caller: Caller, now: Date): void {
  if (operation.access === 'anyone') return;
  if (!caller.person) throw new ProblemError('unauthenticated');
  if (caller.scopes && !caller.scopes.includes(scopeFor(operation)))
    throw new ProblemError('forbidden', { detail: 'The API key lacks the scope' });
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
  const today = now.toISOString().slice(0, 10);
  const { validFrom, validTo } = caller.agreement;
  if ((validFrom && validFrom > today) || (validTo && validTo < today))
    throw new ProblemError('agreement_not_valid');
}
