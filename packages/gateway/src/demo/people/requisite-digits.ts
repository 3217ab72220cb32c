/** Completes requisites with their check digits, so that demo companies pass the same checks as real ones. */

const sumOf = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);

/** ИНН of a legal entity from its first nine digits. */
export function companyInn(nine: string): string {
  return nine + String((sumOf(nine, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
}

/** ИНН of a person from its first ten digits. */
export function personInn(ten: string): string {
  const eleven = ten + String((sumOf(ten, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
  return eleven + String((sumOf(eleven, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
}

/** ОГРН from its first twelve digits. */
export function ogrn(twelve: string): string {
  return twelve + String((Number(twelve) % 11) % 10);
}

/** ОГРНИП from its first fourteen digits. */
export function ogrnip(fourteen: string): string {
  return fourteen + String((Number(fourteen) % 13) % 10);
}

/** A settlement account at a bank: `tail` is its eleven last digits. */
export function ruAccount(bik: string, tail: string): string {
  return keyed(bik.slice(6), '40702810', tail);
}

/** The correspondent account of a bank at the Bank of Russia. */
export function correspondentAccount(bik: string): string {
  return keyed(`0${bik.slice(4, 6)}`, '30101810', `00000000${bik.slice(6)}`);
}

function keyed(prefix: string, balance: string, tail: string): string {
  for (let key = 0; key < 10; key += 1) {
    const account = balance + String(key) + tail;
    const sum = [...(prefix + account)].reduce(
      (total, digit, index) => total + ((Number(digit) * ([7, 1, 3][index % 3] ?? 0)) % 10),
      0,
    );
    if (sum % 10 === 0) return account;
  }
  throw new RangeError('An account always has a key');
}

/** ЄДРПОУ from its first seven digits. */
export function edrpou(seven: string): string {
  const weights = /^[345]/.test(seven) ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const first = sumOf(seven, weights) % 11;
  return (
    seven +
    String(
      first === 10
        ? (sumOf(
            seven,
            weights.map((weight) => weight + 2),
          ) %
            11) %
            10
        : first,
    )
  );
}

/** IBAN of a country and a domestic account (ISO 13616, mod 97). */
export function iban(country: string, account: string): string {
  const digits = [...`${account}${country}00`]
    .map((letter) => (/\d/.test(letter) ? letter : String(letter.charCodeAt(0) - 55)))
    .join('');
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`;
}
