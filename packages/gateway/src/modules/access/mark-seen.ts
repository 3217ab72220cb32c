import type { FoundSession } from './authenticate.js';
import type { AccessDeps } from './types.js';

/** Milliseconds between two marks of one session. */
const markEvery = 300_000;

/** Notes that a session is in use, beside the request and seldom. */
export function markSeen(
  { background, database: { system } }: AccessDeps,
  { caller: { sessionId }, lastSeenAt }: FoundSession,
  now: Date,
): void {
  if (sessionId === null || (lastSeenAt !== null && now.getTime() - lastSeenAt.getTime() < markEvery)) return;
  background.run('mark session', () =>
    system.updateTable('session').set({ last_seen_at: now }).where('id', '=', sessionId).execute(),
  );
}
