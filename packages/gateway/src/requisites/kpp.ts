import type { RequisiteReason } from './requisite-validator.js';

/** Checks the nine-character registration reason code (КПП) of a Russian legal entity or its branch; it has no check digit. */
export function validateKpp(kpp: string): RequisiteReason | null {
  return /^\d{4}[0-9A-Z]{2}\d{3}$/.test(kpp) && kpp !== '000000000' ? null : 'format';
}
