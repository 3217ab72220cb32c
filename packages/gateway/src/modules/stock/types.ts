import type { ShownQuantity } from '@kontor/contract';

import type { BuyerScope, Scope } from '../../scope.js';

/** Free stock of a variant in one warehouse. Exact: never answer it, pass it through `Stock.show`. */
export interface FreeStock {
  warehouseId: string;
  /** Balance less reservations, never negative; plain decimal string. */
  free: string;
}

/** Days from order to the buyer's location. */
export interface LeadTime {
  minDays: number;
  maxDays: number;
}

/** A wish of one order line. */
export interface Wanted {
  position: number;
  variantId: number;
  /** Plain decimal string. */
  quantity: string;
}

/** Goods held for one order line in one warehouse. */
export interface Held {
  position: number;
  variantId: number;
  warehouseId: string;
  quantity: string;
}

/** A line that stock cannot serve. */
export interface Shortage {
  position: number;
  variantId: number;
  /** Exact; pass it through `Stock.show` before it leaves. */
  available: string;
}

/** Who serves what: groups by warehouse, nearest first. */
export interface Allocation {
  held: Held[];
  shortages: Shortage[];
}

/** What other modules ask of stock. */
export interface StockService {
  /** Exact free stock by variant in all warehouses of the agreement, plain decimal strings; variants without stock are missing. */
  free(scope: BuyerScope, variantIds: readonly number[]): Promise<Map<number, string>>;
  /** What the company's display policy lets out of an exact quantity; undefined when stock is hidden from the caller. */
  show(scope: BuyerScope, exact: string): Promise<ShownQuantity | undefined>;
  /** Whether the caller may know exact stock, and so from where goods come; staff always may. */
  seesExact(scope: Scope): Promise<boolean>;
  /**
   * Whether free stock does not reach, told only to those who see the exact figure or that there is nothing: a quantity
   * check must not find out what the display policy hides.
   */
  shortage(
    scope: BuyerScope,
    quantity: string,
    free: string,
  ): Promise<{ available: ShownQuantity } | undefined>;
  /** Splits wishes over warehouses, nearest first, without holding anything, by what the caller may know of stock. */
  allocate(scope: BuyerScope, wanted: readonly Wanted[]): Promise<Allocation>;
  /** Allocates and holds in the scope's transaction, all or nothing: with shortages nothing is held. Locks rows in one order. */
  reserve(scope: BuyerScope, orderId: string, wanted: readonly Wanted[]): Promise<Allocation>;
  /** Gives back what an order holds, all of it or in one warehouse, in the scope's transaction. */
  release(scope: Pick<Scope, 'db' | 'now'>, orderId: string, warehouseId?: string): Promise<void>;
  /** The goods of an order left: neither held nor there any more, in the scope's transaction. */
  ship(scope: Scope, orderId: string): Promise<void>;
  leadTimes(scope: BuyerScope): Promise<Map<string, LeadTime>>;
}
