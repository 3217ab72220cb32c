import sharp from 'sharp';

/** A picture of one colour. @param orientation of EXIF; 6 means that it has to be turned by a quarter */
export async function paint(
  colour: string,
  {
    width = 600,
    height = 400,
    format = 'jpeg',
    orientation = 1,
  }: {
    width?: number;
    height?: number;
    format?: 'gif' | 'jpeg' | 'png' | 'tiff' | 'webp';
    orientation?: number;
  } = {},
): Promise<Uint8Array> {
  const picture = sharp({ create: { width, height, channels: 3, background: colour } });
  const tagged = orientation === 1 ? picture : picture.withMetadata({ orientation });
  return new Uint8Array(await tagged.toFormat(format).toBuffer());
}

/** A PNG of a few bytes that says it has so many pixels. */
export function bomb(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  bytes.set([8, 2], 24);
  return bytes;
}

/** The element that lists pictures of a product, with titles. */
export const listed = (...pictures: readonly (string | readonly [path: string, title: string])[]): string => {
  const all = pictures.map((each) => (typeof each === 'string' ? ([each, undefined] as const) : each));
  const titles = all.flatMap(([path, title]) =>
    title === undefined ? [] : [`<Значение>${path}#${title}</Значение>`],
  );
  return (
    all.map(([path]) => `<Картинка>${path}</Картинка>`).join('') +
    (titles.length === 0
      ? ''
      : `<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>ОписаниеФайла</Наименование>${titles.join('')}</ЗначениеРеквизита></ЗначенияРеквизитов>`)
  );
};
