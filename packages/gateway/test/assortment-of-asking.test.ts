import { describe, expect, it } from 'vitest';

import { wellKnown } from '../src/demo/ids.js';
import { useTestGateway } from './test-gateway.js';

const gateway = useTestGateway();

describe('a SKU outside the assortment', () => {
  it.each([
    ['POST', '/v1/prices/resolve', (sku: string) => ({ items: [{ sku }] })],
    ['POST', '/v1/prices/explain', (sku: string) => ({ sku })],
    ['POST', '/v1/stock/resolve', (sku: string) => ({ skus: [sku] })],
  ])('is answered like an unknown one: %s %s', async (method, path, bodyOf) => {
    const { request, signIn } = gateway();
    const token = await signIn('buyer@lokon.example.test');
    const ask = async (sku: string) => {
      const { status, text } = await request(method, path, { token, body: bodyOf(sku) });
      return `${String(status)} ${text}`.replaceAll(sku, 'SKU').replaceAll(/"requestId":"[^"]*"/g, '');
    };
    expect(await ask(wellKnown.private)).toBe(await ask('NO-SUCH-SKU'));
  });
});
