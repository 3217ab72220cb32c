import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Picture } from '@kontor/contract';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { login, OneCClient } from '../../../../test/onec-client.js';
import { catalogueFile } from '../../../../test/onec-files.js';
import { createTestGateway, type TestGateway } from '../../../../test/test-gateway.js';
import { bomb, listed, paint } from '../../../../test/test-pictures.js';
import { createGateway, type Gateway } from '../../../gateway.js';
import { createFileInbox } from '../../../node/file-inbox.js';
import { createPictureResizer } from '../../../node/picture-resizer.js';
import type { Inbox } from '../../../ports.js';
import { defineOneC } from '../../../settings.js';

let folder: string;
let shop: TestGateway;
let inbox: Inbox;
let client: OneCClient;
let product = '';
let number = 0;

const given = () => ({
  settings: { oneC: defineOneC({ login }) },
  deps: { inbox, pictureResizer: createPictureResizer(shop.deps.log) },
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontor-pictures-'));
  const files = createFileInbox(folder);
  inbox = { ...files };
  shop = await createTestGateway({
    settings: { oneC: defineOneC({ login }) },
    deps: { inbox, pictureResizer: createPictureResizer({ info: ignore, warn: ignore, error: ignore }) },
  });
});
afterAll(async () => {
  await shop.close();
  await rm(folder, { recursive: true, force: true });
});
const ignore = (): void => undefined;

/** Paths of 1C are a test's own. */
const path = (name: string): string => `import_files/${product}/${name}`;
const part = 1 << 20;

beforeEach(() => {
  client = new OneCClient((request) => shop.gateway.fetch(request));
  number += 1;
  product = `pictured-${String(number)}`;
});

/** A catalogue with the product of the test. */
const catalogue = (more: string) => catalogueFile([{ id: product, name: `Товар с видом ${product}`, more }]);

/** Sends files in this order, then has all XML imported, then lets the gateway work until nothing is left. */
async function send(...files: readonly (readonly [name: string, bytes: Uint8Array])[]): Promise<void> {
  await client.signIn('catalog');
  await client.call('type=catalog&mode=init');
  for (const [name, bytes] of files) await client.upload('catalog', name, bytes, part);
  for (const [name] of files) if (/\.(?:xml|zip)$/.test(name)) await imported(name.replace(/zip$/, 'xml'));
  await settled();
}

/** Lets a gateway work while 1C waits for an import. */
const imported = (name: string, gateway?: Gateway): Promise<void> =>
  successOf(client.import('catalog', name), gateway);

