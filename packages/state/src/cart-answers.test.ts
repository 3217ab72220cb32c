import type { CartCheck, CartLine, CartSummary } from '@kontor/sdk';
import { describe, expect, test, vi } from 'vitest';

import { createCartAnswers } from './cart-answers.js';

const cart = (version: number, id = 'cart') => ({ id, version }) as CartSummary;
const checkOf = (version: number, id?: string) =>
  ({ cart: cart(version, id), lines: [{ sku: 'bolt' } as CartLine] }) as CartCheck;

describe('what a check found', () => {
  function readCart(version: number) {
    const state = { summary: cart(version) };
    const apply = vi.fn();
    const load = vi.fn();
    const { layCheck } = createCartAnswers(
      { isCurrent: () => true },
      { apply },
      { known: () => state.summary, show: (change) => Object.assign(state, change), load },
    );
    return { state, apply, load, layCheck };
  }

  test('is laid over lines of the same version', () => {
    const { layCheck, apply, load } = readCart(2);
    layCheck(checkOf(2));
    expect([apply.mock.calls.length, load.mock.calls.length]).toEqual([1, 0]);
  });

  test('is laid over older lines, and the rest is read anew', () => {
    const { layCheck, apply, load, state } = readCart(2);
    layCheck(checkOf(3));
    expect([apply.mock.calls.length, load.mock.calls.length, state.summary.version]).toEqual([1, 1, 3]);
  });

  test('leaves newer lines and other carts alone', () => {
    const { layCheck, apply, load } = readCart(2);
    layCheck(checkOf(1));
    layCheck(checkOf(3, 'other'));
    expect([apply.mock.calls.length, load.mock.calls.length]).toEqual([0, 0]);
  });
});
