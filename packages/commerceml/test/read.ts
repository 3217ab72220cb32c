import {
  readCommerceML,
  type ByteSource,
  type CommerceMLRecord,
  type ProblemRecord,
  type ReadOptions,
} from '../src/index.js';

export type Of<Type extends CommerceMLRecord['type']> = Extract<CommerceMLRecord, { type: Type }>;

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads a whole file. */
export async function readAll(
  source: ByteSource | string,
  options?: ReadOptions,
): Promise<CommerceMLRecord[]> {
  const records: CommerceMLRecord[] = [];
  const bytes = typeof source === 'string' ? encode(source) : source;
  for await (const record of readCommerceML(bytes, options)) records.push(record);
  return records;
}

/** A file around what stands in its root. */
export const file = (
  content: string,
  attributes = 'ВерсияСхемы="2.08" ДатаФормирования="2026-01-15T10:00:00"',
): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ${attributes}>${content}</КоммерческаяИнформация>`;

/** Reads the records of one type out of what stands in the root. */
export async function readOf<Type extends CommerceMLRecord['type']>(
  type: Type,
  content: string,
): Promise<Of<Type>[]> {
  const records = await readAll(file(content));
  return records.filter((record): record is Of<Type> => record.type === type);
}

/** One product, given by its children. */
export async function readProduct(content: string, attributes = ''): Promise<Of<'product'>> {
  const [product] = await readOf(
    'product',
    `<Каталог><Товары><Товар ${attributes}><Ид>p</Ид>${content}</Товар></Товары></Каталог>`,
  );
  return product!;
}

/** One offer, given by its children. */
export async function readOffer(content: string, id = 'p#c'): Promise<Of<'offer'>> {
  const [offer] = await readOf('offer', offers(`<Предложение><Ид>${id}</Ид>${content}</Предложение>`));
  return offer!;
}

export const offers = (rows: string): string =>
  `<ПакетПредложений><Предложения>${rows}</Предложения></ПакетПредложений>`;

/** One document, given by its children. */
export async function readDocument(content: string): Promise<Of<'document'>> {
  const [document] = await readOf('document', `<Документ><Ид>1</Ид>${content}</Документ>`);
  return document!;
}

export const problemsOf = (records: readonly CommerceMLRecord[]): ProblemRecord[] =>
  records.filter((record) => record.type === 'problem');

export const codesOf = (records: readonly CommerceMLRecord[]): string[] =>
  problemsOf(records).map(({ code }) => code);
