/**
 * Why a whole file was refused:
 * - `empty_file`: no bytes, or nothing but blanks
 * - `text_before_declaration`: something stands before the XML declaration, a server's notice for example
 * - `malformed`: not well-formed XML
 * - `truncated`: the file ends before its root element does
 * - `doctype_refused`: a document type declaration, the way to entity bombs and to files of the server
 * - `too_deep`, `too_many_attributes`, `text_too_long`, `record_too_large`, `file_too_large`: a limit was passed
 * - `not_commerceml`: the root element is another one
 * - `unsupported_version`: CommerceML 1.x
 * - `unsupported_encoding`: the declared encoding is not known here
 */
export type CommerceMLErrorCode =
  | 'doctype_refused'
  | 'empty_file'
  | 'file_too_large'
  | 'malformed'
  | 'not_commerceml'
  | 'record_too_large'
  | 'text_before_declaration'
  | 'text_too_long'
  | 'too_deep'
  | 'too_many_attributes'
  | 'truncated'
  | 'unsupported_encoding'
  | 'unsupported_version';

/** A file that cannot be read as a whole; what is wrong with single rows is told as `problem` records instead. */
export class CommerceMLError extends Error {
  override readonly name = 'CommerceMLError';
  /** Stable reason. */
  readonly code: CommerceMLErrorCode;
  /** Line of the file, from 1; 0 where no line was read yet. */
  readonly line: number;

  constructor(code: CommerceMLErrorCode, message: string, line = 0, options?: ErrorOptions) {
    super(line > 0 ? `Line ${String(line)}: ${message}` : message, options);
    this.code = code;
    this.line = line;
  }
}
