import { describe, expect, it } from 'vitest';
import { paymentQr } from './payment-qr.js';
import type { RussianPayment } from './payment-qr.js';

const payment: RussianPayment = {
  payeeName: 'ООО «Крепёж»',
  payeeInn: '7705260699',
  payeeKpp: '770501001',
  account: '40602810700000000025',
  bankName: 'АО «Банк»',
  bik: '049805746',
  correspondentAccount: '30101810300000000609',
  amount: '1234.50',
  purpose: 'Оплата по счёту № 17 от 21.11.2026',
};

describe('payment QR code', () => {
  it('follows the national standard field by field', () => {
    expect(paymentQr(payment)).toBe(
      'ST00012|Name=ООО «Крепёж»|PersonalAcc=40602810700000000025|BankName=АО «Банк»|BIC=049805746' +
        '|CorrespAcc=30101810300000000609|PayeeINN=7705260699|KPP=770501001|Sum=123450|Purpose=Оплата по счёту № 17 от 21.11.2026',
    );
  });

  it('changes the separator when a value contains it', () => {
    const text = paymentQr({ ...payment, purpose: 'Счёт 1|2~3' })!;
    expect(text.startsWith('ST00012^Name=ООО «Крепёж»^PersonalAcc=')).toBe(true);
    expect(text.endsWith('^Purpose=Счёт 1|2~3')).toBe(true);
  });

  it('leaves out what a sole proprietor lacks', () => {
    expect(paymentQr({ ...payment, payeeKpp: null })).not.toContain('KPP=');
  });

  it('writes zero for a missing correspondent account', () => {
    expect(paymentQr({ ...payment, correspondentAccount: null })).toContain('|CorrespAcc=0|');
  });

  it('cuts long values to the limits of the standard', () => {
    const text = paymentQr({
      ...payment,
      payeeName: 'я'.repeat(300),
      bankName: 'б'.repeat(99),
      purpose: 'п'.repeat(999),
    })!;
    const lengths = Object.fromEntries(
      text.split('|').map((field) => [field.split('=')[0], field.split('=')[1]?.length]),
    );
    expect(lengths).toMatchObject({ Name: 160, BankName: 45, Purpose: 210 });
  });

  it('keeps line breaks out of the values', () => {
    expect(paymentQr({ ...payment, purpose: ' Счёт\r\n№ 1\t' })).toMatch(/\|Purpose=Счёт № 1$/);
  });

  it.each([
    ['0.05', '5'],
    ['10', '1000'],
    ['0.5', '50'],
    ['7.5000', '750'],
  ])('writes %s rubles as %s kopecks', (amount, sum) => {
    expect(paymentQr({ ...payment, amount })).toContain(`|Sum=${sum}|`);
  });

  it.each<Partial<RussianPayment>>([
    { account: null },
    { account: '4060281070000000002' },
    { bik: null },
    { bik: '04980574' },
    { amount: '0.00' },
    { amount: '-5' },
    { amount: '1.005' },
    { payeeName: ' ' },
    { bankName: '' },
  ])('is absent for %j', (change) => {
    expect(paymentQr({ ...payment, ...change })).toBeNull();
  });
});
