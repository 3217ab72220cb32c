import type { Kysely } from 'kysely';

import type { Caller } from '../../caller.js';
import type { Tables } from '../../database/tables.js';
import { createScope, type Scope } from '../../scope.js';

/**
 * The database of a scope, or its transaction, without the binding to companies. Only the access module may look across
 * companies: it is the one that finds out to which of them a person belongs.
 */
export function unscoped({ db }: Scope): Kysely<Tables> {
  return db.withoutPlugins();
}

/** The same request as seen by another caller, in the same transaction. */
export function scopeAs<By extends Caller>(scope: Scope, caller: By): Scope<By> {
  const { now, locale, requestId } = scope;
  return createScope({ caller, now, locale, requestId, system: unscoped(scope) });
}