/** Lets a gateway work while 1C waits for what it asked. */
async function successOf(asking: Promise<string[]>, { jobs }: Gateway = shop.gateway): Promise<void> {
  let verdict: string | undefined;
  const answered = asking.then(([first = '']) => (verdict = first));
  while (verdict === undefined) {
    await jobs.settle();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(await answered).toBe('success');
}

async function settled(): Promise<void> {
  shop.clock.advance(5000);
  await shop.gateway.jobs.settle();
}

async function picturesOf(id = product): Promise<Picture[]> {
  const row = await shop.database.database.system
    .selectFrom('product')
    .select('id')
    .where('external_id', '=', id)
    .executeTakeFirstOrThrow();
  return (await shop.request<{ pictures: Picture[] }>('GET', `/v1/products/${row.id}`)).body.pictures;
}

const problems = () =>
  shop.database.database.system
    .selectFrom('exchange_problem')
    .select(['record_name as name', 'path', 'message'])
    .where('code', '=', 'picture_refused')
    .where('record_id', '=', product)
    .orderBy('id')
    .execute();

const revision = async (): Promise<string> =>
  (
    await shop.database.database.system
      .selectFrom('catalog_revision')
      .select('revision')
      .executeTakeFirstOrThrow()
  ).revision;

/** The bytes behind an address. */
async function download(url: string): Promise<{ response: Response; bytes: Buffer }> {
  const response = await shop.gateway.fetch(new Request(`http://gateway.test${url}`));
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** The colour in the middle of a picture, the strongest channel of it. */
async function colourOf(url: string): Promise<string> {
  const { dominant } = await sharp((await download(url)).bytes).stats();
  const [name] = Object.entries(dominant).sort((one, other) => other[1] - one[1])[0] ?? [''];
  return { r: 'red', g: 'lime', b: 'blue' }[name] ?? '';
}

describe('pictures of 1C', () => {
  it('become the pictures of their product, the first one first', async () => {
    await send(
      [path('1.jpg'), await paint('blue')],
      [path('2.png'), await paint('red', { format: 'png' })],
      ['import.xml', catalogue(listed([path('2.png'), 'Вид сбоку'], path('1.jpg'))).bytes],
    );
    const pictures = await picturesOf();
    expect(pictures.map(({ alt }) => alt)).toEqual(['Вид сбоку', `Товар с видом ${product}`]);
    expect(await Promise.all(pictures.map(({ url }) => colourOf(url)))).toEqual(['red', 'blue']);
  });

  it('are served in several widths, for good and as nothing else', async () => {
    await send(
      [path('1.jpg'), await paint('blue', { width: 1500, height: 900 })],
      ['import.xml', catalogue(listed(path('1.jpg'))).bytes],
    );
    const [picture] = await picturesOf();
    expect(picture).toMatchObject({ width: 1200, height: 720 });
    expect(picture?.sources?.map(({ width }) => width)).toEqual([160, 480, 1200]);
    const { response, bytes } = await download(picture?.sources?.[0]?.url ?? '');
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 160, height: 96 });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
  });

  it('stand upright and tell nothing of the camera', async () => {
    await send(
      [path('1.jpg'), await paint('lime', { width: 400, height: 200, orientation: 6 })],
      ['import.xml', catalogue(listed(path('1.jpg'))).bytes],
    );
    const [picture] = await picturesOf();
    expect(picture).toMatchObject({ width: 200, height: 400 });
    const { exif, orientation } = await sharp((await download(picture?.url ?? '')).bytes).metadata();
    expect([exif, orientation]).toEqual([undefined, undefined]);
  });

  it('may come after the file that lists them', async () => {
    await send(['import.xml', catalogue(listed(path('1.jpg'))).bytes]);
    expect(await picturesOf()).toEqual([]);
    await send([path('1.jpg'), await paint('blue')]);
    expect(await picturesOf()).toHaveLength(1);
  });

  it('may come in parts and under the path of a Windows machine', async () => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
    const large = await sharp({ create: { width: 900, height: 700, channels: 3, background: 'red', noise } })
      .jpeg({ quality: 100 })
      .toBuffer();
    await client.signIn('catalog');
    await client.upload(
      'catalog',
      `C:\\Temp\\${path('1.jpg').replaceAll('/', '\\')}`,
      new Uint8Array(large),
      50_000,
    );
    await send(['import.xml', catalogue(listed(path('1.jpg'))).bytes]);
    expect(await picturesOf()).toMatchObject([{ width: 900, height: 700 }]);
  });

  it('may be packed together with the file', async () => {
    const files = {
      'import.xml': catalogue(listed(path('1.jpg'))).bytes,
      [path('1.jpg')]: await paint('blue'),
      'import_files/readme.txt': new Uint8Array(3),
    };
    await send(['import.zip', zipSync(files)]);
    expect(await picturesOf()).toHaveLength(1);
  });

  it('are processed once, and change nothing when they come again', async () => {
    const files = [
      [path('1.jpg'), await paint('blue', { width: 700 })],
      ['import.xml', catalogue(listed(path('1.jpg'))).bytes],
    ] as const;
    await send(...files);
    const before = { revision: await revision(), blobs: new Map(shop.blobs), pictures: await picturesOf() };
    await send(...files);
    expect({ revision: await revision(), pictures: await picturesOf() }).toEqual({
      revision: before.revision,
      pictures: before.pictures,
    });
    // Not one of them was written anew.
    expect([...shop.blobs].every(([key, bytes]) => before.blobs.get(key) === bytes)).toBe(true);
  });

  it('are one where two names have the same content', async () => {
    const picture = await paint('#123456');
    await send(
      [path('1.jpg'), picture],
      [path('2.jpg'), picture],
      ['import.xml', catalogue(listed(path('1.jpg'), path('2.jpg'))).bytes],
    );
    expect(await picturesOf()).toHaveLength(1);
  });

  it('are replaced by another content under the same name', async () => {
    const file = ['import.xml', catalogue(listed(path('1.jpg'))).bytes] as const;
    await send([path('1.jpg'), await paint('blue')], file);
    await send([path('1.jpg'), await paint('red')], file);
    const [picture] = await picturesOf();
    expect(await colourOf(picture?.url ?? '')).toBe('red');
  });

  it('stay where a file says nothing of them, and go with an empty element', async () => {
    await send([path('1.jpg'), await paint('blue')], ['import.xml', catalogue(listed(path('1.jpg'))).bytes]);
    await send(['import.xml', catalogue('<Описание>Ничего о картинках</Описание>').bytes]);
    expect(await picturesOf()).toHaveLength(1);
    await send(['import.xml', catalogue('<Картинка/>').bytes]);
    expect(await picturesOf()).toEqual([]);
  });

  it('take the order of the last list', async () => {
    const [one, two] = [listed(path('1.jpg'), path('2.jpg')), listed(path('2.jpg'))];
    await send(
      [path('1.jpg'), await paint('blue')],
      [path('2.jpg'), await paint('red')],
      ['import.xml', catalogue(one).bytes],
    );
    await send(['import.xml', catalogue(two).bytes]);
    expect(await Promise.all((await picturesOf()).map(({ url }) => colourOf(url)))).toEqual(['red']);
  });

  it('that nobody lists are not looked at', async () => {
    await send([path('1.jpg'), await paint('#0f0f0f')], ['import.xml', catalogue('').bytes]);
    const row = await shop.database.database.system
      .selectFrom('exchange_picture')
      .innerJoin('picture', 'picture.hash', 'exchange_picture.hash')
      .select(['picture.status as status', 'exchange_picture.inbox_path as inbox'])
      .where('key', '=', path('1.jpg'))
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ status: 'waiting', inbox: null });
  });

  it('are told as missing when the exchange is over', async () => {
    await send(['import.xml', catalogue(listed(path('1.jpg'), path('2.jpg'))).bytes]);
    await successOf(client.call('type=catalog&mode=complete'));
    const [last] = await shop.database.database.system
      .selectFrom('exchange_problem')
      .select('message')
      .where('code', '=', 'pictures_missing')
      .orderBy('id', 'desc')
      .limit(1)
      .execute();
    expect(last?.message).toContain(
      `2 pictures of 1 products were listed and did not come, as "${path('1.jpg')}"`,
    );
  });
});

