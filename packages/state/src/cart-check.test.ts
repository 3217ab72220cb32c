import type { CartCheck } from '@kontor/sdk';
import { atom } from 'nanostores';
import { expect, test, vi } from 'vitest';

import { createCartCheck, versionOf } from './cart-check.js';
import type { CartView } from './cart-part.js';
import type { SessionPart } from './session.js';

test('asks ahead for nothing that has been read', async () => {
  const context = { id: 'context', revision: 1 };
  const cart = { id: 'cart', version: 5, lineCount: 1 };
  const check = vi.fn(() => Promise.resolve({ contextId: 'context', revision: 1, cart } as CartCheck));
  const $version = atom<string | undefined>();
  const part = createCartCheck(
    { carts: { check } } as never,
    {
      $switching: atom({ status: 'done', result: { context, cart } }),
      $context: atom(context),
      isCurrent: () => true,
      owner: () => '',
    } as unknown as SessionPart,
    {
      $cart: atom({ status: 'ready', summary: cart } as CartView),
      $version,
      isOnlyRead: () => true,
      settled: () => Promise.resolve(),
      onAnswer: () => undefined,
      onEnd: () => undefined,
    },
  );
  const stop = part.remote.$state.listen(() => undefined);
  $version.set(versionOf(context, cart));
  await vi.waitFor(() => expect(part.remote.$state.get().status).toBe('ready'));
  part.begin();
  expect(part.remote.$state.get().status).toBe('ready');
  stop();
  expect(check).toHaveBeenCalledTimes(1);
});
