import { createClient } from '@kontor/sdk';
import { createShop } from '@kontor/state';
import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, skus, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorVariantTable } from './variant-table.js';
import './variant-table.js';

const product = 'prd_din-933-8-8';

describe('<kontor-variant-table>', () => {
  let page: TestPage;
  beforeEach(() => {
    page = openPage('variant-table');
    scrollTo(0, 0);
  });
  afterEach(() => page.close());

  async function show(width = '1240px'): Promise<KontorVariantTable> {
    const table = await page.show<KontorVariantTable>(
      html`<kontor-variant-table product=${product} style="width: ${width}"></kontor-variant-table>`,
    );
    await until(() => rowOf(table, 'DIN933-8.8-M4X6-ZN'));
    return table;
  }

  async function showAsOwner(width?: string): Promise<KontorVariantTable> {
    await page.signIn('owner');
    const stop = page.shop.cart.$lines.listen(() => undefined);
    await until(() => page.shop.cart.$isComplete.get());
    await page.shop.cart.clear();
    const table = await show(width);
    stop();
    await until(() => all(table, '.bone').length === 0);
    return table;
  }

  /** A page in the background scrolls without saying so, and draws no frames. */
  async function drawn(): Promise<void> {
    window.dispatchEvent(new Event('scroll'));
    await new Promise((resolve) => setTimeout(resolve, 15));
  }

  const all = (table: Element, selector: string): HTMLElement[] => [
    ...table.shadowRoot!.querySelectorAll<HTMLElement>(selector),
  ];
  const rowOf = (table: Element, sku: string): HTMLElement | null =>
    table.shadowRoot!.querySelector(`[part="row"][data-sku="${sku}"]`);
  const noteOf = (table: Element, sku: string): HTMLElement | null =>
    table.shadowRoot!.querySelector(`[part="note"][data-sku="${sku}"]`);
  const chip = (table: Element, text: string): void =>
    all(table, '.chip')
      .find((each) => each.textContent.trim() === text)
      ?.click();

  function type(table: Element, sku: string, text: string): void {
    const field = rowOf(table, sku)?.querySelector('input');
    field!.value = text;
    field!.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  }

  function paste(table: Element, sku: string, text: string): void {
    const cell = rowOf(table, sku)?.querySelector<HTMLElement>('.quantity');
    cell?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    cell?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }),
    );
  }

  it('shows price and stock of each row, and breaks no rule', async () => {
    const table = await showAsOwner();
    const row = rowOf(table, 'DIN933-8.8-M4X6-ZN')!;
    expect(textOf(row)).to.match(
      /^DIN933-8.8-M4X6-ZN 4 6 \S+ 1,000 [\d,]+ · \S.* \d\.\d+ from 5,000: \d\.\d+ –$/,
    );
    expect(await violations(table)).to.deep.equal([]);
  });

  it('asks once for the prices and once for the stock in view', async () => {
    const table = await showAsOwner();
    expect(page.requests.filter((path) => path.endsWith('/prices/resolve')).length).to.equal(1);
    expect(page.requests.filter((path) => path.endsWith('/stock/resolve')).length).to.equal(1);
    page.requests.length = 0;
    for (let top = 200; top <= 2000; top += 200) {
      scrollTo(0, top);
      await drawn();
    }
    await until(() => page.requests.some((path) => path.endsWith('/prices/resolve')));
    await until(() => all(table, '.bone').length === 0);
    expect(page.requests.filter((path) => path.endsWith('/prices/resolve')).length).to.equal(1);
  });

  it('puts a typed quantity into the cart and says what became of it', async () => {
    const table = await showAsOwner();
    type(table, 'DIN933-8.8-M4X6-ZN', '1 200');
    expect(page.shop.cart.line('DIN933-8.8-M4X6-ZN')?.quantity).to.equal('1200');
    await until(() => textOf(noteOf(table, 'DIN933-8.8-M4X6-ZN') ?? table).startsWith('1,200 → 2,000'));
    expect(find<HTMLInputElement>(rowOf(table, 'DIN933-8.8-M4X6-ZN')!, 'input')?.value).to.equal('2,000');
    await until(() => find(table, '[role="status"]')?.textContent.includes('1,200 → 2,000'));
  });

  it('shows the sum of the row and of the cart as the gateway counts', async () => {
    const table = await showAsOwner();
    type(table, 'DIN933-8.8-M4X6-ZN', '2000');
    await until(() => page.shop.cart.line('DIN933-8.8-M4X6-ZN')?.line?.total);
    const { line } = page.shop.cart.line('DIN933-8.8-M4X6-ZN')!;
    await until(() => textOf(rowOf(table, 'DIN933-8.8-M4X6-ZN')!).endsWith(line!.total!));
    expect(textOf(find(table, '[part="bar"]')!))
      .to.contain('1 line · ')
      .and.to.contain(line!.total);
  });

  it('names the tier that a quantity has reached', async () => {
    const table = await showAsOwner();
    type(table, 'DIN933-8.8-M4X6-ZN', '5000');
    await until(() => textOf(rowOf(table, 'DIN933-8.8-M4X6-ZN')!).includes('price from 5,000'));
  });

  it('says how much there is when more is wanted, and takes that', async () => {
    const table = await showAsOwner();
    type(table, 'DIN933-8.8-M4X20-ZN', '9000000');
    const offer = await until(() => noteOf(table, 'DIN933-8.8-M4X20-ZN')?.querySelector('button'));
    expect(textOf(noteOf(table, 'DIN933-8.8-M4X20-ZN')!)).to.match(/^Only [\d,]+ in stock · take/);
    offer.click();
    await until(() => !noteOf(table, 'DIN933-8.8-M4X20-ZN')?.textContent.includes('Only'));
  });

  it('lets the page keep a quantity out of the cart', async () => {
    const table = await showAsOwner();
    table.addEventListener('kontor-cart-edit', (event) => event.preventDefault());
    type(table, 'DIN933-8.8-M4X6-ZN', '1000');
    expect(page.shop.cart.line('DIN933-8.8-M4X6-ZN')).to.equal(undefined);
  });

  it('tells the page what was saved', async () => {
    const table = await showAsOwner();
    const changed = new Promise<string>((resolve) =>
      table.addEventListener('kontor-cart-edited', ({ detail }) => resolve(detail.line?.quantity ?? ''), {
        once: true,
      }),
    );
    type(table, 'DIN933-8.8-M4X6-ZN', '1200');
    expect(await changed).to.equal('2000');
  });

  it('fills downward from a pasted column, and takes it back', async () => {
    const table = await showAsOwner();
    paste(table, 'DIN933-8.8-M4X6-ZN', '1000\n2000\nmany\n');
    await until(() => find(table, '[part="paste"]')?.textContent.includes('many: not a quantity'));
    expect(page.shop.cart.line('DIN933-8.8-M4X6-BP')?.quantity).to.equal('2000');
    await page.shop.cart.settled();
    find<HTMLButtonElement>(table, '[part="paste"] button')?.click();
    await page.shop.cart.settled();
    expect(page.shop.cart.$cart.get().summary?.lineCount).to.equal(0);
  });

  it('finds rows by SKU in a block of two columns', async () => {
    const table = await showAsOwner();
    paste(table, 'DIN933-8.8-M4X6-ZN', `${skus.packs.toLowerCase()}\t40\nNO-SUCH\t5`);
    await until(() => find(table, '[part="paste"]')?.textContent.includes('NO-SUCH 5: not in this table'));
    expect(page.shop.cart.line(skus.packs)?.quantity).to.equal('40');
  });

  it('leaves what fits the chosen options, and counts it', async () => {
    const table = await show();
    chip(table, '50');
    await until(() => textOf(find(table, '.links')!).includes('of 108'));
    expect(all(table, '[part="row"]').every((row) => row.dataset['sku']?.includes('X50'))).to.equal(true);
    all(table, '.links button')[0]?.click();
    await until(() => !textOf(find(table, '.links')!).includes('of 108'));
  });

  it('switches off options that would find nothing', async () => {
    const table = await show();
    chip(table, '30');
    await until(() => all(table, '.chip:disabled').length > 0);
    expect(all(table, '[part="row"]').length).to.be.greaterThan(0);
  });

  it('offers an analogue under a row that is out of stock', async () => {
    const table = await showAsOwner();
    chip(table, '50');
    const note = await until(() => noteOf(table, skus.outOfStock));
    await until(() => /Instead, now: DIN933\S+ 10 × 50 .* ₽ Take it 2 more/.test(textOf(note)));
    note.querySelector('button')?.click();
    await until(() => page.shop.cart.$cart.get().summary?.lineCount === 1);
    expect(find(table, '[role="status"]')?.textContent).to.contain('In the cart instead: DIN933');
  });

  it('compares all analogues in a dialog', async () => {
    const table = await showAsOwner();
    chip(table, '50');
    const more = await until(() => noteOf(table, skus.outOfStock)?.querySelector<HTMLButtonElement>('.link'));
    more.click();
    const dialog = await until(() => table.shadowRoot!.querySelector<HTMLDialogElement>('dialog[open]'));
    await until(() => textOf(dialog).includes('Take this instead'));
  });

  it('shows visitors no price, no stock, and a way in', async () => {
    const table = await show();
    await until(() => find(table, '.way-in'));
    expect(textOf(find(table, '.head')!)).to.equal('SKU Diameter, мм Length, мм Coating Pack');
    const asked = new Promise((resolve) => {
      table.addEventListener('kontor-sign-in-requested', resolve, { once: true });
    });
    find<HTMLButtonElement>(table, '.way-in')?.click();
    await asked;
    expect(await violations(table)).to.deep.equal([]);
  });

  it('shows a viewer prices and stock and no quantities', async () => {
    await page.signIn('viewer');
    const table = await show();
    await until(() => textOf(find(table, '.head')!).includes('Stock'));
    expect(textOf(find(table, '.head')!)).not.to.contain('Quantity');
    expect(find(table, '[part="bar"]')).to.equal(undefined);
  });

  it('becomes rows of two lines where it is narrow', async () => {
    const table = await showAsOwner('340px');
    const row = rowOf(table, 'DIN933-8.8-M4X6-ZN')!;
    expect(textOf(row)).to.match(/^4 × 6 · \S+ DIN933-8.8-M4X6-ZN /);
    expect(row.offsetHeight).to.be.within(100, 130);
    expect(await violations(table)).to.deep.equal([]);
  });

  it('says what failed and tries again', async () => {
    page.cut = /variants/;
    const table = await page.show(html`<kontor-variant-table product=${product}></kontor-variant-table>`);
    const retry = await until(() => find<HTMLButtonElement>(table, '[role="alert"] button'));
    expect(textOf(table)).to.contain('No connection');
    page.cut = undefined;
    retry.click();
    await until(() => rowOf(table, 'DIN933-8.8-M4X6-ZN'));
  });

  it('keeps quantities while the network is cut', async () => {
    const table = await showAsOwner();
    page.cut = /lines/;
    type(table, 'DIN933-8.8-M4X6-ZN', '1000');
    await until(() => textOf(find(table, '[part="bar"]')!).includes('No connection'));
    page.cut = undefined;
    await until(() => page.shop.cart.line('DIN933-8.8-M4X6-ZN')?.isSaving === false);
  });

  it('draws few elements of ten thousand rows and no gap', async () => {
    await page.signIn('owner');
    const { items } = await page.client.products.variants(product, { limit: 1 });
    const variants = Array.from({ length: 10_000 }, (_, index) => ({ ...items[0]!, sku: `T-${index}` }));
    const table = await page.show<KontorVariantTable>(
      html`<kontor-variant-table
        contained
        .variants=${variants}
        style="width: 1200px; height: 600px"
      ></kontor-variant-table>`,
    );
    await until(() => rowOf(table, 'T-0'));
    const frame = find<HTMLElement>(table, '.frame')!;
    for (const top of [5000, 100_000, 479_000, 240_000, 0]) {
      frame.scrollTop = top;
      await drawn();
      const { left, top: edge, height } = frame.getBoundingClientRect();
      for (const part of [0.2, 0.5, 0.9])
        expect(
          table.shadowRoot!.elementFromPoint(left + 40, edge + height * part)?.closest('.row'),
        ).to.not.equal(null);
    }
    expect(table.shadowRoot!.querySelectorAll('*').length).to.be.lessThan(400);
  });

  it('has all rows and no fields on paper', async () => {
    const table = await showAsOwner();
    const before = all(table, '[part=row]').length;
    window.dispatchEvent(new Event('beforeprint'));
    await table.updateComplete;
    expect(all(table, '[part=row]').length).to.equal(108);
    expect(all(table, '[part=row] input').length).to.equal(0);
    window.dispatchEvent(new Event('afterprint'));
    await table.updateComplete;
    expect(all(table, '[part=row]').length).to.be.lessThan(before + 8);
    expect(all(table, '[part=row] input').length).to.be.greaterThan(0);
  });

  it('leaves each quantity at its own row while rows are used again', async () => {
    const table = await showAsOwner();
    type(table, 'DIN933-8.8-M4X6-ZN', '1000');
    await page.shop.cart.settled();
    scrollTo(0, 2500);
    await drawn();
    await until(() => all(table, '[part="row"]').some(({ dataset }) => Number(dataset['line']) > 20));
    const others = all(table, '[part="row"]').filter(
      ({ dataset }) => dataset['sku'] !== 'DIN933-8.8-M4X6-ZN',
    );
    expect(others.map((row) => row.querySelector('input')?.value).join('')).to.equal('');
    scrollTo(0, 0);
    await drawn();
    expect(rowOf(table, 'DIN933-8.8-M4X6-ZN')?.querySelector('input')?.value).to.equal('1,000');
  });

  it('puts rows into their order in the document after a scroll', async () => {
    const table = await showAsOwner();
    scrollTo(0, 1200);
    await drawn();
    const places = (): number[] =>
      all(table, '.body [data-line]').map(({ dataset }) => Number(dataset['line']));
    await until(
      () =>
        places().join() ===
        places()
          .sort((left, right) => left - right)
          .join(),
    );
    expect(places().at(-1)).to.be.greaterThan(20);
  });

  it('draws rows and fields before it is known who looks', async () => {
    const { items } = await page.client.products.variants(product, { limit: 20 });
    const shop = createShop(
      createClient({ baseUrl: location.origin, fetch: () => new Promise(() => undefined) }),
    );
    const table = await page.show<KontorVariantTable>(
      html`<kontor-variant-table .shop=${shop} .variants=${items}></kontor-variant-table>`,
    );
    const row = await until(() => rowOf(table, items[0]?.sku ?? ''));
    expect(row.querySelectorAll('input').length).to.equal(1);
    expect(find(table, '.frame')?.getAttribute('aria-busy')).to.equal('true');
    shop.close();
  });
});
