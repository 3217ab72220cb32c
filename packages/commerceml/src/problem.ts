/** How much a problem matters: `error` lost a row, `warning` lost or guessed a value, `info` lost nothing. */
export type Severity = 'error' | 'info' | 'warning';

/** What kind of thing is wrong; stable, for journals and translations. */
export type ProblemCode =
  | 'broken_characters'
  | 'duplicate_price'
  | 'empty_row'
  | 'encoding_mismatch'
  | 'forbidden_character'
  | 'invalid_date'
  | 'invalid_flag'
  | 'invalid_number'
  | 'leading_blanks'
  | 'missing_id'
  | 'too_many_problems'
  | 'undeclared_price_type'
  | 'unknown_currency'
  | 'unknown_element'
  | 'unknown_entity';

/** Something wrong in a file that was read on nevertheless. */
export interface ProblemRecord {
  readonly type: 'problem';
  readonly severity: Severity;
  readonly code: ProblemCode;
  /** Elements from the root to the place, `КоммерческаяИнформация/Каталог/Товары/Товар/Ид`. */
  readonly path: string;
  /** `Ид` of the record that has the problem, where there is one. */
  readonly id: string | undefined;
  /** Line of the file, from 1. */
  readonly line: number;
  /** One English sentence, with the text that could not be read. */
  readonly message: string;
}
