import type { SignedIn } from '@kontor/contract';

import type { Scope } from '../../scope.js';
import { readCredentials } from './credentials.js';
import { describeSessionById } from './describe-session.js';
import type { OpenedSession } from './open-session.js';
import { cookieFor } from './session-cookie.js';
import type { AccessDeps } from './types.js';

/** The part of a call that a token is handed over with. */
export interface HandOver {
  scope: Scope;
  request: Request;
  setHeader(this: void, name: string, value: string): void;
}

/** Hands a token over once, by the way that was asked for. */
export async function handOver(
  access: AccessDeps,
  { scope, request, setHeader }: HandOver,
  { id, token }: OpenedSession,
  transport: 'bearer' | 'cookie' = 'bearer',
): Promise<SignedIn> {
  const session = await describeSessionById(access, scope, id);
  if (transport === 'bearer') return { token, session };
  setHeader('set-cookie', cookieFor(access.settings, request, token));
  await endReplaced(access, scope, request, id);
  return { token: null, session };
}

/** The cookie that is overwritten takes its session along: nobody could end it any more. */
async function endReplaced(access: AccessDeps, scope: Scope, request: Request, newId: string): Promise<void> {
  const former = scope.caller.sessionId;
  if (former === null || former === newId) return;
  if (readCredentials(request, access.settings)?.transport !== 'cookie') return;
  await scope.db
    .updateTable('session')
    .set({ ended_at: scope.now })
    .where('id', '=', former)
    .where('ended_at', 'is', null)
    .execute();
}
