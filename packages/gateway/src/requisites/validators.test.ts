import { describe, expect, it } from 'vitest';
import { validateBik } from './bik.js';
import { validateBinIin } from './bin-iin.js';
import { validateEdrpou, validateUaVatNumber } from './edrpou.js';
import { validateEuVat } from './eu-vat.js';
import { validateIban } from './iban.js';
import { validateCompanyInn, validatePersonInn } from './inn.js';
import { validateKpp } from './kpp.js';
import { validateOgrn, validateOgrnip } from './ogrn.js';
import { validateRnokpp, validateUaPersonNumber } from './rnokpp.js';
import { validateCorrespondentAccount, validateRuAccount } from './ru-account.js';

describe('tax and register numbers', () => {
  it.each([
    [validateCompanyInn, '7705260699'],
    [validateCompanyInn, '2130020788'],
    [validateCompanyInn, '7707083893'],
    [validatePersonInn, '500100732259'],
    [validateKpp, '770501001'],
    [validateKpp, '7705AB001'],
    [validateOgrn, '1027700132195'],
    [validateOgrn, '1037739085636'],
    [validateOgrnip, '304500116000157'],
    [validateOgrnip, '313132804400022'],
    [validateBik, '044525225'],
    [validateBik, '017003983'],
    [validateBik, '004525988'],
    [validateEdrpou, '14360570'],
    [validateEdrpou, '34618198'],
    [validateEdrpou, '32855961'],
    [validateEdrpou, '00032129'],
    [validateRnokpp, '1759013776'],
    [validateUaPersonNumber, '1759013776'],
    [validateUaPersonNumber, 'АА123456'],
    [validateUaPersonNumber, '123456789'],
    [validateBinIin, '940140000385'],
    [validateIban, 'UA213223130000026007233566001'],
    [validateIban, 'DE89370400440532013000'],
    [validateIban, 'GB29NWBK60161331926819'],
    [validateIban, 'KZ86125KZT5004100100'],
    [validateEuVat, 'DE136695976'],
    [validateEuVat, 'ATU13585627'],
    [validateEuVat, 'EL094259216'],
    [validateEuVat, 'IE6433435F'],
    [validateEuVat, 'NL004495445B01'],
  ])('%o accepts %s', (validate, value) => {
    expect(validate(value)).toBeNull();
  });

  it.each([
    [validateCompanyInn, '7705260698', 'checksum'],
    [validateCompanyInn, '770526069', 'format'],
    [validateCompanyInn, '770526069Я', 'format'],
    [validateCompanyInn, '٧٧٠٥٢٦٠٦٩٩', 'format'],
    [validateCompanyInn, '0000000000', 'format'],
    [validatePersonInn, '500100732250', 'checksum'],
    [validatePersonInn, '7705260699', 'format'],
    [validateKpp, '000000000', 'format'],
    [validateKpp, '77050100', 'format'],
    [validateOgrn, '1027700132196', 'checksum'],
    [validateOgrn, '3027700132195', 'format'],
    [validateOgrnip, '304500116000158', 'checksum'],
    [validateOgrnip, '104500116000157', 'format'],
    [validateBik, '144525225', 'format'],
    [validateBik, '04452522', 'format'],
    [validateEdrpou, '19117842', 'checksum'],
    [validateEdrpou, '32129', 'format'],
    [validateRnokpp, '1759013777', 'checksum'],
    [validateUaPersonNumber, 'AA12345', 'format'],
    [validateBinIin, '940140000386', 'checksum'],
    [validateIban, 'UA213223130000026007233566002', 'checksum'],
    [validateIban, 'DE8937040044053201300', 'format'],
    [validateIban, 'DE89 3704 0044 0532 0130 00', 'format'],
    [validateIban, 'ZZ89370400440532013000', 'format'],
    [validateEuVat, 'DE036695976', 'format'],
    [validateEuVat, '136695976', 'format'],
    [validateEuVat, 'GR094259216', 'format'],
  ])('%o refuses %s because of its %s', (validate, value, reason) => {
    expect(validate(value)).toBe(reason);
  });
});

describe('Russian bank accounts', () => {
  it('accepts a settlement account under its own BIK', () => {
    expect(validateRuAccount('40602810700000000025', '049805746')).toBeNull();
  });

  it('refuses the same account under another BIK', () => {
    expect(validateRuAccount('40602810700000000025', '044525974')).toBe('checksum');
  });

  it('accepts correspondent and single treasury accounts', () => {
    expect(validateCorrespondentAccount('30101810300000000609', '049706609')).toBeNull();
    expect(validateCorrespondentAccount('40102810445370000059', '017003983')).toBeNull();
  });

  it('refuses a settlement account as a correspondent one', () => {
    expect(validateCorrespondentAccount('40602810700000000025', '049805746')).toBe('format');
  });

  it('takes keyless treasury accounts at Treasury BIKs only', () => {
    expect(validateRuAccount('03100643000000018500', '017003983')).toBeNull();
    expect(validateRuAccount('03100643000000018500', '044525225')).toBe('mismatch');
  });

  it('counts the letter of a clearing currency as digit', () => {
    const lettered = validateRuAccount('40602А10700000000025', '049805746');
    expect(lettered).toBe(validateRuAccount('40602010700000000025', '049805746'));
    expect(validateRuAccount('40602Я10700000000025', '049805746')).toBe('format');
  });

  it.each([undefined, '', '04980574'])('cannot check an account while the BIK is %o', (bik) => {
    expect(validateRuAccount('40602810700000000025', bik)).toBe('incomplete');
  });
});

describe('Ukrainian VAT numbers', () => {
  it('belong to the company whose code they repeat', () => {
    expect(validateUaVatNumber('346181926596', '34618198')).toBeNull();
    expect(validateUaVatNumber('346181926596', '14360570')).toBe('mismatch');
  });
});
