/** Adds decimal strings exactly. */
export function sum(values: Iterable<string>): string {
  let total = 0n;
  for (const value of values) {
    const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
    const units = BigInt(whole + fraction.padEnd(6, '0').slice(0, 6));
    total += value.startsWith('-') ? -units : units;
  }
  const digits = (total < 0n ? -total : total).toString().padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${total < 0n ? '-' : ''}${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
}
