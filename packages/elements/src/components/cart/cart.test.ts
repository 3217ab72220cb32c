import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, skus, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorQuantity } from '../quantity/quantity.js';
import type { KontorCart } from './cart.js';
import './cart.js';

describe('<kontor-cart>', () => {
  let page: TestPage;
  let element: KontorCart;

  beforeEach(async () => {
    page = openPage('cart');
    await page.signIn('owner');
    page.shop.cart.$lines.listen(() => undefined);
    await until(() => page.shop.cart.$cart.get().status === 'ready');
    await page.shop.cart.clear();
    element = await page.show(html`<kontor-cart></kontor-cart>`);
  });
  afterEach(() => page.close());

  const lines = (): HTMLElement[] => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.line')];
  const lineOf = (sku: string): HTMLElement =>
    lines().find(({ dataset }) => dataset['sku'] === sku) ?? element.shadowRoot!.querySelector('ol')!;

  async function fill(...edits: { sku: string; quantity: string }[]): Promise<void> {
    page.shop.cart.setLines(edits);
    await page.shop.cart.settled();
    await until(() => lines().length === edits.length && textOf(element).includes('Total'));
  }

  function type(sku: string, text: string): void {
    const quantity = lineOf(sku).querySelector<KontorQuantity>('kontor-quantity')!;
    const field = quantity.shadowRoot!.querySelector('input')!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    field.dispatchEvent(new Event('change'));
  }

  it('invites to fill it while it is empty', async () => {
    await until(() => textOf(element).includes('The cart is empty'));
  });

  it('shows lines with prices, sums and VAT as the gateway tells them', async () => {
    await fill({ sku: skus.packs, quantity: '40' }, { sku: skus.tiers, quantity: '500' });
    const totals = page.shop.cart.$cart.get().summary?.totals;
    await until(() => textOf(element).includes(Number(totals?.total).toFixed(2)));
    expect(textOf(element)).to.include('incl. VAT 22 %');
  });

  it('breaks no rule of accessibility', async () => {
    await fill({ sku: skus.packs, quantity: '40' }, { sku: skus.outOfStock, quantity: '200' });
    await until(() => textOf(element).includes('Out of stock'));
    expect(await violations(element)).to.deep.equal([]);
  });

  it('says in the line why a quantity was corrected', async () => {
    await fill({ sku: skus.packs, quantity: '40' });
    type(skus.packs, '50');
    await until(() => textOf(lineOf(skus.packs)).includes('50 → 60: sold in multiples of 20'));
  });

  it('brings a removed line back', async () => {
    await fill({ sku: skus.packs, quantity: '40' }, { sku: skus.tiers, quantity: '500' });
    lineOf(skus.packs).querySelector<HTMLButtonElement>('.remove')?.click();
    await until(() => lines().length === 1);
    find<HTMLButtonElement>(element, '.toast button')?.click();
    await until(() => page.shop.cart.line(skus.packs)?.line?.quantity === '40');
  });

  it('empties the cart and brings everything back', async () => {
    await fill({ sku: skus.packs, quantity: '40' }, { sku: skus.tiers, quantity: '500' });
    find<HTMLButtonElement>(element, '.tools .link')?.click();
    await until(() => textOf(element).includes('The cart is empty'));
    find<HTMLButtonElement>(element, '.toast button')?.click();
    await until(() => lines().length === 2);
  });

  it('offers ways out of what is out of stock', async () => {
    await fill({ sku: skus.outOfStock, quantity: '200' });
    const wanted: string[] = [];
    element.addEventListener('kontor-analogues-requested', ({ detail }) => wanted.push(detail.sku));
    const buttons = await until(() => {
      const all = lineOf(skus.outOfStock).querySelectorAll<HTMLButtonElement>('.problem.blocking button');
      return all.length === 2 ? all : undefined;
    });
    buttons[1]?.click();
    expect(wanted).to.deep.equal([skus.outOfStock]);
    buttons[0]?.click();
    await until(() => page.shop.cart.$cart.get().summary?.lineCount === 0);
  });

  it('tells what a switch of the agreement did, and the way back', async () => {
    await fill({ sku: skus.packs, quantity: '40' });
    const other = page.shop.session.$session
      .get()
      .value?.agreements.find(
        ({ id, currency }) => currency === 'RUB' && id !== page.shop.session.$agreement.get()?.id,
      );
    await page.shop.session.selectAgreement(other?.id ?? '');
    await until(() => /Prices re-calculated: [+−]/.test(textOf(element)));
    await until(() => lineOf(skus.packs).querySelector('.was'));
    [...element.shadowRoot!.querySelectorAll('button')]
      .find((each) => textOf(each) === 'Back to the former')
      ?.click();
    await until(() => page.shop.session.$agreement.get()?.id !== other?.id);
  });

  it('says that there is no connection, and saves when there is one', async () => {
    await fill({ sku: skus.packs, quantity: '40' });
    page.cut = /lines/;
    type(skus.packs, '80');
    await until(() => textOf(element).includes('No connection'));
    expect(page.shop.cart.line(skus.packs)?.quantity).to.equal('80');
    page.cut = undefined;
    await until(() => page.shop.cart.line(skus.packs)?.line?.quantity === '80');
    await until(() => !textOf(element).includes('No connection'));
  });

  it('leads to the checkout unless the page cancels it', async () => {
    await fill({ sku: skus.packs, quantity: '40' });
    const asked: string[] = [];
    element.addEventListener('kontor-checkout-requested', (event) => {
      event.preventDefault();
      asked.push(event.detail.cartId);
    });
    find<HTMLButtonElement>(element, '[part=checkout]')?.click();
    expect(asked).to.deep.equal([page.shop.cart.$cart.get().summary?.id]);
  });

  it('shows no prices to who may not see them', async () => {
    await page.signIn('requester');
    await until(() => page.shop.cart.$cart.get().status === 'ready');
    page.shop.cart.setQuantity('ПНО-XS-С-ЩТ', '10');
    await page.shop.cart.settled();
    await until(() => textOf(element).includes('Prices are hidden from you'));
    expect(textOf(element)).not.to.match(/₽/);
    expect(find<HTMLButtonElement>(element, '[part=checkout]')?.disabled).to.equal(true);
  });

  it('asks visitors to sign in', async () => {
    await page.shop.session.signOut();
    await until(() => textOf(element).includes('Sign in to see your cart'));
  });

  describe('with 300 lines', () => {
    const numbered = (): number[] => lines().map((line) => Number(line.getAttribute('aria-posinset')));

    beforeEach(async () => {
      const wanted: string[] = [];
      for await (const each of page.client.products.list({ limit: 100 })) {
        const { items } = await page.client.products.variants(each.id, { limit: 200 });
        wanted.push(...items.filter(({ status }) => status === 'active').map(({ sku }) => sku));
        if (wanted.length >= 300) break;
      }
      page.shop.cart.setLines(wanted.slice(0, 300).map((sku) => ({ sku, quantity: '1000' })));
      await page.shop.cart.settled();
      await until(() => numbered().length > 5);
      scrollTo(0, 0);
    });

    async function scrolled(top: number): Promise<void> {
      scrollTo(0, top);
      // A page in the background scrolls without saying so.
      window.dispatchEvent(new Event('scroll'));
      await element.updateComplete;
    }

    it('draws the lines in view and says which of how many they are', async () => {
      expect(lines().length).to.be.lessThan(60);
      expect(numbered()[0]).to.equal(1);
      await scrolled(document.documentElement.scrollHeight);
      const count = page.shop.cart.$cart.get().summary?.lineCount;
      await until(() => numbered().at(-1) === count);
      expect(lines()[0]?.getAttribute('aria-setsize')).to.equal(String(count));
      expect(await violations(element)).to.deep.equal([]);
    });

    it('keeps the focus in a line that is scrolled away', async () => {
      const field = lines()[1]!.querySelector<KontorQuantity>('kontor-quantity')!;
      field.focus();
      await scrolled(6000);
      await until(() => (numbered()[1] ?? 0) > 30);
      expect(element.shadowRoot!.activeElement).to.equal(field);
      expect(numbered()[0]).to.equal(2);
    });

    it('keeps the field of a line while other lines change', async () => {
      const field = lines()[2]!.querySelector<KontorQuantity>('kontor-quantity')!;
      field.focus();
      page.shop.cart.setQuantity(lines()[0]!.dataset['sku']!, '2000');
      await page.shop.cart.settled();
      await element.updateComplete;
      expect(element.shadowRoot!.activeElement).to.equal(field);
    });

    it('finds a line that is not drawn', async () => {
      const all = page.shop.cart.$lines.get();
      const last = all.at(-1)!.sku;
      const search = find<HTMLInputElement>(element, '[type=search]')!;
      search.value = last;
      search.dispatchEvent(new Event('input'));
      await until(() => lines().length < 20 && lineOf(last));
    });

    it('draws all lines on paper', async () => {
      window.dispatchEvent(new Event('beforeprint'));
      await element.updateComplete;
      expect(lines().length).to.equal(page.shop.cart.$cart.get().summary?.lineCount);
      window.dispatchEvent(new Event('afterprint'));
      await element.updateComplete;
      expect(lines().length).to.be.lessThan(60);
    });
  });
});
