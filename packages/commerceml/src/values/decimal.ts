const longest = 60;

/**
 * A number of a file as a plain decimal string: `.` as separator, no grouping, no plus, no zeros that say nothing.
 * Takes `21,6`, `23 000`, `-999 999 999,9` with any blank, `1'234.5`, `1.234,56`, `1.0E-2`.
 * @returns `undefined` where the text is no number
 */
export function readDecimal(text: string): string | undefined {
  const simple = readSimple(text);
  if (simple !== undefined) return simple;
  if (text.length > longest) return undefined;
  const tight = text.replaceAll(/[\s'’]/g, '').replace(/^[−–]/, '-');
  const parts = /^([+-]?)([\d.,]*)(?:[eE]([+-]?\d{1,2}))?$/.exec(tight);
  if (parts === null) return undefined;
  const [, sign = '', mantissa = '', exponent] = parts;
  const number = splitMantissa(mantissa);
  if (number === undefined) return undefined;
  const [whole, fraction] = exponent === undefined ? number : shift(number, Number(exponent));
  return compose(sign === '-', whole, fraction);
}

/** Most numbers are digits with a dot at most, and need to lose zeros at their end at most. */
function readSimple(text: string): string | undefined {
  const { length } = text;
  if (length === 0 || length > 20) return undefined;
  let dot = length;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 46 && dot === length) dot = index;
    else if (code < 48 || code > 57) return undefined;
  }
  const hasLeadingZero = dot > 1 && text.charCodeAt(0) === 48;
  if (dot === 0 || hasLeadingZero) return undefined;
  let end = length;
  if (dot < length) {
    while (text.charCodeAt(end - 1) === 48) end -= 1;
    if (end - 1 === dot) end = dot;
  }
  return end === length ? text : text.slice(0, end);
}

/** The last of two kinds of separators is the decimal one; one kind that repeats only groups. */
function splitMantissa(mantissa: string): [string, string] | undefined {
  const dot = mantissa.lastIndexOf('.');
  const comma = mantissa.lastIndexOf(',');
  const at = Math.max(dot, comma);
  const digits = /^\d+$/;
  if (at < 0) return digits.test(mantissa) ? [mantissa, ''] : undefined;
  const isOnlyKind = dot < 0 || comma < 0;
  const separator = mantissa.charAt(at);
  const repeats = mantissa.indexOf(separator) !== at;
  if (repeats && !isOnlyKind) return undefined;
  const groups = (repeats ? mantissa : mantissa.slice(0, at)).split(/[.,]/);
  if (groups.slice(1).some((group) => group.length !== 3)) return undefined;
  const whole = groups.join('');
  const fraction = repeats ? '' : mantissa.slice(at + 1);
  if (whole === '' && fraction === '') return undefined;
  return /^\d*$/.test(whole + fraction) ? [whole, fraction] : undefined;
}

function shift([whole, fraction]: [string, string], by: number): [string, string] {
  const digits = '0'.repeat(Math.max(-by, 0)) + whole + fraction + '0'.repeat(Math.max(by, 0));
  const point = Math.max(-by, 0) + whole.length + by;
  return [digits.slice(0, point), digits.slice(point)];
}

function compose(isNegative: boolean, whole: string, fraction: string): string {
  const left = whole.replace(/^0+/, '') || '0';
  const right = fraction.replace(/0+$/, '');
  const number = right === '' ? left : `${left}.${right}`;
  return isNegative && number !== '0' ? `-${number}` : number;
}
