import { cutLine } from './cut-line.js';

/** A payment to a Russian account. */
export interface RussianPayment {
  readonly payeeName: string;
  readonly payeeInn: string | null;
  readonly payeeKpp: string | null;
  /** 20 characters. */
  readonly account: string | null;
  readonly bankName: string;
  readonly bik: string | null;
  readonly correspondentAccount: string | null;
  /** Rubles as a decimal string, `1234.50`. */
  readonly amount: string;
  readonly purpose: string;
}

/** Any character that occurs in no value may separate; the standard's own sign comes first. */
const separators = ['|', '~', '^', ';', '#', '$', '\u007f'];

/** Longest values, in characters, by the tables of the standard. */
const limits = { Name: 160, BankName: 45, CorrespAcc: 20, PayeeINN: 12, KPP: 9, Purpose: 210 };

function kopecksOf(amount: string): string | null {
  const match = /^(\d{1,15})(?:\.(\d{1,2})0*)?$/.exec(amount);
  if (match === null) return null;
  const [, rubles = '', decimals = ''] = match;
  const kopecks = (rubles + decimals.padEnd(2, '0')).replace(/^0+/, '');
  return kopecks === '' ? null : kopecks;
}

function isRussianAccount(account: string | null, bik: string | null): boolean {
  return (
    account !== null && bik !== null && /^\d{5}[\dАВСЕНКМРТХ]\d{14}$/.test(account) && /^\d{9}$/.test(bik)
  );
}

/**
 * Writes the text of a payment QR code by ГОСТ Р 56042-2014, in UTF-8 (`ST00012`). Long names and purposes are cut to
 * the standard's limits. Null when the account is not a Russian one, when a name is missing or nothing is to be paid.
 */
export function paymentQr(payment: RussianPayment): string | null {
  const kopecks = kopecksOf(payment.amount);
  const name = cutLine(payment.payeeName, limits.Name);
  const bankName = cutLine(payment.bankName, limits.BankName);
  if (kopecks === null || name === '' || bankName === '') return null;
  if (!isRussianAccount(payment.account, payment.bik)) return null;
  const fields = [
    ['Name', name],
    ['PersonalAcc', payment.account],
    ['BankName', bankName],
    ['BIC', payment.bik],
    // The field is obligatory; "0" says that the bank has no such account.
    ['CorrespAcc', cutLine(payment.correspondentAccount ?? '0', limits.CorrespAcc)],
    ['PayeeINN', cutLine(payment.payeeInn ?? '', limits.PayeeINN)],
    ['KPP', cutLine(payment.payeeKpp ?? '', limits.KPP)],
    ['Sum', kopecks],
    ['Purpose', cutLine(payment.purpose, limits.Purpose)],
  ].filter(([, value]) => value !== '');
  const values = fields.map(([, value]) => value).join('');
  const separator = separators.find((candidate) => !values.includes(candidate));
  if (separator === undefined) return null;
  return ['ST00012', ...fields.map(([key, value]) => `${key}=${value}`)].join(separator);
}
