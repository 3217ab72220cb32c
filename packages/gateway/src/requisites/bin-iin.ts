import type { RequisiteReason } from './requisite-validator.js';
import { weightedSum } from './weighted-sum.js';

const firstWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/** Checks the twelve-digit number of a Kazakh company (БИН) or person (ИИН): form and check digit. */
export function validateBinIin(number: string): RequisiteReason | null {
  if (!/^\d{12}$/.test(number) || number === '000000000000') return 'format';
  const first = weightedSum(number, firstWeights) % 11;
  const check = first === 10 ? weightedSum(number, secondWeights) % 11 : first;
  return check === Number(number[11]) ? null : 'checksum';
}
