import type { RequisiteReason } from './requisite-validator.js';
import { weightedSum } from './weighted-sum.js';

const weights = [-1, 5, 7, 9, 4, 6, 10, 5, 7];

/** Checks the ten-digit taxpayer number (РНОКПП) of a Ukrainian person: form and check digit. */
export function validateRnokpp(rnokpp: string): RequisiteReason | null {
  if (!/^\d{10}$/.test(rnokpp) || rnokpp === '0000000000') return 'format';
  // The first weight is negative, so the sum may be too; adding 11 keeps the remainder in 0…10.
  const check = ((weightedSum(rnokpp, weights) + 11) % 11) % 10;
  return check === Number(rnokpp[9]) ? null : 'checksum';
}

/** Checks a Ukrainian person's number: РНОКПП, or the passport (`АА123456`, nine digits of an ID card) of those who refused one. */
export function validateUaPersonNumber(number: string): RequisiteReason | null {
  if (/^[А-ЯҐЄІЇ]{2}\d{6}$/.test(number) || /^\d{9}$/.test(number)) return null;
  return validateRnokpp(number);
}
