/** The page of the shop's bench: a long cart, many prices, a switched agreement, over a real gateway. */
import { createClient } from '@kontor/sdk';
import { createShop } from '@kontor/state';

import '../src/components/cart/cart.js';
import '../src/components/price/price.js';
import type { KontorQuantity } from '../src/components/quantity/quantity.js';
import '../src/components/shop/shop.js';
import '../src/components/stock/stock.js';
import { password, people } from '../test/demo.js';
import { firstPaint } from './table-opened.js';

const requests: string[] = [];
const client = createClient({
  baseUrl: location.origin,
  fetch(request) {
    requests.push(`${request.method} ${new URL(request.url).pathname.replace(/\/carts\/[^/]+/, '/carts/…')}`);
    return fetch(request);
  },
});
// Nothing is gathered: what is measured is work, not waiting for another key.
const shop = createShop(client, { gatherFor: 0 });
const frame = document.createElement('kontor-shop');
frame.shop = shop;
frame.locale = 'en';
document.body.append(frame);
shop.cart.$lines.listen(() => undefined);
shop.cart.check.$state.listen(() => undefined);

const isQuiet = (): boolean => {
  const { status, unsaved } = shop.cart.$cart.get();
  return (
    status === 'ready' &&
    unsaved === 0 &&
    shop.cart.$isComplete.get() &&
    shop.cart.check.$state.get().status === 'ready'
  );
};

const cart = (): HTMLElement | null => frame.querySelector('kontor-cart');
const textOf = (sku: string): string =>
  cart()?.shadowRoot?.querySelector(`[data-sku="${CSS.escape(sku)}"] .sum`)?.textContent ?? '';

function show(tag: string, skus: readonly string[]): void {
  frame.append(
    ...skus.map((sku) =>
      Object.assign(document.createElement(tag) as HTMLElement & { sku: string }, { sku }),
    ),
  );
}

const bench = {
  signIn: () => shop.session.signIn({ email: people.owner, password }),

  /** Puts exactly these into the cart and shows it. */
  async fill(edits: readonly { sku: string; quantity: string }[]): Promise<void> {
    frame.replaceChildren();
    await firstPaint(() => shop.cart.$cart.get().status === 'ready');
    await shop.cart.clear();
    shop.cart.setLines(edits);
    await shop.cart.settled();
    frame.append(document.createElement('kontor-cart'));
    await firstPaint(() => isQuiet() && textOf(edits[0]?.sku ?? '') !== '');
  },

  /** Milliseconds from a quantity in the first line to the paint of what the gateway makes of it. */
  async change(sku: string, quantity: string): Promise<number> {
    const field = cart()?.shadowRoot?.querySelector<KontorQuantity>(
      `[data-sku="${CSS.escape(sku)}"] kontor-quantity`,
    );
    const before = textOf(sku);
    const version = shop.cart.$version.get();
    const began = performance.now();
    if (field) field.value = quantity;
    field?.dispatchEvent(new Event('change', { bubbles: true }));
    await firstPaint(() => textOf(sku) !== before && shop.cart.line(sku)?.isSaving === false);
    const took = performance.now() - began;
    await firstPaint(() => shop.cart.$version.get() !== version && isQuiet());
    return took;
  },

  /** Shows a price of each beside the cart. */
  async showPrices(skus: readonly string[]): Promise<void> {
    show('kontor-price', skus);
    await firstPaint(() => shop.prices.$pending.get() === 0 && isQuiet());
  },

  /**
   * Buys under the other agreement.
   * @returns milliseconds until prices and lines are repainted, until what the check finds is too, and what was asked
   */
  async switchAgreement(): Promise<{ took: number; checked: number; requests: string[] }> {
    const { agreements = [], context } = shop.session.$session.get().value ?? {};
    const now = agreements.find(({ id }) => id === context?.agreementId);
    const other = agreements.find(({ id, currency }) => id !== now?.id && currency === now?.currency);
    requests.length = 0;
    const reader = shop.session.$buyer.get();
    const began = performance.now();
    await shop.session.selectAgreement(other?.id ?? '');
    await firstPaint(
      () =>
        shop.session.$buyer.get() !== reader &&
        shop.prices.$pending.get() === 0 &&
        shop.cart.$isComplete.get() &&
        (shop.cart.$cart.get().summary?.agreementId ?? '') === other?.id,
    );
    const took = performance.now() - began;
    await firstPaint(isQuiet);
    const checked = performance.now() - began;
    // What comes late would be asked twice: it counts.
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { took, checked, requests: [...requests] };
  },

  /** Prices and stock of each. @returns what was asked for them */
  async showCards(skus: readonly string[]): Promise<string[]> {
    frame.replaceChildren();
    requests.length = 0;
    show('kontor-price', skus);
    show('kontor-stock', skus);
    await firstPaint(
      () => requests.length > 0 && shop.prices.$pending.get() + shop.stock.$pending.get() === 0,
    );
    return requests.filter((path) => path.endsWith('/resolve'));
  },
};

Object.assign(globalThis, { bench });
