import type { Location } from '@kontor/contract';

import type { DeliveryRule } from './queries.js';

/**
 * The rule for goods of a warehouse to a place: the most exact one that fits (city before country before anywhere, a named
 * warehouse before any), then the highest priority. Pure.
 */
export function chooseRule(
  rules: readonly DeliveryRule[],
  warehouseId: string | null,
  location: Location | null,
): DeliveryRule | undefined {
  return rules
    .filter((rule) => fits(rule, warehouseId, location))
    .sort((left, right) => exactness(right) - exactness(left) || right.priority - left.priority)[0];
}

function fits(rule: DeliveryRule, warehouseId: string | null, location: Location | null): boolean {
  if (rule.warehouseId !== null && rule.warehouseId !== warehouseId) return false;
  if (rule.country !== null && rule.country !== location?.country) return false;
  return rule.city === null || isSameCity(rule.city, location?.city ?? '');
}

function exactness(rule: DeliveryRule): number {
  return (rule.city === null ? 0 : 4) + (rule.country === null ? 0 : 2) + (rule.warehouseId === null ? 0 : 1);
}

/** Cities are compared as people write them: case, ё and spaces aside. */
function isSameCity(left: string, right: string): boolean {
  return normalized(left) === normalized(right);
}

function normalized(city: string): string {
  return city.trim().toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ');
}
