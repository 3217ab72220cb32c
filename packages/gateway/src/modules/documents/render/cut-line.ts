/** Brings a text onto one line (control characters and runs of spaces become one space) of at most `length` characters. */
export function cutLine(text: string, length = Infinity): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.length <= length ? line : [...line].slice(0, length).join('').trim();
}
