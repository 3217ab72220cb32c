import { validateBik } from './bik.js';
import type { RequisiteReason } from './requisite-validator.js';

const clearingLetters = 'АВСЕНКМРТХ';
const accountPattern = /^\d{5}[\dАВСЕНКМРТХ]\d{14}$/;

function hasKey(prefix: string, account: string): boolean {
  const digits = prefix + account.replace(/[^\d]/, (letter) => String(clearingLetters.indexOf(letter)));
  const weights = [7, 1, 3];
  const sum = [...digits].reduce(
    (total, digit, index) => total + ((Number(digit) * (weights[index % 3] ?? 0)) % 10),
    0,
  );
  return sum % 10 === 0;
}

const centralBankPrefix = (bik: string): string => '0' + bik.slice(4, 6);
const bankPrefix = (bik: string): string => bik.slice(6);

function isHeldByCentralBank(bik: string): boolean {
  return !bik.startsWith('04') || ['000', '001', '002'].includes(bankPrefix(bik));
}

/** Treasury accounts (`03100643000000018500`) live at Treasury BIKs only and carry 0 in place of a key. */
const isTreasuryAccount = (account: string): boolean => account.startsWith('0');

/**
 * Checks a 20-character settlement account against the BIK of its bank by the key of the Bank of Russia.
 * The sixth character may be one of the Cyrillic letters that mark clearing currencies.
 */
export function validateRuAccount(account: string, bik: string | undefined): RequisiteReason | null {
  if (!accountPattern.test(account)) return 'format';
  if (bik === undefined || validateBik(bik) !== null) return 'incomplete';
  if (isTreasuryAccount(account)) return bik.startsWith('04') ? 'mismatch' : null;
  const prefix = isHeldByCentralBank(bik) ? centralBankPrefix(bik) : bankPrefix(bik);
  return hasKey(prefix, account) ? null : 'checksum';
}

/** Checks a bank's 20-digit account at the Bank of Russia (correspondent or single treasury account) against the BIK. */
export function validateCorrespondentAccount(
  account: string,
  bik: string | undefined,
): RequisiteReason | null {
  if (!/^(301|401)\d{17}$/.test(account)) return 'format';
  if (bik === undefined || validateBik(bik) !== null) return 'incomplete';
  return hasKey(centralBankPrefix(bik), account) ? null : 'checksum';
}
