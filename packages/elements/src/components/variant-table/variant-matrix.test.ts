import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorVariantMatrix } from './variant-matrix.js';
import './variant-table.js';

describe('the matrix of <kontor-variant-table>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('variant-matrix')));
  afterEach(() => page.close());

  const buttons = (table: Element, text: string): HTMLElement[] =>
    [...table.shadowRoot!.querySelectorAll('button')].filter((each) => each.textContent.trim() === text);

  /** All diameters and lengths of one coating, as a matrix. */
  async function show(...chips: string[]): Promise<KontorVariantMatrix> {
    await page.signIn('owner');
    const table = await page.show(
      html`<kontor-variant-table product="prd_din-933-8-8" style="width: 1200px"></kontor-variant-table>`,
    );
    await until(() => find(table, '[part="row"]'));
    for (const chip of chips) {
      (await until(() => buttons(table, chip)[0])).click();
      await until(() => find(table, '.chip[aria-pressed="true"]'));
    }
    (await until(() => buttons(table, 'matrix')[0])).click();
    const matrix = await until(() => find<KontorVariantMatrix>(table, 'kontor-variant-matrix'));
    await until(() => /\d\.\d/.test(textOf(matrix)));
    await until(() => page.shop.cart.$cart.get().status === 'ready');
    await page.shop.cart.clear();
    return matrix;
  }
  const coating = 'без покрытия';
  const field = (matrix: Element, line: number, column: number): HTMLInputElement =>
    find<HTMLInputElement>(matrix, `[data-line="${line}"][data-cell="${column}"] input`)!;
  const focused = (matrix: Element): string => {
    const cell = matrix.shadowRoot!.activeElement?.closest<HTMLElement>('[data-cell]');
    return `${cell?.dataset['line'] ?? ''}:${cell?.dataset['cell'] ?? ''}`;
  };
  const press = (matrix: Element, key: string, keys: KeyboardEventInit = {}): void => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...keys });
    matrix.shadowRoot!.activeElement?.dispatchEvent(event);
  };

  it('spreads two options over rows and columns, with a price in each place', async () => {
    const matrix = await show(coating);
    expect(matrix.shadowRoot!.querySelectorAll('[role="columnheader"]').length).to.be.greaterThan(5);
    expect(textOf(find(matrix, '[role="columnheader"]')!)).to.match(/→ .*↓$/);
    expect(await violations(matrix)).to.deep.equal([]);
  });

  it('puts a quantity into the cart and says what became of it', async () => {
    const matrix = await show(coating);
    const cell = find<HTMLElement>(matrix, '[data-sku]')!;
    const sku = cell.dataset['sku']!;
    const input = cell.querySelector('input')!;
    input.value = '3';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await until(() => page.shop.cart.line(sku)?.quantity === '1000');
    await until(() => textOf(find(matrix, '.under')!).includes(`${sku}: 3 → 1,000`));
  });

  it('goes from place to place by arrows, and has one tab stop', async () => {
    const matrix = await show(coating);
    field(matrix, 0, 0).focus();
    field(matrix, 0, 0).select();
    press(matrix, 'ArrowDown');
    expect(focused(matrix)).to.equal('1:0');
    press(matrix, 'ArrowUp');
    press(matrix, 'End', { ctrlKey: true });
    await matrix.updateComplete;
    expect(focused(matrix)).to.match(/^[4-9]:[4-9]$/);
    expect(matrix.shadowRoot!.querySelectorAll('[tabindex="0"]').length).to.equal(1);
  });

  it('is one column when one option is left', async () => {
    const matrix = await show(coating, '50');
    const [, ...heads] = matrix.shadowRoot!.querySelectorAll('[role="columnheader"]');
    expect(heads.map((each) => each.textContent.trim())).to.deep.equal(['Quantity']);
  });

  it('is not offered while three options are open', async () => {
    const table = await page.show(
      html`<kontor-variant-table product="prd_din-933-8-8"></kontor-variant-table>`,
    );
    await until(() => find(table, '[part="row"]'));
    expect(buttons(table, 'matrix')).to.deep.equal([]);
  });
});
