import { createClient } from '@kontor/sdk';
import { createShop } from '@kontor/state';
import { expect } from '@open-wc/testing';
import { html, render } from 'lit';

import { listenToConsole, openPage, skus, textOf, until, type TestPage } from '../../../test/page.js';
import { shopScope } from '../../base/shop-scope.js';
import '../price/price.js';
import { KontorShop } from './shop.js';

describe('<kontor-shop>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('shop')));
  afterEach(() => page.close());

  it('serves elements that were defined before it', async () => {
    const wanted: unknown[] = [];
    const early = document.createElement('div');
    // A shop of another name, defined only after its parts have asked.
    const place = document.body.appendChild(document.createElement('late-shop'));
    place.append(early);
    early.dispatchEvent(
      Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
        context: shopScope,
        contextTarget: early,
        callback: (scope: unknown) => wanted.push(scope),
        subscribe: true,
      }),
    );
    (place as unknown as { shop: unknown }).shop = page.shop;
    customElements.define('late-shop', class extends KontorShop {});
    await until(() => wanted.length > 0);
    place.remove();
  });

  it('connects by its address and keeps the token of the tab', async () => {
    const place = document.body.appendChild(document.createElement('div'));
    const address = `${location.origin}/gateway/shop`;
    render(
      html`<kontor-shop base-url=${address} session="token"
        ><kontor-price sku=${skus.tiers}></kontor-price
      ></kontor-shop>`,
      place,
    );
    const shop = await until(() => place.querySelector('kontor-shop')?.shop);
    await shop.session.signIn({ email: 'owner@stroymaster.example.test', password: 'kontor-demo-2026' });
    await until(() => /\d/.test(textOf(place.querySelector('kontor-price')!)));
    expect(sessionStorage.getItem(`kontor:token:${address}`)).to.be.a('string');
    await shop.session.signOut();
    expect(sessionStorage.getItem(`kontor:token:${address}`)).to.equal(null);
    place.remove();
  });

  it('changes its language at run time', async () => {
    const element = await page.show<HTMLElement>(html`<kontor-price sku=${skus.tiers}></kontor-price>`, 'en');
    await until(() => textOf(element) === 'Sign in for prices');
    (element.closest('kontor-shop') as KontorShop).locale = 'uk';
    await until(() => textOf(element) === 'Ціни після входу');
  });

  it('takes texts of the page over those of the language', async () => {
    const element = await page.show<HTMLElement>(html`<kontor-price sku=${skus.tiers}></kontor-price>`, 'en');
    (element.closest('kontor-shop') as KontorShop).messages = { 'price.signIn': 'Log in first' };
    await until(() => textOf(element) === 'Log in first');
  });

  it('keeps its shop when it is moved within the page', async () => {
    const element = await page.show<HTMLElement>(html`<kontor-price sku=${skus.tiers}></kontor-price>`, 'en');
    const shop = element.closest('kontor-shop') as KontorShop;
    document.body.append(shop);
    await until(() => textOf(element) === 'Sign in for prices');
    expect(shop.shop).to.equal(page.shop);
    shop.remove();
  });

  it('keeps two shops on one page apart', async () => {
    const other = createShop(createClient({ baseUrl: `${location.origin}/gateway/shop` }));
    await page.signIn('owner');
    const pair = await page.show<HTMLElement>(
      html`<div>
        <kontor-price sku=${skus.tiers}></kontor-price>
        <kontor-shop .shop=${other} locale="en"><kontor-price sku=${skus.tiers}></kontor-price></kontor-shop>
      </div>`,
    );
    const [mine, theirs] = pair.querySelectorAll('kontor-price');
    await until(() => /\d/.test(textOf(mine!)) && textOf(theirs!) === 'Sign in for prices');
    other.close();
  });

  it('warns once about an address that is none, and throws nothing', async () => {
    const { said, stop } = listenToConsole();
    const place = document.body.appendChild(document.createElement('div'));
    render(
      html`<kontor-shop base-url="ftp://nowhere"></kontor-shop
        ><kontor-shop base-url="ftp://nowhere"></kontor-shop>`,
      place,
    );
    await until(() => said.length > 0);
    stop();
    expect(said).to.deep.equal([
      'Kontor: <kontor-shop base-url="ftp://nowhere"> is not the address of a gateway.',
    ]);
    place.remove();
  });
});
