/** What the beginning of a picture says of it. Pixels are as they are stored, before any turning. */
export interface PictureHeader {
  readonly format: 'gif' | 'jpeg' | 'png' | 'webp';
  readonly width: number;
  readonly height: number;
}

/** Reads format and size without decoding anything; undefined for what is no JPEG, PNG, GIF or WebP picture. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  if (bytes.length < 16) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint32(0) === 0x89504e47) return sized('png', view.getUint32(16), view.getUint32(20));
    if (view.getUint32(0) === 0x47494638)
      return sized('gif', view.getUint16(6, true), view.getUint16(8, true));
    if (view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return webp(view);
    if (view.getUint16(0) === 0xffd8) return jpeg(view);
  } catch (error) {
    // It ends before its size is told.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

function sized(format: PictureHeader['format'], width: number, height: number): PictureHeader | undefined {
  return width > 0 && height > 0 ? { format, width, height } : undefined;
}

/** Segments up to the frame's: C4, C8 and CC among its markers mean something else (ITU T.81, B.1.1.3). */
function jpeg(view: DataView): PictureHeader | undefined {
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return sized('jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    else at += 2 + view.getUint16(at + 2);
  }
}

/** The three kinds of first chunks of a WebP file (RFC 9649, 2.5 to 2.7). */
function webp(view: DataView): PictureHeader | undefined {
  const kind = view.getUint32(12);
  if (kind === 0x56503858) return sized('webp', 1 + threeBytes(view, 24), 1 + threeBytes(view, 27));
  if (kind === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return sized('webp', 1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
  }
  if (kind === 0x56503820)
    return sized('webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  return undefined;
}

const threeBytes = (view: DataView, at: number): number =>
  view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
