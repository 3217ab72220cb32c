/** What a file may ask of memory; passing a limit refuses the file with a `CommerceMLError`. */
export interface Limits {
  /** Elements inside each other. @default 64 */
  readonly depth: number;
  /** Attributes of one element. @default 64 */
  readonly attributes: number;
  /** Characters of one text, attribute, comment or tag. @default 1048576 */
  readonly textLength: number;
  /** Elements of one record: a product, a document, a property with all its variants, a tree of groups. @default 500000 */
  readonly recordElements: number;
  /** Characters of all texts of one record. @default 33554432 */
  readonly recordLength: number;
  /** Problems that are told; a file with more is read on in silence. @default 10000 */
  readonly problems: number;
  /** Bytes of the file. @default Infinity */
  readonly bytes: number;
}

export const defaultLimits: Limits = {
  depth: 64,
  attributes: 64,
  textLength: 2 ** 20,
  recordElements: 500_000,
  recordLength: 2 ** 25,
  problems: 10_000,
  bytes: Infinity,
};
