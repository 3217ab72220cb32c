import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorFacets } from './facets.js';
import './facets.js';

describe('<kontor-facets>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('facets')));
  afterEach(() => page.close());

  const sections = (element: Element): HTMLElement[] => [...element.shadowRoot!.querySelectorAll('section')];
  const boxes = (element: Element): HTMLInputElement[] => [
    ...element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'),
  ];

  async function show(): Promise<KontorFacets> {
    const element = await page.show<KontorFacets>(html`<kontor-facets></kontor-facets>`);
    await until(() => boxes(element).length > 0, 15_000);
    return element;
  }

  it('shows what most products have, and how many', async () => {
    const element = await show();
    expect(boxes(element)).to.have.length(24);
    expect(textOf(find(element, 'label')!)).to.match(/^\S+ \d+$/);
    expect(await violations(element)).to.deep.equal([]);
  });

  it('narrows the catalogue of its shop at once', async () => {
    const element = await show();
    const [box] = boxes(element);
    box!.click();
    expect(page.shop.catalogue.$query.get().filters).to.deep.equal({ [box!.name]: [box!.value] });
  });

  it('keeps a chosen value that nothing is left of', async () => {
    page.shop.catalogue.show({ filters: { brand: ['No such brand'] } });
    const element = await page.show(html`<kontor-facets></kontor-facets>`);
    const box = await until(() => boxes(element).find(({ value }) => value === 'No such brand'));
    expect(box.checked).to.equal(true);
    expect(textOf(box.closest('label')!)).to.equal('No such brand 0');
  });

  it('opens and closes a group by its heading', async () => {
    const element = await show();
    const heading = find<HTMLButtonElement>(element, 'h3 button')!;
    heading.click();
    await until(() => boxes(element).length === 16);
    expect(heading.getAttribute('aria-expanded')).to.equal('false');
  });

  it('shows the rarer filters on demand', async () => {
    const element = await show();
    const before = sections(element).length;
    find<HTMLButtonElement>(element, '[part="more"]')!.click();
    await until(() => sections(element).length > before);
    expect(find(element, '[part="more"]')).to.equal(undefined);
  });

  it('offers another try after a failure', async () => {
    page.cut = /facets/;
    const element = await page.show(html`<kontor-facets></kontor-facets>`);
    await until(() => textOf(element).includes('No connection'));
    page.cut = undefined;
    find<HTMLButtonElement>(element, 'button')!.click();
    await until(() => boxes(element).length > 0);
  });
});
