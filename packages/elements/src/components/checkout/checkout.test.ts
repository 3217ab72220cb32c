import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, skus, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorCheckout } from './checkout.js';
import './checkout.js';

describe('<kontor-checkout>', () => {
  let page: TestPage;
  let element: KontorCheckout;

  beforeEach(async () => {
    page = openPage('checkout');
    await page.signIn('owner');
    page.shop.cart.$lines.listen(() => undefined);
    await until(() => page.shop.cart.$cart.get().status === 'ready');
    await page.shop.cart.clear();
    page.shop.cart.setLines([{ sku: skus.packs, quantity: '20' }]);
    await page.shop.cart.settled();
    element = await page.show(html`<kontor-checkout></kontor-checkout>`);
    await until(() => methods().length > 1);
  });
  afterEach(() => page.close());

  const methods = (): HTMLInputElement[] => [
    ...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[name=method]'),
  ];
  const places = (): HTMLInputElement[] => [
    ...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[name=place]'),
  ];
  const place = (): void => find<HTMLFormElement>(element, 'form')?.requestSubmit();
  const orders = (): number => page.requests.filter((path) => path.endsWith('/place')).length;

  /** Pickup from the first warehouse. */
  async function choosePickup(): Promise<void> {
    methods()[0]?.click();
    await until(() => places().length > 0);
    places()[0]?.click();
    await until(() => page.shop.checkout.checkout.$state.get().value?.missing.length === 0);
  }

  it('asks how the goods come before it places anything', async () => {
    place();
    await until(() => textOf(element).includes('Choose how the goods come and where to'));
    expect(orders()).to.equal(0);
  });

  it('places the order and shows its number and invoice', async () => {
    await choosePickup();
    place();
    await until(() => textOf(element).includes('The order is placed'));
    expect(textOf(element)).to.match(/K-\d{6}/);
    await until(() => textOf(element).includes('Invoice to print or save'));
    page.shop.checkout.startOver();
  });

  it('places one order however often the button is pressed', async () => {
    await choosePickup();
    place();
    place();
    place();
    await until(() => textOf(element).includes('The order is placed'));
    expect(orders()).to.equal(1);
    page.shop.checkout.startOver();
  });

  it('places one order although the answer was lost', async () => {
    await choosePickup();
    page.cut = /place$/;
    place();
    await until(() => textOf(element).includes('No connection'));
    page.cut = undefined;
    place();
    await until(() => textOf(element).includes('The order is placed'));
    page.shop.checkout.startOver();
  });

  it('says which lines wait, and offers a call about the cart', async () => {
    expect(find(element, 'kontor-call-me')).to.equal(undefined);
    page.shop.cart.setLines([{ sku: skus.withoutPrice, quantity: '50' }]);
    await page.shop.cart.settled();
    await page.shop.checkout.checkout.reload();
    const button = await until(() => find<HTMLElement & { about?: object }>(element, 'kontor-call-me'));
    expect(button.about).to.deep.equal({ cartId: page.shop.cart.$cart.get().summary?.id });
  });

  it('shows what delivery costs before the button is pressed', async () => {
    await choosePickup();
    await until(() => /Delivery free/.test(textOf(element)));
  });

  it('says at the choice that a delivery is not possible', async () => {
    const before = methods().length;
    methods()[1]?.click();
    await until(() => places().length > 1);
    for (const each of places().slice(0, -1)) {
      each.click();
      await until(() => page.shop.checkout.$saving.get() === 0);
    }
    expect(methods().length).to.equal(before);
  });

  it('keeps date, number and comment', async () => {
    const field = find<HTMLInputElement>(element, 'input[maxlength="60"]')!;
    field.value = 'ЗП-77';
    field.dispatchEvent(new Event('change'));
    await until(() => page.shop.checkout.checkout.$state.get().value?.purchaseOrderNumber === 'ЗП-77');
  });

  it('lets the page stop the order', async () => {
    await choosePickup();
    element.addEventListener('kontor-order-place', (event) => event.preventDefault());
    place();
    await element.updateComplete;
    expect(orders()).to.equal(0);
  });

  it('breaks no rule of accessibility', async () => {
    await choosePickup();
    expect(await violations(element)).to.deep.equal([]);
  });

  it('has nothing to order when the cart is empty', async () => {
    await page.shop.cart.clear();
    await until(() => textOf(element).includes('The cart is empty'));
  });
});
