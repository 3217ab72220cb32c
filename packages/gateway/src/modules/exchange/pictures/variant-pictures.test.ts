import type { Picture, Variant } from '@kontor/contract';
import { beforeEach, describe, expect, it } from 'vitest';

import { catalogueFile, offersFile } from '../../../../test/onec-files.js';
import { useTestGateway } from '../../../../test/test-gateway.js';
import { listed, paint } from '../../../../test/test-pictures.js';
import { importFiles } from '../import-files.js';
import type { ExchangeFile } from '../read-file.js';
import { defineExchange } from '../settings.js';
import { importPictures } from './import-pictures.js';

const shop = useTestGateway();
const database = () => shop().database.database.system;
let product = '';
let number = 0;
beforeEach(() => {
  number += 1;
  product = `seen-${String(number)}`;
});

/** Imports files as `kontor import` does, with pictures of these colours beside them. @returns the run */
async function load(files: readonly ExchangeFile[], colours: readonly string[] = []): Promise<number> {
  const now = () => shop().clock.now();
  const { run } = await importFiles(database(), files, { settings: defineExchange(), now: now() });
  await importPictures(database(), {
    run,
    now,
    log: shop().deps.log,
    blobs: shop().deps.blobs,
    resizer: undefined,
    async *find() {
      for (const colour of colours) yield { path: path(colour), read: () => paint(colour) };
    },
    isDryRun: false,
  });
  return run;
}
const path = (colour: string): string => `import_files/${product}/${colour}.jpg`;
const goods = (more = '') => catalogueFile([{ id: product, more }]);
const sizes = (pictures: Readonly<Record<string, string>>) =>
  offersFile(
    Object.entries(pictures).map(([size, more]) => ({
      id: `${product}#${size}`,
      options: { Размер: size },
      more,
    })),
  );

/** Addresses of the pictures of the product, and of its variants by size. */
async function shown(): Promise<{ product: string[]; variants: Record<string, string | undefined> }> {
  const { id } = await database()
    .selectFrom('product')
    .select('id')
    .where('external_id', '=', product)
    .executeTakeFirstOrThrow();
  const ask = async <Body>(where: string) => (await shop().request<Body>('GET', where)).body;
  const { pictures } = await ask<{ pictures: Picture[] }>(`/v1/products/${id}`);
  const { items } = await ask<{ items: Variant[] }>(`/v1/products/${id}/variants`);
  return {
    product: pictures.map(({ url }) => url),
    variants: Object.fromEntries(
      items.map(({ options, picture }) => [Object.values(options).join(), picture?.url]),
    ),
  };
}
const problems = (run: number) =>
  database()
    .selectFrom('exchange_problem')
    .select(['code', 'record_id as id', 'path', 'message'])
    .where('run_id', '=', run)
    .where('code', 'like', 'picture%')
    .orderBy('id')
    .execute();

describe('a picture of an offer with a characteristic', () => {
  it('becomes that of the variant', async () => {
    await load(
      [
        goods(listed(path('gray'))),
        sizes({ S: listed(path('red'), path('gray')), L: listed(path('blue')), M: '' }),
      ],
      ['gray', 'red', 'blue'],
    );
    const { product: own, variants } = await shown();
    expect(new Set([...own, variants['S'], variants['L']]).size).toBe(3);
    expect([own.length, variants['M']]).toEqual([1, undefined]);
  });

  it('stands for the product that has none', async () => {
    await load(
      [goods(), sizes({ S: listed(path('red'), path('lime')), L: listed(path('blue')) })],
      ['red', 'blue'],
    );
    const { product: own, variants } = await shown();
    expect(own).toEqual([variants['L'], variants['S']]);
  });

  it('goes when the list becomes empty, and stays when nothing is said', async () => {
    const files = (more: string) => [goods(listed(path('gray'))), sizes({ S: more })];
    await load(files(listed(path('red'))), ['gray', 'red']);
    const { variants } = await shown();
    await load(files(''));
    expect((await shown()).variants).toEqual(variants);
    await load(files('<Картинка/>'));
    // On PostgreSQL this process hears of a changed catalogue a moment later.
    await expect.poll(async () => (await shown()).variants).toEqual({ S: undefined });
  });

  it('is missed when it never came', async () => {
    const run = await load([goods(), sizes({ S: listed(path('red')) })]);
    expect(await problems(run)).toMatchObject([
      { code: 'pictures_missing', message: expect.stringContaining('1 pictures') },
    ]);
  });
});

describe('an address in place of a picture', () => {
  const address = 'https://cdn.example.test/big/1.jpg';

  it('is told in the journal and not fetched', async () => {
    const run = await load([goods(listed(address, path('gray'))), sizes({ S: listed(address) })], ['gray']);
    expect(await problems(run)).toMatchObject([
      { code: 'picture_not_fetched', id: product, path: address },
      { code: 'picture_not_fetched', id: `${product}#S`, path: address },
    ]);
    expect((await shown()).product).toHaveLength(1);
  });

  it('leaves the picture that was there', async () => {
    await load([goods(listed(path('gray')))], ['gray']);
    const before = await shown();
    await load([goods(listed(address))]);
    expect((await shown()).product).toEqual(before.product);
  });
});
