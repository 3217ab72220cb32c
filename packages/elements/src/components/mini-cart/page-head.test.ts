import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, skus, textOf, until, violations, type TestPage } from '../../../test/page.js';
import '../location-picker/location-picker.js';
import type { KontorManager } from '../manager/manager.js';
import '../manager/manager.js';
import './mini-cart.js';

describe('<kontor-mini-cart>, <kontor-location-picker> and <kontor-manager>', () => {
  let page: TestPage;
  beforeEach(async () => {
    page = openPage('page-head');
    await page.signIn('owner');
  });
  afterEach(() => page.close());

  async function emptyCart(): Promise<void> {
    page.shop.cart.$lines.listen(() => undefined);
    await until(() => page.shop.cart.$cart.get().status === 'ready');
    await page.shop.cart.clear();
  }

  it('counts the lines of the cart and says what they come to', async () => {
    const element = await page.show(html`<kontor-mini-cart href="/cart"></kontor-mini-cart>`);
    await emptyCart();
    await until(() => textOf(element) === 'Cart');
    page.shop.cart.setLines([
      { sku: skus.packs, quantity: '20' },
      { sku: skus.tiers, quantity: '500' },
    ]);
    await until(() => /^Cart · 2 ₽[\d.,]+$/.test(textOf(element)));
    expect(await violations(element)).to.deep.equal([]);
  });

  it('lets the page show the cart its own way', async () => {
    const element = await page.show(html`<kontor-mini-cart href="#cart"></kontor-mini-cart>`);
    const link = await until(() => find<HTMLAnchorElement>(element, 'a'));
    element.addEventListener('kontor-cart-requested', (event) => event.preventDefault());
    link.click();
    expect(location.hash).to.equal('');
  });

  it('is a button by the keyboard too where there is no address', async () => {
    const element = await page.show(html`<kontor-mini-cart></kontor-mini-cart>`);
    const button = await until(() => find<HTMLElement>(element, '[role=button]'));
    const asked: string[] = [];
    element.addEventListener('kontor-cart-requested', ({ type }) => asked.push(type));
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect([asked.length, button.tabIndex]).to.deep.equal([1, 0]);
  });

  it('shows no cart to who has none', async () => {
    await page.signIn('viewer');
    const element = await page.show(html`<kontor-mini-cart></kontor-mini-cart>`);
    await until(() => page.shop.cart.$cart.get().status === 'closed');
    await until(() => textOf(element) === '');
  });

  it('takes the place of delivery from the company’s addresses', async () => {
    const element = await page.show(html`<kontor-location-picker></kontor-location-picker>`);
    const button = await until(() => find<HTMLButtonElement>(element, '[part=button]'));
    button.click();
    const place = await until(() => find<HTMLButtonElement>(element, '.places button'));
    expect(await violations(element)).to.deep.equal([]);
    const city = place.textContent.trim();
    place.click();
    await until(() => city.startsWith(page.shop.session.$context.get()?.location?.city ?? '—'));
    await until(() => textOf(button).length > 0 && city.startsWith(textOf(button)));
    await page.shop.session.setLocation(null);
  });

  it('takes another city by its form', async () => {
    const element = await page.show(html`<kontor-location-picker></kontor-location-picker>`);
    const button = await until(() => find<HTMLButtonElement>(element, '[part=button]'));
    button.click();
    const form = await until(() => find<HTMLFormElement>(element, 'form'));
    form.querySelector<HTMLInputElement>('[name=city]')!.value = 'Тюмень';
    form.requestSubmit();
    await until(() => textOf(button) === 'Тюмень');
    await page.shop.session.setLocation(null);
    await until(() => textOf(button) === 'Where to?');
  });

  it('shows the manager with every way to reach them', async () => {
    const element = await page.show(html`<kontor-manager></kontor-manager>`);
    await until(() => textOf(element).includes('Your manager'));
    const links = [...element.shadowRoot!.querySelectorAll('a')].map(({ protocol }) => protocol);
    expect(links).to.deep.equal(['tel:', 'mailto:', 'https:']);
    expect(await violations(element)).to.deep.equal([]);
  });

  it('shows visitors no manager', async () => {
    await page.shop.session.signOut();
    const element = await page.show<KontorManager>(html`<kontor-manager></kontor-manager>`);
    await until(() => page.shop.session.$buyer.get() === 'visitor');
    await element.updateComplete;
    expect(textOf(element)).to.equal('');
  });
});
