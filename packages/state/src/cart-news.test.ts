import type { CartSummary } from '@kontor/sdk';
import { describe, expect, test, vi } from 'vitest';

import { createCartNews } from './cart-news.js';

describe('news of a cart', () => {
  function busyCart() {
    const state = { version: 1, isBusy: true };
    const load = vi.fn();
    const news = createCartNews({
      known: () => ({ id: 'cart', version: state.version }) as CartSummary,
      isBusy: () => state.isBusy,
      take: () => undefined,
      load,
    });
    return { state, load, news };
  }

  test('read nothing anew that a running answer holds', () => {
    const { state, load, news } = busyCart();
    news.hear({ type: 'cart', cartId: 'cart', version: 2 });
    Object.assign(state, { version: 2, isBusy: false });
    news.catchUp();
    expect(load).not.toHaveBeenCalled();
  });

  test('are followed when the running answer is older', () => {
    const { state, load, news } = busyCart();
    news.hear({ type: 'cart', cartId: 'cart', version: 2 });
    news.catchUp();
    expect(load).not.toHaveBeenCalled();
    state.isBusy = false;
    news.catchUp();
    news.catchUp();
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('of changed prices are followed as soon as nothing is on its way', () => {
    const { state, load, news } = busyCart();
    news.hear({ type: 'prices' });
    expect(load).not.toHaveBeenCalled();
    state.isBusy = false;
    news.catchUp();
    news.catchUp();
    expect(load).toHaveBeenCalledTimes(1);
    news.hear({ type: 'prices' });
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('of another cart lead to it at once', () => {
    const { state, load, news } = busyCart();
    state.isBusy = false;
    news.hear({ type: 'cart', cartId: 'other', version: 1 });
    expect(load).toHaveBeenCalledTimes(1);
  });
});
