import {
  limits,
  type Cart,
  type CartChange,
  type CartCheck,
  type CartMerge,
  type CartSummary,
  type CreateCart,
  type MergeCart,
  type Page,
  type CartLine,
  type SetLines,
  type UpdateCart,
} from '@kontor/contract';

import { decodeCursor, encodeCursor } from '../../http/cursor.js';
import { stampOf } from '../../http/stamp.js';
import { ProblemError } from '../../problem-error.js';
import type { BuyerScope } from '../../scope.js';
import type { CatalogVariant } from '../catalog/types.js';
import type { Events } from '../events/service.js';
import { checkCart } from './check.js';
import { editLines, type EditDeps } from './edit.js';
import { mergeOperations } from './merge.js';
import { cartLine, cartSummary } from './present.js';
import {
  countCarts,
  deleteCart,
  deleteLines,
  findCart,
  findCurrentCart,
  findLines,
  insertCart,
  listCarts,
  lockCart,
  markOrdered,
  unsetCurrent,
  updateCart,
  type StoredCart,
} from './queries.js';
import { stateOfPrices } from './priced-for.js';
import { repriceCart } from './reprice.js';
import { switching } from './switching.js';
import type { CartForOrder, CartSwitching } from './types.js';

export { totalsOf } from './sums.js';
export type { CartForOrder } from './types.js';

/** What carts need of other modules. */
export interface CartDeps extends EditDeps {
  events: Events;
}

/** How many of its lines come with a cart. */
interface FirstLines {
  lines?: number | undefined;
}

/** Carts of a member under an agreement. */
export interface CartService extends CartSwitching {
  list(
    scope: BuyerScope,
    query: { limit?: number | undefined; after?: string | undefined },
  ): Promise<Page<CartSummary>>;
  create(scope: BuyerScope, input: CreateCart): Promise<Cart>;
  current(scope: BuyerScope, query: FirstLines): Promise<Cart>;
  get(scope: BuyerScope, id: string, query: FirstLines): Promise<Cart>;
  /** A cart as it stands, prices of former days included. @throws ProblemError `not_found` */
  summary(scope: BuyerScope, id: string): Promise<CartSummary>;
  update(scope: BuyerScope, id: string, input: UpdateCart): Promise<CartSummary>;
  remove(scope: BuyerScope, id: string): Promise<void>;
  lines(
    scope: BuyerScope,
    id: string,
    query: { limit?: number | undefined; after?: string | undefined },
  ): Promise<Page<CartLine>>;
  setLines(
    scope: BuyerScope,
    id: string,
    input: SetLines,
    expectedVersion: number | undefined,
  ): Promise<CartChange>;
  clear(scope: BuyerScope, id: string, expectedVersion: number | undefined): Promise<CartSummary>;
  check(scope: BuyerScope, id: string): Promise<CartCheck>;
  merge(scope: BuyerScope, id: string, input: MergeCart): Promise<CartMerge>;
  /** Locks a cart and prices it as of this moment, in the scope's transaction. */
  forOrder(scope: BuyerScope, id: string): Promise<CartForOrder>;
  /** Takes a cart out of use: it has become an order. */
  markOrdered(scope: BuyerScope, id: string): Promise<void>;
}

const pageLines = 100;
const currentName = 'main';

