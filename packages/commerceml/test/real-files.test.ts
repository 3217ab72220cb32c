import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import {
  readCommerceML,
  readCurrency,
  readDecimal,
  writeCommerceML,
  type CommerceMLRecord,
} from '../src/index.js';
import { readAll } from './read.js';
import { tally } from './tally.js';

/** Real exports are not part of this repository. They are looked for beside it, or where `KONTOR_COMMERCEML_FILES` says. */
const folder =
  process.env['KONTOR_COMMERCEML_FILES'] ?? join(import.meta.dirname, '../../../../shared/data/commerceml');
const listing = join(folder, 'EXPECTED.json');
const isThere = existsSync(listing);
type Expected = Readonly<Record<string, unknown>>;
const expectedFiles: Readonly<Record<string, Expected>> = isThere
  ? JSON.parse(readFileSync(listing, 'utf8'))
  : {};
const files = Object.entries(expectedFiles).filter(([name]) => !name.startsWith('_'));

async function read(name: string): Promise<CommerceMLRecord[]> {
  const records: CommerceMLRecord[] = [];
  for await (const record of readCommerceML(createReadStream(join(folder, name)))) records.push(record);
  return records;
}

/** Sums are written in several ways, currencies as the file has them; what is counted by attribute alone is left out. */
function normalise({
  wellFormed: _w,
  bytes: _b,
  topLevel: _t,
  onlyChanges: _o,
  ...expected
}: Expected): Expected {
  const priceTypes = Object.entries(expected['priceTypes'] as Record<string, [string, string]>);
  const normalised = {
    ...expected,
    priceTypes: Object.fromEntries(
      priceTypes.map(([id, [name, currency]]) => [id, [name, readCurrency(currency) ?? currency]]),
    ),
  };
  const isSum = (key: string): boolean => ['sum', 'quantitySum', 'documentTotal'].includes(key);
  return JSON.parse(
    JSON.stringify(normalised, (key, value: unknown) => (isSum(key) ? readDecimal(String(value)) : value)),
  );
}

/** What a record says, without where it stood. */
const meaning = ({ line: _line, ...record }: CommerceMLRecord): unknown => record;
const content = (records: readonly CommerceMLRecord[]): unknown[] =>
  records.filter(({ type }) => !['file', 'end', 'problem'].includes(type)).map(meaning);

describe.skipIf(!isThere)('real exports', () => {
  it.each(files)('%s says the same when it is written and read again', async (name) => {
    const records = await read(name);
    expect(content(await readAll(writeCommerceML(records)))).toEqual(content(records));
  });

  it.each(files)('%s has the counts and sums that were computed for it', async (name, expected) => {
    const records = await read(name);
    const { onlyChanges, ...counted } = tally(records);
    expect(counted).toEqual(normalise(expected));
    expect(onlyChanges).toEqual(expect.arrayContaining(expected['onlyChanges'] as unknown[]));
    expect(records.at(-1)).toMatchObject({ type: 'end', bytes: expected['bytes'] });
  });
});

if (!isThere) it.skip('real exports are not there: set KONTOR_COMMERCEML_FILES to their folder', () => {});