describe('pictures that cannot be shown', () => {
  const script = new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  );
  const cases: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, RegExp])[] = [
    ['a drawing with a script', () => script, /no JPEG, PNG, GIF or WebP picture/],
    ['a text', () => new TextEncoder().encode('Файл не найден'), /no JPEG, PNG, GIF or WebP picture/],
    ['a BMP', () => Uint8Array.from([0x42, 0x4d, ...new Uint8Array(60)]), /but a BMP one/],
    ['a bomb of pixels', () => bomb(60_000, 60_000), /60000 × 60000 pixels are too many/],
    ['a header without a picture', () => bomb(10, 10), /Not shown/],
    [
      'half of a picture',
      async () => (await paint('red', { width: 900, height: 900 })).slice(0, 3000),
      /Not shown/,
    ],
    [
      'a large file',
      () => new Uint8Array(20 * 2 ** 20 + 1).map((_byte, at) => at >> 16),
      /larger than 20 MiB/,
    ],
    [
      'a TIFF under another name',
      () => paint('red', { format: 'tiff' }),
      /no JPEG, PNG, GIF or WebP picture/,
    ],
  ];

  it.each(cases)('%s is told with its product, and the others are shown', async (_name, make, message) => {
    await send(
      [path('bad.jpg'), await make()],
      [path('good.jpg'), await paint('blue')],
      ['import.xml', catalogue(listed(path('bad.jpg'), path('good.jpg'))).bytes],
    );
    expect(await problems()).toEqual([
      {
        name: `Товар с видом ${product}`,
        path: path('bad.jpg'),
        message: expect.stringMatching(message) as string,
      },
    ]);
    expect(await picturesOf()).toHaveLength(1);
  });

  it('are told also when they come after the file', async () => {
    await send(['import.xml', catalogue(listed(path('1.jpg'))).bytes]);
    await send([path('1.jpg'), script]);
    expect(await problems()).toHaveLength(1);
  });

  it('leave the picture that was there before', async () => {
    await send([path('1.jpg'), await paint('blue')], ['import.xml', catalogue(listed(path('1.jpg'))).bytes]);
    await send([path('1.jpg'), bomb(60_000, 60_000)]);
    expect(await picturesOf()).toHaveLength(1);
  });

  it('are given up when each attempt ends the process', async () => {
    await send(['import.xml', catalogue(listed(path('1.jpg'))).bytes]);
    await shop.database.database.system
      .insertInto('picture')
      .values({
        hash: `deadly-${product}`,
        status: 'waiting',
        format: 'png',
        bytes: 1,
        reason: null,
        stored: null,
        attempts: 3,
        locked_until: null,
        created_at: shop.clock.now(),
      })
      .execute();
    await send([path('1.jpg'), script]);
    await shop.database.database.system
      .updateTable('exchange_picture')
      .set({ hash: `deadly-${product}` })
      .where('key', '=', path('1.jpg'))
      .execute();
    await settled();
    expect((await problems()).at(-1)?.message).toContain('in several attempts');
  });
});

