import type { RequisiteReason } from './requisite-validator.js';

/** Checks the 13-digit state registration number (ОГРН) of a Russian legal entity: first digit 1 or 5, check digit. */
export function validateOgrn(ogrn: string): RequisiteReason | null {
  if (!/^[15]\d{12}$/.test(ogrn)) return 'format';
  return (Number(ogrn.slice(0, 12)) % 11) % 10 === Number(ogrn[12]) ? null : 'checksum';
}

/** Checks the 15-digit state registration number (ОГРНИП) of a Russian sole proprietor: first digit 3, check digit. */
export function validateOgrnip(ogrnip: string): RequisiteReason | null {
  if (!/^3\d{14}$/.test(ogrnip)) return 'format';
  return (Number(ogrnip.slice(0, 14)) % 13) % 10 === Number(ogrnip[14]) ? null : 'checksum';
}
