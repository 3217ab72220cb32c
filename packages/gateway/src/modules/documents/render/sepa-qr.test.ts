import { describe, expect, it } from 'vitest';
import { sepaQr } from './sepa-qr.js';
import type { SepaPayment } from './sepa-qr.js';

const payment: SepaPayment = {
  payeeName: 'Schrauben Müller GmbH',
  iban: 'DE89370400440532013000',
  bic: 'COBADEFFXXX',
  amount: '1234.5',
  purpose: 'Rechnung 17 vom 21.11.2026',
};

describe('SEPA QR code', () => {
  it('follows the European guideline line by line', () => {
    expect(sepaQr(payment)).toBe(
      'BCD\n002\n1\nSCT\nCOBADEFFXXX\nSchrauben Müller GmbH\nDE89370400440532013000\nEUR1234.50\n\n\nRechnung 17 vom 21.11.2026',
    );
  });

  it('keeps the line of a missing BIC', () => {
    expect(sepaQr({ ...payment, bic: null })).toContain('SCT\n\nSchrauben');
  });

  it('ends with the amount when there is no purpose', () => {
    expect(sepaQr({ ...payment, purpose: '' })).toMatch(/\nEUR1234\.50$/);
  });

  it('never exceeds the bytes that the guideline allows', () => {
    const text = sepaQr({ ...payment, payeeName: 'Ж'.repeat(200), purpose: 'Щ'.repeat(500) })!;
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(331);
    expect(text.split('\n')[5]).toHaveLength(70);
  });

  it('lets no line break of a name shift the fields', () => {
    expect(sepaQr({ ...payment, payeeName: 'A\nB' })!.split('\n')[5]).toBe('A B');
  });

  it.each<Partial<SepaPayment>>([
    { iban: null },
    { iban: 'DE89370400440532013001' },
    { amount: '0' },
    { amount: '0.001' },
    { amount: '1000000000' },
    { payeeName: '' },
  ])('is absent for %j', (change) => {
    expect(sepaQr({ ...payment, ...change })).toBeNull();
  });
});
