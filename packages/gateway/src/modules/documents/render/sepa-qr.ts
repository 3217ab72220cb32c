import { validateIban } from '../../../requisites/iban.js';
import { cutLine } from './cut-line.js';

/** A credit transfer in euros. */
export interface SepaPayment {
  readonly payeeName: string;
  readonly iban: string | null;
  readonly bic: string | null;
  /** Euros as a decimal string, `1234.50`. */
  readonly amount: string;
  readonly purpose: string;
}

const maxBytes = 331;
const maxName = 70;
const maxPurpose = 140;
const bicPattern = /^[A-Z0-9]{8}(?:[A-Z0-9]{3})?$/;

function euros(amount: string): string | null {
  const match = /^0*(\d{1,9})(?:\.(\d{1,2})0*)?$/.exec(amount);
  if (match === null) return null;
  const text = `${match[1]}.${(match[2] ?? '').padEnd(2, '0')}`;
  return text === '0.00' ? null : `EUR${text}`;
}

/**
 * Writes the text of a SEPA payment QR code ("Girocode") by EPC069-12, version 002, UTF-8. The purpose is cut to what
 * the 331 bytes of the code leave; a BIC of wrong form is left out. Null when there is no valid IBAN, no name, or an
 * amount outside 0.01…999999999.99.
 */
export function sepaQr(payment: SepaPayment): string | null {
  const amount = euros(payment.amount);
  const name = cutLine(payment.payeeName, maxName);
  if (amount === null || name === '' || payment.iban === null || validateIban(payment.iban) !== null)
    return null;
  const bic = payment.bic !== null && bicPattern.test(payment.bic) ? payment.bic : '';
  // Lines: service tag, version, UTF-8, identification, BIC, name, IBAN, amount, purpose code, structured reference.
  const head = ['BCD', '002', '1', 'SCT', bic, name, payment.iban, amount, '', ''].join('\n') + '\n';
  const encoder = new TextEncoder();
  const purpose = [...cutLine(payment.purpose, maxPurpose)];
  while (encoder.encode(head + purpose.join('')).length > maxBytes) purpose.pop();
  return (head + purpose.join('')).trimEnd();
}
