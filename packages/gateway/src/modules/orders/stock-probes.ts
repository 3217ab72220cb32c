import type { Problem } from '@kontor/contract';

import { giveBack, spend, type Allowance } from '../../http/allowance.js';
import type { BuyerScope } from '../../scope.js';
import type { StockService } from '../stock/types.js';

/** Placings of one member that may be refused for want of stock. */
function stockRefusals(memberId: string): Allowance {
  return { key: `stock-refusal:${memberId}`, tries: 6, seconds: 900 };
}

/**
 * Lets nobody find out hidden stock by placing orders that are too large: who does not see exact stock is refused so few times
 * within a quarter of an hour. Each placing counts before it is made, and no longer once it turns out not to be refused for that.
 * @throws ProblemError `too_many_requests`, whatever stock there is
 */
export function limitStockProbes(stock: StockService) {
  return async (scope: BuyerScope, serve: () => Promise<Response>): Promise<Response> => {
    if (await stock.seesExact(scope)) return serve();
    const allowance = stockRefusals(scope.caller.context.memberId);
    await spend(scope.db, allowance, scope.now);
    let isRefusal = false;
    try {
      const response = await serve();
      isRefusal = await isForWantOfStock(response);
      return response;
    } finally {
      if (!isRefusal) await giveBack(scope.db, allowance);
    }
  };
}

async function isForWantOfStock(response: Response): Promise<boolean> {
  if (response.status !== 409) return false;
  const { code } = (await response.clone().json()) as Problem;
  return code === 'not_enough_stock';
}
