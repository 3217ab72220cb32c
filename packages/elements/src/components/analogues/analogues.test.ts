import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, skus, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorAnalogues } from './analogues.js';
import './analogues.js';

describe('<kontor-analogues>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('analogues')));
  afterEach(() => page.close());

  const cards = (element: Element): Element[] => [...element.shadowRoot!.querySelectorAll('[part="card"]')];
  const button = (card: Element | undefined, text: string): HTMLButtonElement | undefined =>
    [...(card?.querySelectorAll('button') ?? [])].find((each) => each.textContent.includes(text));

  async function show(sku: string = skus.outOfStock): Promise<KontorAnalogues> {
    const element = await page.show<KontorAnalogues>(html`<kontor-analogues sku=${sku}></kontor-analogues>`);
    await until(() => cards(element).length > 0 || textOf(element));
    return element;
  }

  async function showAsOwner(): Promise<KontorAnalogues> {
    await page.signIn('owner');
    const element = await show();
    await until(() => page.shop.cart.$cart.get().status === 'ready');
    await page.shop.cart.clear();
    await until(() => button(cards(element)[1], 'Take this instead'));
    return element;
  }

  it('puts the variant beside its analogues with reason, price and stock', async () => {
    const element = await showAsOwner();
    await until(() => cards(element).every((card) => /₽/.test(textOf(card))));
    expect(cards(element).length).to.equal(4);
    await until(() => /^You look at .*DIN933-8.8-M10X50-ZN .* out of stock/.test(textOf(cards(element)[0]!)));
    expect(textOf(cards(element)[1]!)).to.match(/^(equivalent|newer) /);
    expect(await violations(element)).to.deep.equal([]);
  });

  it('marks the values that differ from the variant', async () => {
    const element = await showAsOwner();
    await until(() => cards(element)[1]?.querySelector('[part="difference"]'));
    expect(cards(element)[0]?.querySelector('[part="difference"]')).to.equal(null);
  });

  it('takes an analogue instead of the line in the cart', async () => {
    const element = await showAsOwner();
    page.shop.cart.setQuantity(skus.outOfStock, '400');
    await page.shop.cart.settled();
    button(cards(element)[1], 'Take this instead')?.click();
    await page.shop.cart.settled();
    const [line, ...others] = page.shop.cart.$lines.get();
    expect(others).to.deep.equal([]);
    expect(line?.sku).to.not.equal(skus.outOfStock);
    expect(line?.quantity).to.equal('400');
  });

  it('adds the least that may be ordered beside the variant', async () => {
    const element = await showAsOwner();
    button(cards(element)[1], 'Add too')?.click();
    await until(() => textOf(cards(element)[1]!).includes('in the cart: 200'));
  });

  it('lets the page keep an analogue out of the cart', async () => {
    const element = await showAsOwner();
    element.addEventListener('kontor-cart-edit', (event) => event.preventDefault());
    button(cards(element)[1], 'Take this instead')?.click();
    expect(page.shop.cart.$lines.get()).to.deep.equal([]);
  });

  it('shows visitors what there is without prices and buttons', async () => {
    const element = await show();
    await until(() => textOf(cards(element)[1]!).includes('Sign in for prices'));
    expect(find(element, 'button')).to.equal(undefined);
  });

  it('says so where nothing stands for a variant', async () => {
    const element = await show(skus.packs);
    await until(() => textOf(element) === 'Nothing stands for this one. Ask your manager.');
  });

  it('says what failed and tries again', async () => {
    page.cut = /analogues/;
    const element = await show();
    const retry = await until(() => find<HTMLButtonElement>(element, '[role="alert"] button'));
    page.cut = undefined;
    retry.click();
    await until(() => cards(element).length === 4);
  });
});
