import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateEdrpou } from './edrpou.js';
import { validateIban } from './iban.js';
import { validateCompanyInn, validatePersonInn } from './inn.js';
import { validateOgrn, validateOgrnip } from './ogrn.js';
import type { RequisiteReason } from './requisite-validator.js';
import { validateRnokpp } from './rnokpp.js';
import { validateRuAccount } from './ru-account.js';

type Validate = (value: string) => RequisiteReason | null;

const digitsOf = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((digits) => digits.join(''));

/** Finds a valid number with the given body by trying check digits, so that the test shares no arithmetic with the code. */
function complete(body: string, checkDigits: number, validate: Validate): string | undefined {
  for (let check = 0; check < 10 ** checkDigits; check++) {
    const number = body + String(check).padStart(checkDigits, '0');
    if (validate(number) === null) return number;
  }
  return undefined;
}

function withDigit(number: string, index: number, digit: number): string {
  return number.slice(0, index) + String(digit) + number.slice(index + 1);
}

describe('check digits', () => {
  it.each<[string, Validate, string, number, number]>([
    ['company INN', validateCompanyInn, '77', 7, 1],
    ['person INN', validatePersonInn, '50', 8, 2],
    ['OGRN', validateOgrn, '1', 11, 1],
    ['OGRNIP', validateOgrnip, '3', 13, 1],
    ['EDRPOU', validateEdrpou, '1', 6, 1],
    ['RNOKPP', validateRnokpp, '1', 8, 1],
  ])('complete every body of a %s in exactly one way', (_name, validate, prefix, length, checkDigits) => {
    fc.assert(
      fc.property(digitsOf(length), (body) => {
        const valid = Array.from({ length: 10 ** checkDigits }, (_, check) =>
          String(check).padStart(checkDigits, '0'),
        );
        expect(valid.filter((check) => validate(prefix + body + check) === null)).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });

  // Remainders 0 and 10 share the check digit 0; for every other check digit one changed digit cannot go unnoticed.
  it('catch any single wrong digit of a company INN', () => {
    fc.assert(
      fc.property(digitsOf(7), fc.nat(9), fc.nat(9), (body, index, digit) => {
        const inn = complete('77' + body, 1, validateCompanyInn)!;
        fc.pre(!inn.endsWith('0') && inn[index] !== String(digit));
        expect(validateCompanyInn(withDigit(inn, index, digit))).not.toBeNull();
      }),
    );
  });

  it('catch any single wrong digit of an account', () => {
    fc.assert(
      fc.property(digitsOf(11), fc.nat(19), fc.nat(9), (body, index, digit) => {
        const validate: Validate = (account) => validateRuAccount(account, '044525225');
        const account = complete('40702810' + body, 1, validate)!;
        fc.pre(account[index] !== String(digit));
        expect(validate(withDigit(account, index, digit))).not.toBeNull();
      }),
    );
  });

  it('catch any wrong or swapped digit of an IBAN', () => {
    fc.assert(
      fc.property(digitsOf(18), fc.integer({ min: 2, max: 20 }), fc.nat(9), (body, index, digit) => {
        const checks = Array.from(
          { length: 97 },
          (_, check) => `DE${String(check + 2).padStart(2, '0')}${body}`,
        );
        const iban = checks.find((candidate) => validateIban(candidate) === null)!;
        fc.pre(iban[index] !== String(digit));
        expect(validateIban(withDigit(iban, index, digit))).toBe('checksum');
        const swapped = iban.slice(0, index) + iban[index + 1]! + iban[index]! + iban.slice(index + 2);
        expect(validateIban(swapped)).toBe(swapped === iban ? null : 'checksum');
      }),
    );
  });

  it('never throw, whatever text is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const validate of [
          validateCompanyInn,
          validatePersonInn,
          validateOgrn,
          validateIban,
          validateRnokpp,
        ])
          expect(validate(text + '!')).toBe('format');
      }),
    );
  });
});
