import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, skus, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorAddToCart } from './add-to-cart.js';
import './add-to-cart.js';

describe('<kontor-add-to-cart>', () => {
  let page: TestPage;
  beforeEach(async () => {
    page = openPage('add-to-cart');
    await page.signIn('owner');
    page.shop.cart.$cart.listen(() => undefined);
    await until(() => page.shop.cart.$cart.get().status === 'ready');
    await page.shop.cart.clear();
  });
  afterEach(() => page.close());

  async function show(sku: string): Promise<KontorAddToCart> {
    const element = await page.show<KontorAddToCart>(
      html`<kontor-add-to-cart sku=${sku}></kontor-add-to-cart>`,
    );
    await until(() => find<HTMLButtonElement>(element, 'button.primary')?.disabled === false);
    return element;
  }

  const press = (element: Element): void => find<HTMLButtonElement>(element, 'button.primary')?.click();

  function type(element: Element, text: string): void {
    const field = find<HTMLInputElement>(element, 'input')!;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  it('adds the smallest quantity that may be ordered', async () => {
    const element = await show(skus.packs);
    await until(() => find<HTMLInputElement>(element, 'input')?.value === '20');
    press(element);
    await until(() => textOf(element).includes('In the cart: 20'));
    expect(await violations(element)).to.deep.equal([]);
  });

  it('says why a quantity was corrected', async () => {
    const element = await show(skus.packs);
    type(element, '1 050');
    press(element);
    await until(() => textOf(element).includes('1,050 → 1,060: sold in multiples of 20'));
  });

  it('lets the page keep something out of the cart', async () => {
    const element = await show(skus.packs);
    element.addEventListener('kontor-cart-add', (event) => event.preventDefault());
    press(element);
    expect(page.shop.cart.line(skus.packs)).to.equal(undefined);
  });

  it('tells the page what was added', async () => {
    const element = await show(skus.packs);
    const added = new Promise<string>((resolve) => {
      document.addEventListener('kontor-cart-added', ({ detail }) => resolve(detail.line?.quantity ?? ''), {
        once: true,
      });
    });
    press(element);
    expect(await added).to.equal('20');
  });

  it('keeps what was added while the network is cut', async () => {
    const element = await show(skus.packs);
    page.cut = /lines/;
    press(element);
    await until(() => page.shop.cart.$cart.get().isOffline);
    expect(textOf(element)).to.include('Adding');
    page.cut = undefined;
    await until(() => textOf(element).includes('In the cart: 20'));
  });

  it('shows nothing to who cannot fill a cart', async () => {
    await page.signIn('viewer');
    const element = await page.show(html`<kontor-add-to-cart sku=${skus.packs}></kontor-add-to-cart>`);
    await until(() => page.shop.cart.$cart.get().status === 'closed');
    await until(() => textOf(element) === '');
  });
});
