/** A table that the file format cannot hold. */
export class SpreadsheetError extends Error {
  override readonly name = 'SpreadsheetError';
  /** `too_many_rows` or `too_many_columns`. */
  readonly code: 'too_many_rows' | 'too_many_columns';

  constructor(code: 'too_many_rows' | 'too_many_columns', limit: number) {
    super(`A sheet holds at most ${limit} ${code === 'too_many_rows' ? 'rows' : 'columns'}`);
    this.code = code;
  }
}
