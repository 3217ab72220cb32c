import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorCategoryTree } from './category-tree.js';
import './category-tree.js';

describe('<kontor-category-tree>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('category-tree')));
  afterEach(() => page.close());

  const show = async (): Promise<KontorCategoryTree> => {
    const element = await page.show<KontorCategoryTree>(html`<kontor-category-tree></kontor-category-tree>`);
    await until(() => names(element).length > 1);
    return element;
  };
  const entries = (element: Element): HTMLElement[] => [
    ...element.shadowRoot!.querySelectorAll<HTMLElement>('[part="category"]'),
  ];
  const names = (element: Element): string[] => entries(element).map((entry) => textOf(entry));
  const entry = (element: Element, name: RegExp): HTMLElement =>
    entries(element).find((each) => name.test(textOf(each)))!;
  const press = (element: Element, key: string): void => {
    element.shadowRoot!.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  };

  it('shows visitors the top level with counts', async () => {
    const element = await show();
    expect(names(element)[0]).to.equal('All products');
    expect(names(element)[1]).to.match(/^\S.* \d+$/);
    expect(await violations(element)).to.deep.equal([]);
  });

  it('shows in the catalogue what is chosen and opens it', async () => {
    const element = await show();
    const before = names(element).length;
    entries(element)[1]!.click();
    await until(() => names(element).length > before);
    expect(page.shop.catalogue.$query.get().category).to.equal('fasteners');
    expect(find(element, '[aria-current="true"]')).to.equal(entries(element)[1]);
  });

  it('opens the way to the present category', async () => {
    page.shop.catalogue.show({ category: 'hex-bolts' });
    const element = await show();
    const current = await until(() => find(element, '[aria-current]'));
    expect(textOf(current)).to.match(/^Hexagon|^Hex/i);
    expect(element.shadowRoot!.querySelectorAll('[aria-expanded="true"]')).to.have.length(2);
  });

  it('walks, opens and closes by arrow keys', async () => {
    const element = await show();
    entries(element)[0]!.focus();
    press(element, 'ArrowDown');
    const before = names(element).length;
    press(element, 'ArrowRight');
    await until(() => names(element).length > before);
    press(element, 'ArrowRight');
    expect(element.shadowRoot!.activeElement).to.equal(entries(element)[2]);
    press(element, 'ArrowLeft');
    expect(element.shadowRoot!.activeElement).to.equal(entries(element)[1]);
    press(element, 'ArrowLeft');
    await until(() => names(element).length === before);
    press(element, 'End');
    expect(element.shadowRoot!.activeElement).to.equal(entries(element).at(-1));
  });

  it('lets the page lead somewhere else', async () => {
    const element = await show();
    element.addEventListener('kontor-category-selected', (event) => event.preventDefault());
    entries(element)[1]!.click();
    expect(page.shop.catalogue.$query.get()).to.deep.equal({});
  });

  it('links to pages of the host', async () => {
    const element = await show();
    element.categoryHref = (category) => `/shop/${category?.slug ?? ''}`;
    await element.updateComplete;
    expect(entries(element)[1]!.getAttribute('href')).to.equal('/shop/fasteners');
  });

  it('shows one level as a row of chips where it is narrow', async () => {
    const element = await show();
    element.compact = true;
    page.shop.catalogue.show({ category: 'hex-bolts' });
    await until(() => find(element, '.chip[aria-current="true"]'));
    expect(names(element)).to.have.length.above(6);
    expect(entry(element, /^Hex/i).getAttribute('aria-current')).to.equal('true');
    expect(await violations(element)).to.deep.equal([]);
  });

  it('offers another try after a failure', async () => {
    page.cut = /categories/;
    const element = await page.show(html`<kontor-category-tree></kontor-category-tree>`);
    await until(() => textOf(element).includes('No connection'));
    page.cut = undefined;
    find<HTMLButtonElement>(element, 'button')!.click();
    await until(() => textOf(element).includes('All products'));
  });
});
