/** Digits of a currency's minor unit (ISO 4217); 2 where nothing else is known. */
export function minorDigits(currency: string): number {
  return exceptions[currency] ?? 2;
}

const exceptions: Record<string, number> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  ISK: 0,
  BHD: 3,
  KWD: 3,
  TND: 3,
  JOD: 3,
};
