import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, skus, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorAgreementSwitcher } from './agreement-switcher.js';
import './agreement-switcher.js';

describe('<kontor-agreement-switcher>', () => {
  let page: TestPage;
  let element: KontorAgreementSwitcher;

  beforeEach(async () => {
    page = openPage('agreements');
    await page.signIn('owner');
    page.shop.cart.$lines.listen(() => undefined);
    await until(() => page.shop.cart.$cart.get().status === 'ready');
    await page.shop.cart.clear();
    element = await page.show(html`<kontor-agreement-switcher></kontor-agreement-switcher>`);
    await until(() => button());
  });
  afterEach(() => page.close());

  const button = (): HTMLButtonElement | undefined => find(element, 'button.current');
  const radios = (): HTMLInputElement[] => [
    ...element.shadowRoot!.querySelectorAll<HTMLInputElement>('input'),
  ];
  const agreements = () => page.shop.session.$session.get().value?.agreements ?? [];
  const rowOf = (name: string): string =>
    [...element.shadowRoot!.querySelectorAll('label')].map(textOf).find((text) => text.includes(name)) ?? '';

  async function open(): Promise<void> {
    button()?.click();
    await until(() => radios().length === agreements().length);
  }

  function choose(currency: string): void {
    const wanted = agreements().find(
      (each) => each.currency === currency && each.id !== page.shop.session.$agreement.get()?.id,
    );
    radios()
      .find(({ value }) => value === wanted?.id)
      ?.click();
  }

  it('names the present agreement with its terms', () => {
    expect(textOf(element)).to.match(/prepayment · RUB · incl\. VAT/);
  });

  it('says what this cart would cost under each agreement', async () => {
    page.shop.cart.setLines([
      { sku: skus.tiers, quantity: '1500' },
      { sku: skus.notExported, quantity: '3' },
    ]);
    await page.shop.cart.settled();
    await open();
    await until(() => /−?\+?\d.*% · 2 lines/.test(rowOf('45')));
    expect(rowOf('EUR')).to.include('1 line is not in it').and.include('€');
  });

  it('switches by the button and tells the page', async () => {
    await open();
    const told: string[] = [];
    element.addEventListener('kontor-agreement-switched', ({ detail }) => told.push(detail.to));
    choose('EUR');
    await until(() => find<HTMLButtonElement>(element, 'footer button')?.disabled === false);
    find<HTMLButtonElement>(element, 'footer button')?.click();
    await until(() => textOf(button()!).includes('EUR'));
    await until(() => told.length === 1);
    expect(element.shadowRoot?.querySelector(':popover-open')).to.equal(null);
  });

  it('stays when the page cancels the switch', async () => {
    await open();
    element.addEventListener('kontor-agreement-switch', (event) => event.preventDefault());
    const before = page.shop.session.$agreement.get()?.id;
    choose('EUR');
    await element.updateComplete;
    find<HTMLButtonElement>(element, 'footer button')?.click();
    await element.updateComplete;
    expect(page.shop.session.$agreement.get()?.id).to.equal(before);
  });

  it('opens with the present one chosen, and nothing to switch to', async () => {
    await open();
    expect(radios().find(({ checked }) => checked)?.value).to.equal(page.shop.session.$agreement.get()?.id);
    expect(find<HTMLButtonElement>(element, 'footer button')?.disabled).to.equal(true);
  });

  it('breaks no rule of accessibility, open and closed', async () => {
    expect(await violations(element)).to.deep.equal([]);
    await open();
    expect(await violations(element)).to.deep.equal([]);
  });

  it('shows nothing to visitors', async () => {
    await page.shop.session.signOut();
    await until(() => textOf(element) === '');
  });
});
