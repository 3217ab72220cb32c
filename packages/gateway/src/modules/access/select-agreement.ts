import type { AgreementPreview, AgreementSwitch } from '@kontor/contract';

import { calendarDay } from '../../calendar-day.js';
import type { BuyerCaller } from '../../caller.js';
import { ProblemError } from '../../problem-error.js';
import type { BuyerScope, MemberScope } from '../../scope.js';
import type { AgreementChoice, CartSwitching } from '../cart/types.js';
import { findAgreements, findValidAgreements, isValidOn } from './agreements.js';
import { audit } from './audit.js';
import { callerOfSession } from './authenticate.js';
import { announce } from './own-session.js';
import type { AccessDeps } from './types.js';
import { scopeAs, unscoped } from './unscoped.js';

/**
 * Lets the member buy under another agreement; the current cart comes along in the same transaction.
 * @throws ProblemError `not_found`, `agreement_not_valid`
 */
export async function selectAgreement(
  { settings, events }: AccessDeps,
  cart: CartSwitching,
  outer: MemberScope,
  agreementId: string,
): Promise<AgreementSwitch> {
  return outer.transaction(async (scope) => {
    const sessionId = scope.caller.sessionId ?? '';
    const choice = (await findAgreements(scope)).find(({ agreement }) => agreement.id === agreementId);
    if (!choice) throw new ProblemError('not_found', { pointer: '/agreementId' });
    if (!isValidOn(choice.agreement, calendarDay(scope.now, settings.timeZone)))
      throw new ProblemError('agreement_not_valid', { pointer: '/agreementId' });
    const { former } = await scope.db
      .selectFrom('session')
      .select('agreement_id as former')
      .where('id', '=', sessionId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const isChange = former !== agreementId;
    if (isChange)
      await scope.db
        .updateTable('session')
        .set((update) => ({ agreement_id: agreementId, revision: update('revision', '+', 1) }))
        .where('id', '=', sessionId)
        .execute();
    const changed = scopeAs(scope, buyer(await callerOfSession(unscoped(scope), sessionId)));
    const moved = await cart.moveCurrent(changed, isChange ? former : null);
    if (isChange) {
      await announce(events, changed);
      await audit(changed, 'session.agreementSelected', { subject: agreementId, details: { former } });
    }
    return { context: changed.caller.context, ...moved };
  });
}

/**
 * Compares agreements for the current cart and changes nothing; all valid ones when none are named.
 * @throws ProblemError `not_found` for an agreement that is not the company's or not valid
 */
export async function previewAgreements(
  { settings }: AccessDeps,
  cart: CartSwitching,
  scope: BuyerScope,
  agreementIds: readonly string[] | undefined,
): Promise<AgreementPreview> {
  const valid = await findValidAgreements(scope, settings);
  const choices = agreementIds?.map((id, index): AgreementChoice => {
    const choice = valid.find(({ agreement }) => agreement.id === id);
    if (!choice) throw new ProblemError('not_found', { pointer: `/agreementIds/${index}` });
    return choice;
  });
  return { items: await cart.preview(scope, choices ?? valid) };
}

function buyer(caller: Awaited<ReturnType<typeof callerOfSession>>): BuyerCaller {
  const { person, context, company, agreement } = caller;
  if (!person || !context || !company || !agreement) throw new ProblemError('no_agreement');
  return { ...caller, person, context, company, agreement };
}
