import type { Sharp } from 'sharp';

import type { Log, PictureResizer, ResizedPicture } from '../ports.js';

/** Seconds for one width of a picture. */
const patience = 20;
const quality = 80;

/**
 * Resizes pictures with libvips, one at a time. Only the formats that the gateway looks into come here, by their first bytes:
 * libvips chooses its reader by the same.
 */
export function createPictureResizer(log: Log): PictureResizer {
  let loading: ReturnType<typeof loadLibrary> | undefined;
  return {
    async resize(picture, widths) {
      const library = await (loading ??= loadLibrary(log));
      if (!library) return undefined;
      const open = (): Sharp => library(picture, { failOn: 'truncated' }).timeout({ seconds: patience });
      const { autoOrient } = await open().metadata();
      const wanted = [
        ...widths.filter((width) => width < autoOrient.width),
        Math.min(autoOrient.width, ...widths.slice(-1)),
      ];
      const resized: ResizedPicture[] = [];
      for (const width of new Set(wanted)) {
        const { data, info } = await open()
          .autoOrient()
          // A strip a thousand times as high as wide is a picture too.
          .resize({ width, height: width * 2, fit: 'inside', withoutEnlargement: true })
          .webp({ quality })
          .toBuffer({ resolveWithObject: true });
        if (info.width !== resized.at(-1)?.width)
          resized.push({ width: info.width, height: info.height, content: new Uint8Array(data) });
      }
      return resized;
    },
  };
}

/** Loading takes a while and not every platform has it: only who has pictures pays for it. */
async function loadLibrary(log: Log) {
  try {
    const { default: sharp } = await import('sharp');
    sharp.concurrency(1);
    sharp.cache(false);
    return sharp;
  } catch (error) {
    log.error({ error }, 'pictures cannot be resized on this platform');
    return undefined;
  }
}
