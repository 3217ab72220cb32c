import { expect, it } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';

const test = useTestGateway({
  deps: {
    pictureFallback: (name) =>
      name === 'drawn.svg' ? '<svg xmlns="http://www.w3.org/2000/svg"/>' : undefined,
  },
});

it('serves a stored picture under a policy that runs nothing', async () => {
  await test().deps.blobs.put('pictures/болт.svg', new TextEncoder().encode('<svg/>'));
  const { status, headers, text } = await test().request(
    'GET',
    `/v1/pictures/${encodeURIComponent('болт.svg')}`,
  );
  expect([status, text, headers.get('content-type')]).toEqual([200, '<svg/>', 'image/svg+xml']);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

it('serves a drawn picture where none is stored', async () => {
  expect((await test().request('GET', '/v1/pictures/drawn.svg')).status).toBe(200);
});

it.each([
  'none.svg',
  '..%2Finvoices%2F1.pdf',
  'invoice.pdf',
  'a.html',
  'x'.repeat(300) + '.svg',
  '.svg',
  '%00.svg',
])('does not find %s', async (name) => {
  await test().deps.blobs.put('invoices/1.pdf', new Uint8Array(1));
  expect((await test().request('GET', `/v1/pictures/${name}`)).status).toBe(404);
});
