import type { GatewayDeps } from '../../ports.js';
import type { Deliver } from '../outbox/service.js';
import { callLetter } from './call-letter.js';

/** Topic of letters that say that a buyer wants to be called. */
export const callTopic = 'company.callRequested';

/** Sends the letter of a wish; one that was forgotten meanwhile is not sent. */
export function createCallLetters({
  database: { system },
  mailer,
  settings,
}: Pick<GatewayDeps, 'database' | 'mailer' | 'settings'>): Deliver {
  return async ({ channel, payload }) => {
    if (channel.kind !== 'email') throw new Error('A wish for a call is told by e-mail only');
    const { callRequestId } = payload as { callRequestId: string };
    const request = await system
      .selectFrom('call_request')
      .innerJoin('company', 'company.id', 'call_request.company_id')
      .innerJoin('member', 'member.id', 'call_request.member_id')
      .innerJoin('person', 'person.id', 'member.person_id')
      .select([
        'call_request.id as id',
        'call_request.phone as phone',
        'call_request.note as note',
        'call_request.about as about',
        'company.name as company',
        'person.name as name',
        'person.email as email',
      ])
      .where('call_request.id', '=', callRequestId)
      .executeTakeFirst();
    if (request) await mailer.send(callLetter(request, channel, settings));
  };
}
