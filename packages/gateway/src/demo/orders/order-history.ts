import type { Tables } from '../../database/tables.js';
import { daysFrom } from '../instants.js';
import type { Random } from '../random.js';

type OrderStatus = Tables['orders']['status'];

/** A step of a demo order. */
export interface DemoOrderStep {
  readonly status: OrderStatus;
  readonly at: Date;
}

const course: readonly OrderStatus[] = ['placed', 'confirmed', 'assembling', 'shipped', 'delivered'];

/** What has happened to an order since it was placed; old orders have arrived, one in twelve was canceled. */
export function orderHistory(placedAt: Date, ageInDays: number, random: Random): DemoOrderStep[] {
  const isCanceled = random.chance(0.08);
  const reached = isCanceled ? random.whole(1, 2) : ageInDays > 14 ? 5 : random.whole(1, 5);
  const steps = course
    .slice(0, reached)
    .map((status, index) => ({ status, at: daysFrom(placedAt, (index * Math.min(ageInDays, 10)) / 8) }));
  return isCanceled
    ? [...steps, { status: 'canceled', at: daysFrom(placedAt, (reached * Math.min(ageInDays, 10)) / 8) }]
    : steps;
}

/** Whether stock is still held for an order in this status. */
export function holdsStock(status: OrderStatus): boolean {
  return status === 'placed' || status === 'confirmed' || status === 'assembling';
}
