import { openapiDocument } from '@kontor/contract/openapi';

import { sha256 } from '../identifiers.js';
import type { Settings } from '../ports.js';
import { version } from '../version.js';
import { isCurrent } from './entity-tag.js';

/** Answers the OpenAPI document; it is written once, at the first request. */
export function createOpenapiAnswer({
  publicUrl,
}: Pick<Settings, 'publicUrl'>): (request: Request) => Promise<Response> {
  let written: Promise<{ text: string; etag: string }> | undefined;
  return async function openapiAnswer(request) {
    written ??= write(publicUrl);
    const { text, etag } = await written;
    const headers = { etag, 'cache-control': 'public, max-age=300' };
    if (isCurrent(request.headers.get('if-none-match'), etag))
      return new Response(null, { status: 304, headers });
    return new Response(text, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } });
  };
}

async function write(serverUrl: string): Promise<{ text: string; etag: string }> {
  const text = JSON.stringify(openapiDocument({ version, serverUrl }));
  const digest = await sha256(text);
  const hex = Array.from(digest.slice(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { text, etag: `"${hex}"` };
}
