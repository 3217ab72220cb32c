import type { GatewayDeps } from '../../ports.js';
import { ProblemError } from '../../problem-error.js';

const mediaTypes: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
};

/** A name that tells the content never means another one. */
const contentName = /^[\da-f]{40}(?:-\d+)?\.\w+$/;

/**
 * Answers a picture of the catalogue by its name. A drawing can carry script: opened as a page it gets a policy that lets
 * nothing run.
 * @throws ProblemError `not_found`
 */
export async function servePicture(
  { blobs, pictureFallback }: Pick<GatewayDeps, 'blobs' | 'pictureFallback'>,
  name: string,
): Promise<Response> {
  const extension = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,199}\.(\w+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const mediaType = Object.hasOwn(mediaTypes, extension) ? mediaTypes[extension] : undefined;
  if (mediaType === undefined) throw new ProblemError('not_found');
  const picture = (await blobs.get(`pictures/${name}`)) ?? pictureFallback?.(name);
  if (picture === undefined) throw new ProblemError('not_found');
  return new Response(picture as Uint8Array<ArrayBuffer> | string, {
    headers: {
      'content-type': mediaType,
      'cache-control': contentName.test(name)
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=604800',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}
