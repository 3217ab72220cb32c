import { operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import type { CartSwitching } from '../cart/types.js';
import { previewAgreements, selectAgreement } from './select-agreement.js';
import type { Access } from './types.js';

const { session } = operations;

/** Switching between agreements; the cart comes along. */
export function agreementRoutes({ deps }: Access, cart: CartSwitching): Route[] {
  return [
    route(session.selectAgreement, async ({ scope, body }) =>
      selectAgreement(deps, cart, scope, body.agreementId),
    ),

    route(session.previewAgreement, async ({ scope, body }) =>
      previewAgreements(deps, cart, scope, body.agreementIds),
    ),
  ];
}
