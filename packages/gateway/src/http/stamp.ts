import type { MemberScope } from '../scope.js';

/** Context and revision that every personal answer carries, so that a client can drop a stale one. */
export function stampOf({ caller: { context } }: MemberScope): { contextId: string; revision: number } {
  return { contextId: context.id, revision: context.revision };
}
