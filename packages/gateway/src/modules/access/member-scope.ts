import type { MemberScope, Scope } from '../../scope.js';

/** Whether the caller acts for a company. */
export function isMemberScope(scope: Scope): scope is MemberScope {
  const { person, context, company } = scope.caller;
  return person !== null && context !== null && company !== null;
}