describe('a gateway that ends amid pictures', () => {
  it('goes on where it was', async () => {
    await send(['import.xml', catalogue(listed(path('1.jpg'))).bytes]);
    await client.upload('catalog', path('1.jpg'), await paint('#00ff01'), part);
    const { put } = shop.deps.blobs;
    let puts = 0;
    const next = createGateway({
      ...shop.deps,
      ...given().deps,
      blobs: {
        ...shop.deps.blobs,
        put: (key, content) => (++puts > 2 ? new Promise(() => undefined) : put(key, content)),
      },
    });
    shop.clock.advance(5000);
    // It hangs for ever in the middle of the second width, as one that was killed.
    void next.jobs.settle().catch(() => undefined);
    await expect.poll(() => puts).toBe(3);
    shop.clock.advance(300_000);
    await settled();
    expect((await picturesOf())[0]?.sources?.map(({ width }) => width)).toEqual([160, 480, 600]);
  });

  it('tries an upload again that it could not read', async () => {
    await send(['import.xml', catalogue(listed(path('1.jpg'))).bytes]);
    const { read } = inbox;
    await client.upload('catalog', path('1.jpg'), await paint('#00fe01'), part);
    Object.assign(inbox, {
      read: () => {
        throw new Error('The disk is away');
      },
    });
    await settled();
    Object.assign(inbox, { read });
    expect(await picturesOf()).toEqual([]);
    shop.clock.advance(120_000);
    await settled();
    expect(await picturesOf()).toHaveLength(1);
  });
});

describe('a gateway that cannot resize', () => {
  it('shows pictures as they came', async () => {
    const original = await paint('#0102fe', { width: 800, height: 300, format: 'png' });
    const { pictureResizer: _without, ...deps } = shop.deps;
    const plain = createGateway({ ...deps, inbox });
    await client.signIn('catalog');
    await client.upload('catalog', path('1.png'), original, part);
    await client.upload('catalog', 'import.xml', catalogue(listed(path('1.png'))).bytes, part);
    await imported('import.xml', plain);
    shop.clock.advance(5000);
    await plain.jobs.settle();
    const [picture] = await picturesOf();
    expect(picture).toMatchObject({
      width: 800,
      height: 300,
      url: expect.stringMatching(/\.png$/) as string,
    });
    expect(new Uint8Array((await download(picture?.url ?? '')).bytes)).toEqual(original);
    await plain.close();
  });
});
