import { expect } from '@open-wc/testing';
import { createShop, type Shop } from '@kontor/state';
import { html, type TemplateResult } from 'lit';

import { find, openPage, skus, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorCatalog } from './catalog.js';
import './catalog.js';

describe('<kontor-catalog>', () => {
  let page: TestPage;
  const address = location.href;
  beforeEach(() => {
    localStorage.clear();
    page = openPage('catalog');
  });
  afterEach(() => {
    page.close();
    history.replaceState(null, '', address);
    scrollTo(0, 0);
  });

  async function show(
    template: TemplateResult = html`<kontor-catalog></kontor-catalog>`,
  ): Promise<KontorCatalog> {
    const element = await page.show<KontorCatalog>(template);
    await until(() => rows(element).length > 0, 15_000);
    return element;
  }

  /** With room for the filters beside the list, whatever the window. */
  async function showWide(template?: TemplateResult): Promise<KontorCatalog> {
    const element = await show(template);
    element.style.setProperty('width', '1200px');
    await until(() => find(element, 'aside kontor-facets'));
    return element;
  }

  const rows = (element: Element): HTMLElement[] => [
    ...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-id]'),
  ];
  const names = (element: Element): string[] =>
    rows(element).map((row) => textOf(row.querySelector('.name')!));
  const count = (element: Element): string => textOf(find(element, '.count')!);
  const chips = (element: Element): string[] =>
    [...element.shadowRoot!.querySelectorAll('.chosen .chip')].map((chip) => textOf(chip));
  const checkbox = (element: Element, facet: string, value: string): HTMLInputElement => {
    const box = [
      ...find(element, 'kontor-facets')!.shadowRoot!.querySelectorAll<HTMLInputElement>(`[name=${facet}]`),
    ];
    return box.find((each) => each.value === value)!;
  };
  const scrollToEnd = (): void => scrollTo(0, document.documentElement.scrollHeight);

  it('shows visitors the assortment without prices and one way in', async () => {
    const element = await showWide();
    expect(count(element)).to.match(/^\d+ products$/);
    expect(element.shadowRoot!.querySelectorAll('.visitor button')).to.have.length(1);
    expect(page.requests.some((path) => /prices|stock/.test(path))).to.equal(false);
    expect(await violations(element)).to.deep.equal([]);
  });

  it('narrows by a value and takes it away again', async () => {
    const element = await showWide();
    const before = count(element);
    (await until(() => checkbox(element, 'brand', 'Аквалиния'))).click();
    await until(() => count(element) === '16 products');
    expect(chips(element)).to.deep.equal(['Brand: Аквалиния']);
    find<HTMLButtonElement>(element, '.chosen .chip')!.click();
    await until(() => count(element) === before);
    expect(chips(element)).to.deep.equal([]);
  });

  it('finds a value among many by typing', async () => {
    const element = await showWide();
    (await until(() => find<HTMLButtonElement>(element, '.values .link'))).click();
    const facets = find(element, 'kontor-facets')!;
    const field = await until(() => find<HTMLInputElement>(facets, 'input[type="search"]'));
    field.value = '0,9';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => find(facets, 'section')!.querySelectorAll('label').length < 5);
    expect(textOf(find(facets, 'label')!)).to.match(/^0\.9 /);
  });

  it('shows more by itself near the end, and by its button', async () => {
    const element = await show();
    expect(rows(element)).to.have.length(60);
    scrollToEnd();
    await until(() => rows(element).length >= 120);
    const loaded = await until(() => rows(element).length);
    find<HTMLButtonElement>(element, '.more button')?.click();
    await until(() => rows(element).length > loaded);
    expect(new Set(names(element)).size).to.be.above(60);
  });

  it('changes the arrangement and remembers it', async () => {
    const element = await showWide();
    find<HTMLButtonElement>(element, '[aria-label="Table"]')!.click();
    await until(() => find(element, 'table tbody tr'));
    expect(await violations(element)).to.deep.equal([]);
    page.close();
    page = openPage('catalog');
    const again = await show();
    expect(again.view).to.equal('table');
  });

  it('orders by name from the end', async () => {
    const element = await show();
    const [first] = names(element);
    const select = find<HTMLSelectElement>(element, 'select')!;
    select.value = '-name';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(
      () => find(element, '.products')?.getAttribute('aria-busy') === 'false' && names(element)[0] !== first,
    );
    expect(page.shop.catalogue.$query.get()).to.deep.equal({ sort: '-name' });
  });

  it('names the variants that a query meant', async () => {
    const element = await show();
    page.shop.catalogue.refine({ query: skus.packs });
    await until(() => names(element).length < 10);
    const match = await until(() => find<HTMLElement>(element, '[part="sku"]'));
    const chosen = new Promise<string | undefined>((resolve) => {
      element.addEventListener('kontor-product-selected', ({ detail }) => resolve(detail.sku), {
        once: true,
      });
    });
    match.click();
    expect(await chosen).to.equal(textOf(match));
  });

  it('links products to pages of the host, unless the page keeps them', async () => {
    const element = await show(
      html`<kontor-catalog .productHref=${({ slug }: { slug: string }) => `#/p/${slug}`}></kontor-catalog>`,
    );
    element.addEventListener('kontor-product-selected', (event) => event.preventDefault());
    const link = find<HTMLAnchorElement>(element, 'a.name')!;
    expect(link.getAttribute('href')).to.match(/^#\/p\/[\w-]+$/);
    link.click();
    expect(location.hash).to.equal('');
  });

  it('sells what is one thing right in the list', async () => {
    await page.signIn('owner');
    const element = await show(html`<kontor-catalog .shop=${withOneVariantEach(page)}></kontor-catalog>`);
    await until(() => /₽|request|agreement/.test(textOf(rows(element)[0]!)));
    await until(() =>
      rows(element).every((row) => find<HTMLButtonElement>(row, 'button.primary')?.disabled === false),
    );
    const asked = (path: string): number => page.requests.filter((each) => each === path).length;
    expect([
      asked('POST /v1/prices/resolve'),
      asked('POST /v1/stock/resolve'),
      asked('POST /v1/variants/find'),
    ]).to.deep.equal([1, 1, 1]);
  });

  it('says that nothing was found and offers a way on', async () => {
    const element = await show();
    page.shop.catalogue.show({ query: 'bolt', filters: { brand: ['Lumelle'] } });
    await until(() => textOf(element).includes('Nothing found for “bolt”.'));
    expect(await violations(element)).to.deep.equal([]);
    find<HTMLButtonElement>(element, '.state button')!.click();
    await until(() => rows(element).length > 0);
    expect(page.shop.catalogue.$query.get()).to.deep.equal({ query: 'bolt' });
  });

  it('keeps the former list while another loads, and after a failure', async () => {
    const element = await show();
    const before = names(element);
    page.cut = /products/;
    page.shop.catalogue.refine({ category: 'nuts' });
    await until(() => find(element, '[role="alert"]'));
    expect(names(element)).to.deep.equal(before);
    page.cut = undefined;
    find<HTMLButtonElement>(element, '[role="alert"] button')!.click();
    await until(() => /^21 /.test(count(element)));
  });

  it('offers another try when nothing could be loaded', async () => {
    page.cut = /products/;
    const element = await page.show<KontorCatalog>(html`<kontor-catalog></kontor-catalog>`);
    await until(() => textOf(element).includes('No connection'));
    page.cut = undefined;
    find<HTMLButtonElement>(element, '.state button')!.click();
    await until(() => rows(element).length > 0);
  });

  it('puts filters into a dialog where it is narrow', async () => {
    const element = await show(html`<kontor-catalog></kontor-catalog>`);
    element.style.setProperty('width', '360px');
    (await until(() => find<HTMLButtonElement>(element, '[part="filters"]'))).click();
    await until(() => find<HTMLDialogElement>(element, 'dialog')!.open);
    (await until(() => checkbox(element, 'brand', 'Аквалиния'))).click();
    await until(() => textOf(find(element, 'dialog footer')!).includes('Show 16 products'));
    expect(await violations(element)).to.deep.equal([]);
  });

  it('reads the query from the address and writes it there', async () => {
    history.replaceState(null, '', `${address}&category=nuts&keep=me`);
    const element = await show(html`<kontor-catalog sync-url></kontor-catalog>`);
    await until(() => /^21 /.test(count(element)));
    page.shop.catalogue.refine({ query: 'lock' });
    const params = new URLSearchParams(location.search);
    expect([params.get('category'), params.get('q'), params.get('keep')]).to.deep.equal([
      'nuts',
      'lock',
      'me',
    ]);
    history.back();
    await until(() => !location.search.includes('q=lock'));
    expect(page.shop.catalogue.$query.get()).to.deep.equal({ category: 'nuts' });
    await until(() => chips(element).length === 1 && /^21 /.test(count(element)));
  });

  it('comes back to the same place after Back', async () => {
    const element = await show(html`<kontor-catalog sync-url></kontor-catalog>`);
    scrollToEnd();
    await until(() => rows(element).length >= 120);
    rows(element)[100]!.scrollIntoView({ block: 'start' });
    const place = rows(element)[100]!.dataset['id'];
    const top = Math.round(rows(element)[100]!.getBoundingClientRect().top);
    page.shop.catalogue.show({ category: 'nuts' });
    await until(() => /^21 /.test(count(element)));
    history.back();
    await until(() => {
      const row = rows(element).find(({ dataset }) => dataset['id'] === place);
      return row && Math.abs(row.getBoundingClientRect().top - top) < 3;
    });
  });

  it('starts from the top when the list is narrowed far down', async () => {
    const element = await show();
    rows(element)[50]!.scrollIntoView();
    expect(element.getBoundingClientRect().top).to.be.below(-500);
    page.shop.catalogue.refine({ category: 'fasteners' });
    await until(() => Math.abs(element.getBoundingClientRect().top) < 3);
  });

  it('tells the page what is shown', async () => {
    const told: (number | null)[] = [];
    const listen = ({ detail }: HTMLElementEventMap['kontor-catalog-shown']): void =>
      void told.push(detail.total);
    document.addEventListener('kontor-catalog-shown', listen);
    const element = await show();
    page.shop.catalogue.refine({ category: 'nuts' });
    await until(() => /^21 /.test(count(element)) && told.length === 2);
    document.removeEventListener('kontor-catalog-shown', listen);
    expect(told.at(-1)).to.equal(21);
  });
});

/** The same shop for a supplier whose products come in one variant each. */
function withOneVariantEach({ client, shop }: TestPage): Shop {
  const { products } = client;
  const list: typeof products.list = (...given) => {
    const all = products.list(...given);
    const page = Promise.resolve(all).then(({ items, ...rest }) => ({
      ...rest,
      items: items.slice(0, 20).map((item) => ({ ...item, variantCount: 1 })),
      nextCursor: null,
    }));
    return Object.assign(page, { pages: () => all.pages() }) as unknown as typeof all;
  };
  const single = Object.assign(Object.create(products) as typeof products, { list });
  const { catalogue } = createShop({ ...client, products: single });
  return { ...shop, catalogue };
}
