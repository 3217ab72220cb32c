import { readPictureHeader, type PictureHeader } from './picture-header.js';

/** What a picture may be at most. */
export const pictureLimits = { bytes: 20 * 2 ** 20, pixels: 50_000_000 } as const;

/** A picture that may be looked into, or why not. */
export type Judged = { readonly header: PictureHeader } | { readonly reason: string };

/** Decides by size and beginning whether a picture is looked into at all. */
export function judgePicture(content: Uint8Array): Judged {
  if (content.length > pictureLimits.bytes)
    return { reason: `larger than ${String(pictureLimits.bytes / 2 ** 20)} MiB` };
  const header = readPictureHeader(content);
  if (!header)
    return { reason: `no JPEG, PNG, GIF or WebP picture${isBitmap(content) ? ' but a BMP one' : ''}` };
  const { width, height } = header;
  if (width * height > pictureLimits.pixels)
    return { reason: `${String(width)} × ${String(height)} pixels are too many` };
  return { header };
}

const isBitmap = ([first, second]: Uint8Array): boolean => first === 0x42 && second === 0x4d;
