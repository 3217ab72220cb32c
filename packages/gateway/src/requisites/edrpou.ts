import type { RequisiteReason } from './requisite-validator.js';
import { weightedSum } from './weighted-sum.js';

/** Checks the eight-digit register code (ЄДРПОУ) of a Ukrainian legal entity; leading zeros are part of it. */
export function validateEdrpou(edrpou: string): RequisiteReason | null {
  if (!/^\d{8}$/.test(edrpou) || edrpou === '00000000') return 'format';
  const weights = /^[345]/.test(edrpou) ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const first = weightedSum(edrpou, weights) % 11;
  const raised = weights.map((weight) => weight + 2);
  const check = first === 10 ? (weightedSum(edrpou, raised) % 11) % 10 : first;
  return check === Number(edrpou[7]) ? null : 'checksum';
}

/**
 * Checks the twelve-digit VAT number (ІПН) of a Ukrainian legal entity: its first seven digits repeat the ЄДРПОУ.
 * There is no public check digit.
 */
export function validateUaVatNumber(ipn: string, edrpou: string | undefined): RequisiteReason | null {
  if (!/^\d{12}$/.test(ipn)) return 'format';
  if (edrpou === undefined || edrpou === '') return 'incomplete';
  return ipn.slice(0, 7) === edrpou.slice(0, 7) ? null : 'mismatch';
}
