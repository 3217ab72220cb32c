import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { StoredPicture } from '../src/database/tables.js';
import { createCommandLine, type CommandLine } from './command-line.js';
import { catalogueFile } from './onec-files.js';
import { listed, paint } from './test-pictures.js';

/** Each command opens a database of its own. */
const timeout = 120_000;

let kontor: CommandLine;
let product = '';
let number = 0;
beforeAll(async () => {
  kontor = await createCommandLine();
});
afterAll(() => kontor.remove());
beforeEach(() => {
  number += 1;
  product = `pictured-${String(number)}`;
});

const catalogue = (...pictures: string[]) =>
  catalogueFile([{ id: product, name: 'Товар с видом', more: listed(...pictures) }]).bytes;

const pictures = (): Promise<StoredPicture[]> =>
  kontor.look(async ({ system }) => {
    const row = await system
      .selectFrom('product')
      .select('pictures')
      .where('external_id', '=', product)
      .executeTakeFirst();
    return row?.pictures ?? [];
  });

describe('kontor import', { timeout }, () => {
  it('takes pictures from the folder, once', async () => {
    await kontor.write('export/goods/1/import.xml', catalogue('import_files/ab/1.jpg'));
    await kontor.write('export/goods/1/import_files/ab/1.jpg', await paint('blue'));
    const first = await kontor.run('import', join(kontor.folder, 'export'));
    expect([first.status, first.out]).toEqual([
      0,
      expect.stringContaining('Pictures: 1 new, 0 cannot be shown.'),
    ]);
    const shown = await pictures();
    expect(shown).toMatchObject([{ width: 600, height: 400 }]);
    const again = await kontor.run('import', join(kontor.folder, 'export'));
    expect(again.out).toContain('Nothing changed.');
    expect(await pictures()).toEqual(shown);
  });

  it('takes pictures out of an archive', async () => {
    const zip = zipSync({
      'import.xml': catalogue('135.png'),
      '135.png': await paint('red', { format: 'png' }),
    });
    await kontor.run('import', await kontor.write('v8.zip', zip));
    expect(await pictures()).toHaveLength(1);
  });

  it('takes pictures that lie beside a file, and tells of a broken one', async () => {
    const file = await kontor.write('beside/import.xml', catalogue('3.jpg', '4.jpg', '../../secret.jpg'));
    await kontor.write('beside/3.jpg', 'no picture');
    await kontor.write('beside/4.jpg', await paint('lime'));
    const { out } = await kontor.run('import', file);
    expect(out).toContain('Pictures: 2 new, 1 cannot be shown.');
    expect(await pictures()).toHaveLength(1);
  });

  it('keeps no picture in a dry run', async () => {
    const folder = join(kontor.folder, 'dry');
    await kontor.write('dry/import.xml', catalogue('5.jpg'));
    await kontor.write('dry/5.jpg', await paint('#fefe01'));
    const files = () => readdir(join(kontor.folder, 'data/files/originals')).catch(() => []);
    const before = await files();
    expect((await kontor.run('import', folder, '--dry-run')).out).toContain('Pictures: 1 new');
    expect(await files()).toEqual(before);
  });
});
