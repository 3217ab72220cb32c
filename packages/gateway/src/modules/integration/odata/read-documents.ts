import type { DocumentRow } from '@kontor/contract';

import { ODataError, type ODataRow } from './client.js';
import { dateOf, isTrue, reference, textOf } from './fields.js';
import type { DocumentNames } from './presets.js';
import type { Reading } from './reading.js';

/** Days back in which documents are looked for. */
const daysBack = 45;
/** References of one filter: addresses have an end. */
const referencesAtOnce = 20;

/** An order of 1C that a document belongs to. */
export interface OrderOf1c {
  /** Number that the shop gave it, if 1C keeps that. */
  readonly shopNumber: string;
  /** Number in 1C. */
  readonly number: string;
}

/** A document with the order that it is for, as 1C knows that order. */
export interface ReadDocument {
  readonly row: Omit<DocumentRow, 'order'>;
  readonly order: OrderOf1c;
}

/** Documents of companies that the shop knows, of the last weeks, as far as they are for an order. */
export async function readDocuments(reading: Reading, names: DocumentNames): Promise<ReadDocument[]> {
  const { client, companies, now } = reading;
  const since = new Date(now.getTime() - daysBack * 86_400_000).toISOString().slice(0, 19);
  const found: { row: ReadDocument['row']; order: string }[] = [];
  const query = { filter: `Date gt datetime'${since}'`, orderBy: 'Ref_Key' };
  for await (const page of client.pages(names.set, query))
    for (const row of page) {
      const company = reference(row, names.company) ?? '';
      const order = orderOf(row, names);
      const date = dateOf(row, 'Date');
      const number = textOf(row, 'Number');
      if (!companies.has(company) || order === undefined || date === undefined || number === '') continue;
      if (isTrue(row, 'DeletionMark') || row['Posted'] === false) continue;
      const id = reference(row, 'Ref_Key') ?? '';
      found.push({ row: { id, company, kind: names.kind, number: number.slice(0, 60), date }, order });
    }
  const orders = await readOrders(reading, [...new Set(found.map(({ order }) => order))]);
  return found.flatMap(({ row, order }) => {
    const known = orders.get(order);
    return known ? [{ row, order: known }] : [];
  });
}

/** The order among what a document is based on: that may be other things too. */
function orderOf(row: ODataRow, { orders }: DocumentNames): string | undefined {
  for (const field of orders) {
    const type = textOf(row, `${field}_Type`);
    if (type !== '' && !type.includes('Document_Заказ')) continue;
    const order = reference(row, field);
    if (order !== undefined) return order;
  }
  return undefined;
}

async function readOrders(
  { client, preset: { orders } }: Reading,
  references: readonly string[],
): Promise<ReadonlyMap<string, OrderOf1c>> {
  const found = new Map<string, OrderOf1c>();
  for (let index = 0; index < references.length; index += referencesAtOnce) {
    const some = references.slice(index, index + referencesAtOnce);
    const rows = await client.all(orders.set, {
      filter: some.map((id) => `Ref_Key eq guid'${id}'`).join(' or '),
    });
    for (const row of rows)
      found.set(reference(row, 'Ref_Key') ?? '', {
        shopNumber: textOf(row, orders.shopNumber),
        number: textOf(row, 'Number'),
      });
  }
  return found;
}

/**
 * The PDF that is attached to a document; undefined without one.
 * @throws ODataError
 */
export async function readAttachedPdf(
  { client, preset: { fileContents } }: Reading,
  { files }: DocumentNames,
  id: string,
): Promise<Uint8Array | undefined> {
  const attached = await client.all(files, { filter: `ВладелецФайла_Key eq guid'${id}'` });
  const pdf = attached.find(
    (row) => textOf(row, 'Расширение').toLowerCase() === 'pdf' && !isTrue(row, 'DeletionMark'),
  );
  const file = pdf && reference(pdf, 'Ref_Key');
  if (file === undefined) return undefined;
  const [contents] = await client.all(fileContents.set, {
    filter: `${fileContents.file} eq cast(guid'${file}','${files}')`,
  });
  const text = contents ? textOf(contents, fileContents.content).replaceAll(/\s/g, '') : '';
  if (text === '') return undefined;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch (cause) {
    throw new ODataError(`${files}: the content of ${file} is no base64`, 200, { cause });
  }
}
