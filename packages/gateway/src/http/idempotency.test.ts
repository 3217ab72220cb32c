import type { Cart, CartChange } from '@kontor/contract';
import { expect, it } from 'vitest';

import { useTestGateway } from '../../test/test-gateway.js';
import { wellKnown } from '../demo/ids.js';

const gateway = useTestGateway();

it('does work that could be done twice only once', async () => {
  const { request, signIn } = gateway();
  const token = await signIn('owner@stroymaster.example.test');
  const cart = await request<Cart>('POST', '/v1/carts', { token, body: { name: 'keyed' } });
  const add = (key: string) =>
    request<CartChange>('POST', `/v1/carts/${cart.body.id}/lines`, {
      token,
      headers: { 'idempotency-key': key },
      body: { operations: [{ sku: wellKnown.packs, add: '20' }] },
    });
  const first = await add('key-of-adding');
  const again = await add('key-of-adding');
  expect(again.text).toBe(first.text);
  expect((await add('another-key')).body.lines[0]?.quantity).toBe('40');
});
