import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { paint } from '../../../../test/test-pictures.js';
import { readPictureHeader } from './picture-header.js';
import { pictureKey } from './picture-key.js';

const size = fc.integer({ min: 1, max: 300 });
const format = fc.constantFrom('gif' as const, 'jpeg' as const, 'png' as const, 'webp' as const);

describe('the header of a picture', () => {
  it('tells format and size of what libvips writes', async () => {
    await fc.assert(
      fc.asyncProperty(size, size, format, async (width, height, kind) => {
        const header = readPictureHeader(await paint('teal', { width, height, format: kind }));
        expect(header).toEqual({ format: kind, width, height });
      }),
      { numRuns: 40 },
    );
  });

  it.each([{ lossless: true }, { lossless: false, alphaQuality: 80 }])(
    'tells the size of WebP with %o',
    async (options) => {
      const background = { r: 1, g: 2, b: 3, alpha: 0.5 };
      const picture = sharp({ create: { width: 70, height: 31, channels: 4, background } });
      expect(readPictureHeader(new Uint8Array(await picture.webp(options).toBuffer()))).toEqual({
        format: 'webp',
        width: 70,
        height: 31,
      });
    },
  );

  it('says nothing of other bytes and never throws', () => {
    const starts = fc.constantFrom(
      [0xff, 0xd8, 0xff],
      [0x89, 0x50, 0x4e, 0x47],
      [0x47, 0x49, 0x46, 0x38],
      [],
    );
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 60 }), (start, rest) => {
        const header = readPictureHeader(Uint8Array.from([...start, ...rest]));
        expect(header === undefined || (header.width > 0 && header.height > 0)).toBe(true);
      }),
    );
  });
});

describe('the key of a picture', () => {
  it.each([
    ['import_files/ab/1.jpg', 'import_files/ab/1.jpg'],
    ['C:\\Upload\\webdata\\import_files\\AB\\1.JPG', 'import_files/ab/1.jpg'],
    ['upload/1c/import_files/ab/1.jpg', 'import_files/ab/1.jpg'],
    ['135.png', '135.png'],
    ['../../etc/1.png', undefined],
  ])('of %s is %s', (path, key) => {
    expect(pictureKey(path)).toBe(key);
  });
});
