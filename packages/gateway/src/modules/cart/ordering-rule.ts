import type { LineOutcome } from '@kontor/contract';

import { compare, decimal, decimalText, plain, type Decimal } from '../../money/decimal.js';

/** Bounds and multiple of a variant; plain decimal strings. */
export interface Rule {
  min: string;
  step: string;
  max: string | null;
}

/** A quantity after a rule. */
export interface RuledQuantity {
  quantity: string;
  /** Why it differs from what was asked; undefined when it does not. */
  reason?: NonNullable<LineOutcome['reason']>;
  /** The bound or multiple that applied. */
  rule?: string;
}

/** Digits of every quantity. */
const digits = 6;

/**
 * The nearest quantity that may be ordered: not below `min`, a multiple of `step` rounded up, not above `max`.
 * A positive quantity never becomes zero, unless `max` allows nothing at all.
 */
export function applyRule(asked: string, { min, step, max }: Rule): RuledQuantity {
  const wanted = units(asked);
  const multiple = units(step) > 0n ? units(step) : 1n;
  const least = roundUp(units(min) > 0n ? units(min) : multiple, multiple);
  const most = max === null ? undefined : (units(max) / multiple) * multiple;
  const quantity = bounded(roundUp(wanted, multiple), least, most);
  if (quantity === wanted) return { quantity: plain(asked) };
  const text = textOf(quantity);
  if (most !== undefined && wanted > most)
    return { quantity: text, reason: 'aboveMaximum', rule: textOf(most) };
  if (roundUp(wanted, multiple) < least)
    return { quantity: text, reason: 'belowMinimum', rule: textOf(least) };
  return { quantity: text, reason: 'notMultiple', rule: textOf(multiple) };
}

/** Adds two quantities. */
export function addQuantities(left: string, right: string): string {
  return textOf(units(left) + units(right));
}

export function isZeroQuantity(quantity: string): boolean {
  return units(quantity) === 0n;
}

export function isMore(left: string, right: string): boolean {
  return compare(decimal(left), decimal(right)) > 0;
}

function bounded(quantity: bigint, least: bigint, most: bigint | undefined): bigint {
  const raised = quantity < least ? least : quantity;
  return most !== undefined && raised > most ? most : raised;
}

function roundUp(quantity: bigint, multiple: bigint): bigint {
  return ((quantity + multiple - 1n) / multiple) * multiple;
}

function units(text: string): bigint {
  const value: Decimal = decimal(text);
  return value.units * 10n ** BigInt(digits - value.digits);
}

function textOf(value: bigint): string {
  return plain(decimalText({ units: value, digits }));
}
