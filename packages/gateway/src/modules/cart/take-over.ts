import { limits } from '@kontor/contract';

import type { BuyerScope } from '../../scope.js';
import {
  deleteCart,
  findCart,
  findCurrentCart,
  findCurrentCartUnder,
  listCarts,
  moveCart,
  unsetCurrent,
  updateCart,
  type StoredCart,
} from './queries.js';

/** A cart that has just changed its agreement; its sums are still of the former one. */
export interface TakenOver {
  cart: StoredCart;
  formerCurrency: string;
}

/**
 * The current cart of the former agreement becomes the current one of the selected agreement. A cart with lines that was
 * current there stays under another name; nothing is lost. Undefined when there is nothing to take along.
 */
export async function takeOver(scope: BuyerScope, formerAgreementId: string): Promise<TakenOver | undefined> {
  if (formerAgreementId === scope.caller.agreement.id) return undefined;
  const former = await findCurrentCartUnder(scope, formerAgreementId);
  if (!former || former.lineCount === 0) return undefined;
  const there = await findCurrentCart(scope);
  if (there?.lineCount === 0) await deleteCart(scope, there.id);
  else if (there) await unsetCurrent(scope);
  const names = new Set(
    (await listCarts(scope, limits.cartsPerMember + 1, undefined)).map(({ name }) => name),
  );
  // The cart that was here makes room: the one that is taken along keeps its name.
  if (there && there.lineCount > 0 && there.name === former.name)
    await updateCart(scope, there.id, { name: freeName(former.name, names) });
  const others = (await listCarts(scope, limits.cartsPerMember + 1, undefined)).filter(
    ({ name }) => name === former.name,
  );
  for (const other of others) await updateCart(scope, other.id, { name: freeName(other.name, names) });
  await moveCart(scope, former.id, formerAgreementId);
  const cart = await findCart(scope, former.id);
  return cart && { cart: { ...cart, vatSums: former.vatSums }, formerCurrency: former.currency };
}

function freeName(name: string, taken: Set<string>): string {
  for (let number = 2; ; number += 1) {
    const candidate = `${name.slice(0, 110)} (${String(number)})`;
    if (taken.has(candidate)) continue;
    taken.add(candidate);
    return candidate;
  }
}
