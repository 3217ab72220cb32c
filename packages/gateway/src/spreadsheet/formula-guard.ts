/**
 * What a spreadsheet program could take for a formula when it opens a CSV file: `=`, `+`, `-`, `@` (their full-width
 * forms too), also behind white space and control characters, or a leading TAB, CR or LF.
 */
const formulaStart = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫−])/u;

/**
 * Makes a text harmless by one leading apostrophe, the mark for "this is text" of every spreadsheet program.
 * Texts that already begin with apostrophes before such a sign get one more, so that {@link restoreText} is exact.
 */
export function neutraliseText(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** Gives back the text that {@link neutraliseText} was given. */
export function restoreText(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell;
}