export function createCarts(deps: CartDeps): CartService {
  const service: CartService = {
    ...switching(deps, lockFresh, announce),

    async list(scope, { limit = 50, after }) {
      const carts = await listCarts(scope, limit + 1, decodeCursor(after, ['string']));
      const shown = carts.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map((cart) => cartSummary(scope, cart)),
        nextCursor: carts.length > limit && last ? encodeCursor([last.id]) : null,
      };
    },

    async create(scope, { name }) {
      return scope.transaction(async (scope) => {
        if ((await countCarts(scope)) >= limits.cartsPerMember)
          throw new ProblemError('cart_limit_reached', { params: { limit: limits.cartsPerMember } });
        const id = await insertCart(scope, name, false);
        if (id === undefined) throw new ProblemError('already_exists', { pointer: '/name' });
        return answer(scope, await found(findCart(scope, id)));
      });
    },

    async current(scope, { lines }) {
      return answer(scope, await freshlyPriced(scope, await currentCart(scope)), lines);
    },

    async get(scope, id, { lines }) {
      return answer(scope, await freshlyPriced(scope, await found(findCart(scope, id))), lines);
    },

    async summary(scope, id) {
      return cartSummary(scope, await found(findCart(scope, id)));
    },

    async update(scope, id, { name, isCurrent }) {
      return scope.transaction(async (scope) => {
        const cart = await found(lockCart(scope, id));
        if (name !== undefined && (await hasOtherNamed(scope, cart, name)))
          throw new ProblemError('already_exists', { pointer: '/name' });
        if (isCurrent) await unsetCurrent(scope);
        await updateCart(scope, id, {
          ...(name === undefined ? {} : { name }),
          ...(isCurrent ? { isCurrent } : {}),
        });
        return cartSummary(scope, await announce(scope, id));
      });
    },

    async remove(scope, id) {
      await scope.transaction(async (scope) => {
        const cart = await found(lockCart(scope, id));
        await deleteCart(scope, cart.id);
      });
    },

    async lines(scope, id, { limit = pageLines, after }) {
      const cart = await freshlyPriced(scope, await found(findCart(scope, id)));
      return pageOfLines(scope, cart, limit, decodeCursor(after, ['number'])?.[0] ?? 0);
    },

    async setLines(scope, id, input, expectedVersion) {
      return scope.transaction(async (scope) => {
        const cart = await lockFresh(scope, id, expectedVersion);
        const { outcomes, lines, variants } = await editLines(deps, scope, cart, input);
        const changed = lines.length > 0 || outcomes.some(({ status }) => status === 'removed');
        const after = changed ? await announce(scope, id) : cart;
        return {
          ...stampOf(scope),
          cart: cartSummary(scope, after),
          outcomes,
          lines: presentable(lines, variants),
        };
      });
    },

    async clear(scope, id, expectedVersion) {
      return scope.transaction(async (scope) => {
        const cart = await lockFresh(scope, id, expectedVersion);
        const lines = await findLines(scope, cart.id);
        await deleteLines(
          scope,
          cart.id,
          lines.map(({ variantId }) => variantId),
        );
        await updateCart(scope, id, { lineCount: 0, problemCount: 0, vatSums: {} });
        return cartSummary(scope, await announce(scope, id));
      });
    },

    async check(scope, id) {
      return scope.transaction(async (scope) => {
        const { summary, problemLines, repriced, groups } = await service.forOrder(scope, id);
        const { placeOrders, seePrices } = scope.caller.can;
        return {
          ...stampOf(scope),
          cart: summary,
          lines: problemLines,
          repriced,
          groups,
          canPlace: summary.lineCount > 0 && summary.problemCount === 0 && placeOrders && seePrices === 'own',
        };
      });
    },

    async forOrder(scope, id) {
      const cart = await found(lockCart(scope, id));
      const checked = await checkCart(deps, scope, cart, await epochOf(scope));
      const after = checked.isChanged ? await announce(scope, id) : cart;
      const withProblems = checked.lines.filter(({ problems }) => problems.length > 0);
      return {
        summary: cartSummary(scope, after),
        vatSums: after.vatSums,
        lines: checked.lines,
        variants: checked.variants,
        problemLines: presentable(withProblems, checked.variants),
        repriced: checked.repriced,
        groups: checked.groups,
      };
    },

    async markOrdered(scope, id) {
      await markOrdered(scope, id);
      const { companyId } = scope.caller.context;
      await deps.events.publish(
        scope,
        { companyId, personId: scope.caller.person.id },
        { type: 'cart.changed', cartId: id, version: 0 },
      );
    },

    async merge(scope, id, { from, quantities = 'sum' }) {
      if (from === id)
        throw new ProblemError('invalid_request', {
          pointer: '/from',
          detail: 'A cart cannot be merged with itself',
        });
      return scope.transaction(async (scope) => {
        // One order of locks, so that two merges in opposite directions do not wait for each other for ever.
        for (const each of [id, from].sort()) await found(lockCart(scope, each));
        const cart = await lockFresh(scope, id, undefined);
        const operations = await mergeOperations(deps, scope, { into: id, from, quantities });
        const outcomes = [];
        let current = cart;
        for (let start = 0; start < operations.length; start += limits.lineOperationsPerCall) {
          const edit = await editLines(deps, scope, current, {
            operations: operations.slice(start, start + limits.lineOperationsPerCall),
          });
          outcomes.push(...edit.outcomes);
          current = await found(findCart(scope, id));
        }
        await deleteCart(scope, from);
        return { ...stampOf(scope), cart: cartSummary(scope, await announce(scope, id)), outcomes };
      });
    },
  };
  return service;

  /** The member's current cart, made when there is none; two requests at once make one. */
  async function currentCart(scope: BuyerScope): Promise<StoredCart> {
    const existing = await findCurrentCart(scope);
    if (existing) return existing;
    await insertCart(scope, currentName, true);
    const cart = await findCurrentCart(scope);
    if (cart) return cart;
    // The name is taken by a cart that is not the current one any more: it becomes it again.
    return scope.transaction(async (scope) => {
      const { items } = await service.list(scope, { limit: limits.cartsPerMember });
      const named = items.find(({ name }) => name === currentName);
      if (!named) throw new ProblemError('unavailable');
      await unsetCurrent(scope);
      await updateCart(scope, named.id, { isCurrent: true });
      return found(findCurrentCart(scope));
    });
  }

  async function epochOf(scope: BuyerScope): Promise<string> {
    return stateOfPrices(scope, await deps.pricing.epoch(scope));
  }

  /** Locks a cart for an edit and makes sure that its stored prices are of the present. */
  async function lockFresh(
    scope: BuyerScope,
    id: string,
    expectedVersion: number | undefined,
  ): Promise<StoredCart> {
    const cart = await found(lockCart(scope, id));
    if (expectedVersion !== undefined && expectedVersion !== cart.version)
      throw new ProblemError('version_conflict', { params: { cart: cartSummary(scope, cart) } });
    const epoch = await epochOf(scope);
    if (cart.priceEpoch === epoch) return cart;
    await repriceCart(deps, scope, cart, { epoch, settle: false });
    return found(findCart(scope, id));
  }

  /** The cart with prices of the present; writes only when a price may have changed since. */
  async function freshlyPriced(scope: BuyerScope, cart: StoredCart): Promise<StoredCart> {
    if (cart.priceEpoch === (await epochOf(scope))) return cart;
    return scope.transaction((scope) => lockFresh(scope, cart.id, undefined));
  }

  async function announce(scope: BuyerScope, id: string): Promise<StoredCart> {
    const cart = await found(findCart(scope, id));
    const { companyId } = scope.caller.context;
    await deps.events.publish(
      scope,
      { companyId, personId: scope.caller.person.id },
      { type: 'cart.changed', cartId: id, version: cart.version },
    );
    return cart;
  }

  async function answer(scope: BuyerScope, cart: StoredCart, firstLines = pageLines): Promise<Cart> {
    return {
      ...stampOf(scope),
      ...cartSummary(scope, cart),
      lines: await pageOfLines(scope, cart, firstLines, 0),
    };
  }

  async function pageOfLines(
    scope: BuyerScope,
    cart: StoredCart,
    limit: number,
    afterPosition: number,
  ): Promise<Page<CartLine>> {
    const lines = await findLines(scope, cart.id, limit + 1, afterPosition);
    const shown = lines.slice(0, limit);
    const variants = await deps.variants.byId(
      scope,
      shown.map(({ variantId }) => variantId),
    );
    const last = shown.at(-1);
    return {
      items: presentable(shown, variants),
      nextCursor: lines.length > limit && last ? encodeCursor([last.position]) : null,
    };
  }

  async function hasOtherNamed(scope: BuyerScope, cart: StoredCart, name: string): Promise<boolean> {
    const { items } = await service.list(scope, { limit: limits.cartsPerMember });
    return items.some((each) => each.name === name && each.id !== cart.id);
  }
}

function presentable(
  lines: readonly Parameters<typeof cartLine>[0][],
  variants: ReadonlyMap<number, CatalogVariant>,
): CartLine[] {
  return lines.flatMap((line) => {
    const variant = variants.get(line.variantId);
    return variant ? [cartLine(line, variant)] : [];
  });
}

/** @throws ProblemError `not_found`, the same for foreign and unknown carts */
async function found(cart: Promise<StoredCart | undefined>): Promise<StoredCart> {
  const row = await cart;
  if (!row) throw new ProblemError('not_found');
  return row;
}
