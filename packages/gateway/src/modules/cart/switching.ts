import type { BuyerScope } from '../../scope.js';
import type { EditDeps } from './edit.js';
import { judgeLines } from './judge-lines.js';
import { cartSummary } from './present.js';
import { isPricedFor, stateOfPrices } from './priced-for.js';
import { findCurrentCart, findLines, type StoredCart } from './queries.js';
import { changesOf, repriceCart, withoutFigures } from './reprice.js';
import { changeSums, differenceOf, totalsOf } from './sums.js';
import { takeOver } from './take-over.js';
import type { CartSwitching } from './types.js';

/** Moving the current cart between agreements, and what it would be under each. */
export function switching(
  deps: EditDeps,
  lockFresh: (scope: BuyerScope, id: string, version: undefined) => Promise<StoredCart>,
  announce: (scope: BuyerScope, id: string) => Promise<StoredCart>,
): CartSwitching {
  return {
    async moveCurrent(scope, formerAgreementId) {
      const nothing = { cart: null, repriced: [], removed: [], difference: null };
      if (!scope.caller.can.fillCart) return nothing;
      const moved = formerAgreementId === null ? undefined : await takeOver(scope, formerAgreementId);
      if (!moved) {
        const own = await findCurrentCart(scope);
        return own
          ? { ...nothing, cart: cartSummary(scope, await lockFresh(scope, own.id, undefined)) }
          : nothing;
      }
      const { repriced, removed } = await repriceCart(deps, scope, moved.cart, {
        epoch: stateOfPrices(scope, await deps.pricing.epoch(scope)),
        settle: true,
        // `repriced` tells, also of a currency where a line could not.
        silent: true,
      });
      const after = await announce(scope, moved.cart.id);
      const seesPrices = scope.caller.can.seePrices !== 'none' && isPricedFor(scope, moved.cart.priceEpoch);
      const before = totalsOf(moved.cart.vatSums, moved.formerCurrency);
      const now = totalsOf(after.vatSums, scope.caller.agreement.currency);
      const isSameCurrency = before.currency === now.currency;
      return {
        cart: cartSummary(scope, after),
        // A price in another currency is another figure, not a change of it.
        repriced: isSameCurrency
          ? repriced
          : repriced.map(({ sku, name, to, totalTo }) => ({
              sku,
              name,
              ...(to === undefined ? {} : { to }),
              ...(totalTo === undefined ? {} : { totalTo }),
            })),
        removed,
        difference: seesPrices ? differenceOf(before, now) : null,
      };
    },

    async preview(scope, choices) {
      const cart = await findCurrentCart(scope);
      const stored = cart ? await findLines(scope, cart.id) : [];
      const isSeen = cart !== undefined && isPricedFor(scope, cart.priceEpoch);
      const before = isSeen ? stored : stored.map(withoutFigures);
      const current = isSeen ? totalsOf(cart.vatSums, scope.caller.agreement.currency) : null;
      const seesPrices = scope.caller.can.seePrices !== 'none';
      const items = [];
      for (const { agreement, terms } of choices) {
        const assortmentId = terms.assortmentId ?? scope.caller.company.assortmentId;
        const variants = await deps.variants.byId(
          scope,
          before.map(({ variantId }) => variantId),
          assortmentId === null ? { assortmentId: 'public' } : { assortmentId },
        );
        const lines = await judgeLines(deps, scope, before, variants, { agreement: terms });
        const { repriced, removed } = changesOf(before, lines, variants);
        const totals = seesPrices ? totalsOf(changeSums({}, [], lines), agreement.currency) : null;
        const isSameCurrency = agreement.currency === scope.caller.agreement.currency;
        items.push({
          agreement,
          isCurrent: agreement.id === scope.caller.agreement.id,
          totals,
          repriced: isSameCurrency
            ? repriced
            : repriced.map(({ sku, name, to }) => ({ sku, name, ...(to === undefined ? {} : { to }) })),
          removed,
          difference: seesPrices ? differenceOf(current, totals) : null,
        });
      }
      return items;
    },
  };
}
