import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { openPage, skus, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorStock } from './stock.js';
import './stock.js';

describe('<kontor-stock>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('stock')));
  afterEach(() => page.close());

  const show = (sku: string): Promise<KontorStock> =>
    page.show(html`<kontor-stock sku=${sku}></kontor-stock>`);

  it('says how much is near and how much elsewhere', async () => {
    await page.signIn('owner');
    const element = await show(skus.tiers);
    await until(() => /^[\d,]+ · .+ [\d,]+ more · /.test(textOf(element)));
    expect(await violations(element)).to.deep.equal([]);
  });

  it('says when it arrives once the place of delivery is known', async () => {
    await page.signIn('owner');
    const element = await show(skus.tiers);
    await page.shop.session.setLocation({ country: 'RU', city: 'Екатеринбург' });
    await until(() => /today|tomorrow|days/.test(textOf(element)));
    await page.shop.session.setLocation(null);
  });

  it('says what is out of stock, and when more is expected', async () => {
    await page.signIn('owner');
    const element = await show(skus.outOfStock);
    await until(() => /^out of stock/.test(textOf(element)));
  });

  it('shows a competitor no exact figure', async () => {
    await page.signIn('competitor');
    const element = await show(skus.tiers);
    await until(() => /^>1,000/.test(textOf(element)));
    expect(textOf(element)).not.to.match(/\d{1,3},\d{3}(?!.*>)\d/);
  });

  it('shows levels where the supplier shows levels', async () => {
    await page.signIn('smallShop');
    const element = await show(skus.tiers);
    await until(() => /^(many|enough|few)/.test(textOf(element)));
  });

  it('shows visitors nothing and asks for nothing', async () => {
    const element = await show(skus.tiers);
    await until(() => page.shop.session.$buyer.get() === 'visitor');
    await element.updateComplete;
    expect(textOf(element)).to.equal('');
    expect(page.requests.some((path) => /stock|warehouses/.test(path))).to.equal(false);
  });

  it('keeps what it showed when the network is cut', async () => {
    await page.signIn('owner');
    const element = await show(skus.tiers);
    const before = await until(() => /\d/.test(textOf(element)) && textOf(element));
    page.cut = /stock/;
    page.shop.stock.refresh();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(textOf(element)).to.equal(before);
  });
});
