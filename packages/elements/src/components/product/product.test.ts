import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorProduct } from './product.js';
import './product.js';

describe('<kontor-product>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('product')));
  afterEach(() => page.close());

  async function show(product = 'din-933-8-8'): Promise<KontorProduct> {
    return page.show<KontorProduct>(
      html`<kontor-product product=${product} heading-level="2"
        ><b slot="manager">Your manager</b></kontor-product
      >`,
    );
  }
  const heading = (element: Element): HTMLElement | undefined => find(element, '[role="heading"]');

  it('says what the product is, with picture, facts and variants', async () => {
    const element = await show();
    await until(() => find(element, '[part="row"]'));
    expect(heading(element)?.getAttribute('aria-level')).to.equal('2');
    expect(textOf(find(element, '.meta')!)).to.equal('108 variants');
    expect(textOf(find(element, '[part="facts"]')!)).to.contain('DIN 933');
    expect(find<HTMLImageElement>(element, 'img')?.alt).to.not.equal('');
    expect(await violations(element)).to.deep.equal([]);
  });

  it('draws a sign in the place of a picture that is missing', async () => {
    const element = await show();
    const picture = await until(() => find<HTMLImageElement>(element, 'img'));
    picture.dispatchEvent(new Event('error'));
    expect(getComputedStyle(find(element, '.missing')!).display).to.not.equal('none');
    expect(picture.alt).to.not.equal('');
  });

  it('shows the picture from the gateway', async () => {
    const element = await show();
    const picture = await until(() => find<HTMLImageElement>(element, 'img'));
    expect(new URL(picture.src).pathname).to.match(/\/v1\/pictures\/din-933-8-8\.svg$/);
  });

  it('says so when the product is not here any more', async () => {
    const element = await show('no-such-product');
    await until(() => textOf(element).includes('This product is not here any more.'));
    expect(await violations(element)).to.deep.equal([]);
  });

  it('says what failed and tries again', async () => {
    page.cut = /products/;
    const element = await show();
    const retry = await until(() => find<HTMLButtonElement>(element, '[role="alert"] button'));
    page.cut = undefined;
    retry.click();
    await until(() => find(element, '[part="row"]'));
  });

  it('shows another product when it is told to', async () => {
    const element = await show();
    const before = await until(() => heading(element)?.textContent);
    element.product = 'din-912-8-8';
    await until(() => heading(element) && heading(element)?.textContent !== before);
  });

  it('lets a buyer order from its table', async () => {
    await page.signIn('owner');
    const element = await show();
    await until(() => find(element, '.quantity input'));
    expect(textOf(element)).to.contain('To the cart');
  });
});
