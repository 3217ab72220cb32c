import { operations } from '@kontor/contract';
import { expect, it } from 'vitest';

import { visitor } from '../caller.js';
import { createAnswerCache } from './answer-cache.js';

const current = '11111111-2222-3333';
const revision = { current: () => Promise.resolve(current), known: () => current };

async function ask(gatewayVersion: string, etag?: string): Promise<Response> {
  const cache = createAnswerCache(revision, { gatewayVersion });
  const request = new Request('http://gateway.test/v1/products', {
    headers: etag === undefined ? {} : { 'if-none-match': etag },
  });
  const call = {
    operation: operations.catalog.listProducts,
    request,
    caller: visitor,
    locale: 'ru',
  } as const;
  return cache.serve(call, () => Promise.resolve(Response.json({ items: [] })));
}

it('answers an ETag of the same version without making anything', async () => {
  const etag = (await ask('1.0.0')).headers.get('etag') ?? '';
  expect((await ask('1.0.0', etag)).status).toBe(304);
});

it('takes the ETag of another version for an old one', async () => {
  const etag = (await ask('1.0.0')).headers.get('etag') ?? '';
  expect((await ask('1.1.0', etag)).status).toBe(200);
});
