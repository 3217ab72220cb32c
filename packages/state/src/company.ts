import {
  isApiError,
  newIdempotencyKey,
  type AccessRequestInput,
  type Balance,
  type CallRequest,
  type CallRequested,
  type Client,
  type Company,
} from '@kontor/sdk';

import { createRemote, type Remote } from './remote.js';
import type { SessionPart } from './session.js';
import { when } from './when.js';

/** The selected company: who looks after it, what it owes. Visitors have none. */
export interface CompanyPart {
  /** The company with its requisites and its manager; null without a company. */
  readonly details: Remote<Company | null>;
  /** What it owes and may owe; null when nobody told of it, and for those who may not see it. */
  readonly balance: Remote<Balance | null>;
  /** Asks the manager for a call; once, though the answer is lost and the same is asked again. @throws ApiError `not_found`, `too_many_requests` */
  callMe(request: CallRequest): Promise<CallRequested>;
  /** Asks the supplier for access, as a visitor; once, as above. @throws ApiError `too_many_requests` */
  requestAccess(request: AccessRequestInput): Promise<void>;
}

export function createCompany(
  { company, accessRequests }: Pick<Client, 'company' | 'accessRequests'>,
  session: SessionPart,
): CompanyPart {
  const { $buyer, $context, $can, owner } = session;
  const heeding = async <Answer>(asking: Promise<Answer>): Promise<Answer> => {
    try {
      return await asking;
    } catch (error) {
      session.heed(error);
      throw error;
    }
  };
  const known = (signal: AbortSignal): Promise<unknown> =>
    when($buyer, (buyer) => buyer !== undefined, signal);
  return {
    details: createRemote(
      async (signal) => {
        await known(signal);
        return $context.get() ? heeding(company.get({ signal })) : null;
      },
      { reloadOn: [$buyer], owner },
    ),
    balance: createRemote(
      async (signal) => {
        await known(signal);
        return $can.get().seeBalance ? heeding(company.balance({ signal })) : null;
      },
      { reloadOn: [$buyer], owner },
    ),
    callMe: sendOnce((request, idempotencyKey) => heeding(company.callMe(request, { idempotencyKey }))),
    requestAccess: sendOnce((request, idempotencyKey) => accessRequests.create(request, { idempotencyKey })),
  };
}

/** The same that is asked again after a lost answer has the same key. */
function sendOnce<Request, Answer>(
  send: (request: Request, idempotencyKey: string) => Promise<Answer>,
): (request: Request) => Promise<Answer> {
  let intent: { readonly text: string; readonly key: string } | undefined;
  return async (request) => {
    const text = JSON.stringify(request);
    if (intent?.text !== text) intent = { text, key: newIdempotencyKey() };
    try {
      const answer = await send(request, intent.key);
      intent = undefined;
      return answer;
    } catch (error) {
      // A refusal is final under its key; a lost connection is not.
      if (isApiError(error)) intent = undefined;
      throw error;
    }
  };
}
