import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { openPage, skus, textOf, until, violations, type TestPage } from '../../../test/page.js';
import './price.js';

describe('<kontor-price>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('price')));
  afterEach(() => page.close());

  it('shows the price of the agreement with the next tier', async () => {
    await page.signIn('owner');
    const element = await page.show(html`<kontor-price sku=${skus.tiers}></kontor-price>`);
    await until(() => /\d/.test(textOf(element)));
    expect(textOf(element)).to.match(/^\d+\.\d+\s₽ from 2,000: \d/);
    expect(await violations(element)).to.deep.equal([]);
  });

  it('asks visitors to sign in and asks the gateway for nothing', async () => {
    const element = await page.show(html`<kontor-price sku=${skus.tiers}></kontor-price>`);
    await until(() => textOf(element) === 'Sign in for prices');
    expect(page.requests.some((path) => path.includes('prices'))).to.equal(false);
  });

  it('tells a member without prices that they are hidden', async () => {
    await page.signIn('requester');
    const element = await page.show(html`<kontor-price sku=${skus.tiers}></kontor-price>`);
    await until(() => textOf(element) === 'Price hidden');
  });

  it('re-prices when the agreement is switched', async () => {
    await page.signIn('owner');
    const element = await page.show(html`<kontor-price sku=${skus.tiers} quantity="600"></kontor-price>`);
    const before = await until(() => /₽/.test(textOf(element)) && textOf(element));
    const euro = page.shop.session.$session
      .get()
      .value?.agreements.find(({ currency }) => currency === 'EUR');
    await page.shop.session.selectAgreement(euro?.id ?? '');
    await until(() => textOf(element).includes('€') && textOf(element) !== before);
  });

  it('asks once for a hundred prices on one page', async () => {
    await page.signIn('owner');
    const { items } = await page.client.products.variants('prd_din-933-8-8', { limit: 60 });
    page.requests.length = 0;
    const list = await page.show(
      html`<div>
        ${[...items, ...items].map(({ sku }) => html`<kontor-price sku=${sku}></kontor-price>`)}
      </div>`,
    );
    await until(() => [...list.children].every((price) => /\d|request|agreement/.test(textOf(price))));
    expect(page.requests.filter((path) => path.endsWith('/prices/resolve')).length).to.equal(1);
  });

  it('says so where there is no price', async () => {
    await page.signIn('owner');
    const element = await page.show(html`<kontor-price sku=${skus.withoutPrice}></kontor-price>`);
    await until(() => textOf(element) === 'Price on request');
  });

  it('speaks the language of its shop', async () => {
    const element = await page.show(html`<kontor-price sku=${skus.tiers}></kontor-price>`, 'de');
    await until(() => textOf(element) === 'Preise nach Anmeldung');
    expect(element.lang).to.equal('de');
  });
});
