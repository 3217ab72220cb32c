import { sql } from 'kysely';
import { expect, it } from 'vitest';

import { catalogueFile, fileOf, type TestFile } from '../../../../test/onec-files.js';
import { useTestGateway } from '../../../../test/test-gateway.js';
import { beginRun } from '../journal.js';
import { noteFile, readExchangeFile, type ExchangeFile, type ReadFile } from '../read-file.js';
import { stageSource } from './write-source.js';

const shop = useTestGateway();
const database = () => shop().database.database.system;

/** More goods than are staged at once, each called by its number; the first one comes a last time with the name given. */
const longFile = (key: string, lastName: string): TestFile =>
  catalogueFile([
    ...Array.from({ length: 1500 }, (_each, index) => ({
      id: `${key}-${String(index)}`,
      name: `Товар ${String(index)}`,
    })),
    { id: `${key}-0`, name: lastName },
  ]);

async function read(file: ExchangeFile, id?: number): Promise<ReadFile> {
  const now = shop().clock.now();
  const run = await beginRun(database(), { channel: 'files', kind: 'catalog', now });
  return readExchangeFile(database(), file, { run, now, ...(id === undefined ? {} : { file: id }) });
}

/** How many goods were kept, what the first one is called, and how much is still put aside. */
async function told(key: string): Promise<{ kept: number; first: unknown; staged: number }> {
  const rows = await database()
    .selectFrom('exchange_source')
    .select('record')
    .where('id', 'like', `${key}-%`)
    .orderBy('id')
    .execute();
  const staged = await database().selectFrom('exchange_staged').select('part').execute();
  return { kept: rows.length, first: rows[0]?.record['name'], staged: staged.length };
}

it('keeps the last word of a file of several parts', async () => {
  await read(longFile('parts', 'Последнее слово'));
  expect(await told('parts')).toEqual({ kept: 1500, first: 'Последнее слово', staged: 0 });
});

it('keeps nothing of a file that is not whole', async () => {
  const { name, bytes } = longFile('broken', 'Последнее слово');
  await read(fileOf(name, bytes.slice(0, -60)));
  expect(await told('broken')).toEqual({ kept: 0, first: undefined, staged: 0 });
});

it('keeps nothing of a file that cannot be read to its end', async () => {
  const { name, bytes } = longFile('unread', 'Последнее слово');
  const breaksOff: ExchangeFile = {
    name,
    async *open() {
      yield bytes.slice(0, -60);
      throw await Promise.resolve(new TypeError('The disk is gone'));
    },
  };
  await expect(read(breaksOff)).rejects.toThrow('The disk is gone');
  expect(await told('unread')).toEqual({ kept: 0, first: undefined, staged: 0 });
});

it('begins anew where a gateway died over a file', async () => {
  const now = shop().clock.now();
  const run = await beginRun(database(), { channel: 'files', kind: 'catalog', now });
  const file = await noteFile(database(), { run, name: 'import.xml', now });
  const row = {
    kind: 'product',
    productId: undefined,
    record: { name: 'Прежнее слово' },
    isDeleted: false,
  } as const;
  await stageSource(database(), { file, part: 0 }, [
    { ...row, id: 'again-0' },
    { ...row, id: 'again-1' },
  ]);
  await read(catalogueFile([{ id: 'again-0', name: 'Новое слово' }]), file);
  expect(await told('again')).toEqual({ kept: 1, first: 'Новое слово', staged: 0 });
});

it('takes away what files left that nobody reads any more', async () => {
  const leaving = {
    kind: 'product',
    id: 'left-0',
    productId: undefined,
    record: {},
    isDeleted: false,
  } as const;
  await stageSource(database(), { file: 987_654_321, part: 0 }, [leaving]);
  await read(catalogueFile([{ id: 'left-1' }]));
  expect(await told('left')).toMatchObject({ kept: 1, staged: 0 });
});

it('gives the room back, and never that of another file', async () => {
  await read(longFile('room', 'Последнее слово'));
  expect(await bytesStaged()).toBe(0);
  const now = shop().clock.now();
  const run = await beginRun(database(), { channel: 'files', kind: 'catalog', now });
  const other = await noteFile(database(), { run, name: 'other.xml', now });
  await stageSource(database(), { file: other, part: 0 }, [
    { kind: 'product', id: 'other-0', productId: undefined, record: {}, isDeleted: false },
  ]);
  await read(longFile('beside', 'Последнее слово'));
  expect(await told('beside')).toMatchObject({ kept: 1500, staged: 1 });
});

async function bytesStaged(): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`select pg_relation_size('exchange_staged') as bytes`.execute(
    database(),
  );
  return Number(rows[0]?.bytes);
}
