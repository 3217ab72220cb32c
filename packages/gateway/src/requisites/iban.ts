import { ibanLengths } from './iban-lengths.js';
import type { RequisiteReason } from './requisite-validator.js';

/** Checks an IBAN in its electronic form (capitals, no spaces): length of its country and ISO 7064 mod 97-10. */
export function validateIban(iban: string): RequisiteReason | null {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) return 'format';
  if (ibanLengths[iban.slice(0, 2)] !== iban.length) return 'format';
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder === 1 ? null : 'checksum';
}
