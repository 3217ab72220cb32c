import type { RequisiteReason } from './requisite-validator.js';

/** Checks the nine-digit bank code (БИК): `04` for banks, `00`, `01` and `02` for bodies of the Treasury; it has no check digit. */
export function validateBik(bik: string): RequisiteReason | null {
  return /^0[0124]\d{7}$/.test(bik) ? null : 'format';
}
