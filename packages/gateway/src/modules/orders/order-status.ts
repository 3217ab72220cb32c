import type { OrderStatus } from '@kontor/contract';

const next: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  placed: ['confirmed', 'assembling', 'shipped', 'canceled'],
  confirmed: ['assembling', 'shipped', 'canceled'],
  assembling: ['shipped', 'canceled'],
  shipped: ['delivered'],
  delivered: [],
  canceled: [],
};

/** Whether an order may go from one status to another. */
export function canMove(from: OrderStatus, to: OrderStatus): boolean {
  return next[from].includes(to);
}

/** Whether the buyer may still cancel: until the goods are being assembled. */
export function canBuyerCancel(status: OrderStatus): boolean {
  return status === 'placed' || status === 'confirmed';
}
