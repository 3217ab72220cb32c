import type { Scope } from '../../scope.js';
import type { Events } from '../events/service.js';

/** Says to everybody who buys under these agreements that their terms are others now: what was priced before is stale. */
export async function renewSessions(
  scope: Pick<Scope, 'db' | 'now'>,
  events: Events,
  agreementIds: readonly string[],
): Promise<void> {
  if (agreementIds.length === 0) return;
  const sessions = await scope.db
    .updateTable('session')
    .set((update) => ({ revision: update('revision', '+', 1) }))
    .where('agreement_id', 'in', agreementIds)
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', scope.now)]))
    .returning(['person_id as personId', 'member_id as memberId', 'revision'])
    .execute();
  const members = await scope.db
    .selectFrom('member')
    .select(['id', 'company_id as companyId'])
    .where('id', 'in', sessions.flatMap(({ memberId }) => memberId ?? []).concat(''))
    .execute();
  const companyOf = new Map(members.map(({ id, companyId }) => [id, companyId]));
  for (const { personId, memberId, revision } of sessions) {
    const companyId = companyOf.get(memberId ?? '');
    if (companyId !== undefined)
      await events.publish(scope, { companyId, personId }, { type: 'session.changed', revision });
  }
}
