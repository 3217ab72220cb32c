import type { RequisiteReason } from './requisite-validator.js';
import { weightedSum } from './weighted-sum.js';

const companyWeights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const personWeights11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const personWeights12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

function hasCheckDigit(inn: string, weights: readonly number[]): boolean {
  return (weightedSum(inn, weights) % 11) % 10 === Number(inn[weights.length]);
}

/** Checks the ten-digit tax number (ИНН) of a Russian legal entity: form and check digit. */
export function validateCompanyInn(inn: string): RequisiteReason | null {
  if (!/^\d{10}$/.test(inn) || inn.startsWith('00')) return 'format';
  return hasCheckDigit(inn, companyWeights) ? null : 'checksum';
}

/** Checks the twelve-digit tax number (ИНН) of a Russian person or sole proprietor: form and both check digits. */
export function validatePersonInn(inn: string): RequisiteReason | null {
  if (!/^\d{12}$/.test(inn) || inn.startsWith('00')) return 'format';
  return hasCheckDigit(inn, personWeights11) && hasCheckDigit(inn, personWeights12) ? null : 'checksum';
}
