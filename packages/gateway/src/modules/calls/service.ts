import type { CallRequest, CallRequested, CallSubject } from '@kontor/contract';

import { json } from '../../database/json.js';
import type { StoredCallSubject } from '../../database/tables.js';
import { spend } from '../../http/allowance.js';
import { newId } from '../../identifiers.js';
import { ProblemError } from '../../problem-error.js';
import type { BuyerScope, MemberScope } from '../../scope.js';
import { audit } from '../access/service.js';
import type { CartService } from '../cart/service.js';
import type { Catalog } from '../catalog/service.js';
import type { Orders } from '../orders/service.js';
import { enqueue } from '../outbox/service.js';
import { keepPhone } from './keep-phone.js';
import { findReceivers } from './receivers.js';
import { callTopic } from './send-call-letters.js';

export { callTopic, createCallLetters } from './send-call-letters.js';

/** What calls need of other modules: only what the caller sees can be talked about. */
export interface CallDeps {
  catalog: Pick<Catalog, 'bySku' | 'product'>;
  carts: Pick<CartService, 'summary'>;
  orders: Pick<Orders, 'get'>;
}

/** Buyers who want to be called back. */
export interface Calls {
  /**
   * Writes the wish down and, in the same transaction, the letter to whoever is to call.
   * @throws ProblemError `not_found` for a subject that the caller does not see, `too_many_requests`, `unavailable` when there
   * is nobody to tell
   */
  request(scope: MemberScope, input: CallRequest): Promise<CallRequested>;
}

/** Calls that one person may ask for in an hour. */
const callsPerHour = 5;

export function createCalls(deps: CallDeps): Calls {
  return {
    request: (outer, { phone, note, about = {} }) =>
      outer.transaction(async (scope) => {
        const { person, company, context } = scope.caller;
        await spend(scope.db, { key: `call-me:${person.id}`, tries: callsPerHour, seconds: 3600 }, scope.now);
        const subject = await subjectOf(deps, scope, about);
        const { managerName, addresses } = await findReceivers(scope);
        if (addresses.length === 0) throw new ProblemError('unavailable');
        const id = newId('cal');
        await scope.db
          .insertInto('call_request')
          .values({
            id,
            company_id: company.id,
            member_id: context.memberId,
            phone: phone.trim(),
            note: note?.trim() || null,
            about: json(subject),
            created_at: scope.now,
          })
          .execute();
        for (const to of addresses)
          await enqueue(scope, {
            topic: callTopic,
            key: newId('ltr'),
            channel: { kind: 'email', ...to },
            payload: { callRequestId: id },
          });
        await keepPhone(scope, phone.trim());
        await audit(scope, 'call.requested', { subject: id, details: { about: Object.keys(about) } });
        return { managerName };
      }),
  };
}

/** The subject in the words that the caller sees. @throws ProblemError `not_found`, the same for what is foreign and unknown */
async function subjectOf(
  { catalog, carts, orders }: CallDeps,
  scope: MemberScope,
  { productId, sku, cartId, orderId, query }: CallSubject,
): Promise<StoredCallSubject> {
  const subject: StoredCallSubject = {};
  if (productId !== undefined) {
    const { id, name } = await seen('productId', catalog.product(scope, productId));
    subject.product = { id, name };
  }
  if (sku !== undefined) {
    const variant = await seen(
      'sku',
      catalog.bySku(scope, [sku]).then((variants) => variants.get(sku)),
    );
    subject.variant = { sku: variant.sku, name: variant.name };
  }
  if (cartId !== undefined) {
    const { id, lineCount } = await seen(
      'cartId',
      isBuyerScope(scope) ? carts.summary(scope, cartId) : Promise.resolve(undefined),
    );
    subject.cart = { id, lineCount };
  }
  if (orderId !== undefined) {
    const { id, number } = await seen('orderId', orders.get(scope, orderId));
    subject.order = { id, number };
  }
  if (query !== undefined) subject.query = query;
  return subject;
}

async function seen<Thing>(field: keyof CallSubject, thing: Promise<Thing | undefined>): Promise<Thing> {
  const missing = () => new ProblemError('not_found', { pointer: `/about/${field}` });
  const found = await thing.catch((error: unknown) => {
    throw error instanceof ProblemError && error.code === 'not_found' ? missing() : error;
  });
  if (found === undefined) throw missing();
  return found;
}

const isBuyerScope = (scope: MemberScope): scope is BuyerScope => scope.caller.agreement !== null;
