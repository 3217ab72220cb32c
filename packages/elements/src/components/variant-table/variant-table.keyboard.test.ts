import type { Variant } from '@kontor/sdk';
import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { openPage, until, type TestPage } from '../../../test/page.js';
import type { KontorVariantTable } from './variant-table.js';
import './variant-table.js';

const variants = Array.from({ length: 200 }, (_, index): Variant => ({
  sku: `K-${index}`,
  productId: 'keys',
  name: `Screw ${index}`,
  options: { diameter: String(3 + (index % 4)), coating: index % 2 === 0 ? 'zinc' : 'plain' },
  attributes: [],
  barcodes: [],
  unit: { code: '796', name: 'pcs' },
  orderingRule: { min: '1', step: '1', max: null, packs: [] },
  picture: null,
  status: 'active',
  analogueCount: 0,
}));
const last = variants.length - 1;
/** SKU, two options, stock, price, quantity, sum. */
const [sku, quantity, sum] = [0, 5, 6];

describe('<kontor-variant-table> by keyboard', () => {
  let page: TestPage;
  let table: KontorVariantTable;

  before(async () => {
    page = openPage('variant-keys');
    await page.signIn('owner');
    table = await page.show<KontorVariantTable>(
      html`<kontor-variant-table .variants=${variants} style="width: 1200px"></kontor-variant-table>`,
    );
    await until(() => root().querySelectorAll('[role="columnheader"]').length === 7);
  });
  after(() => page.close());

  const root = (): ShadowRoot => table.shadowRoot!;
  const focused = (): HTMLElement | null => root().activeElement as HTMLElement | null;

  function place(): [number, number] {
    const cell = focused()?.closest<HTMLElement>('[data-cell]');
    const row = cell?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex');
    return [Number(row) - 2, Number(cell?.dataset['cell'])];
  }

  /** Focus follows the render, and the render of the focus follows that. */
  const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

  async function press(key: string, keys: KeyboardEventInit = {}): Promise<KeyboardEvent> {
    const event = new KeyboardEvent('keydown', {
      key,
      bubbles: true,
      composed: true,
      cancelable: true,
      ...keys,
    });
    focused()?.dispatchEvent(event);
    await settled();
    return event;
  }

  /** Begins at the first row and goes from there by the keys under test alone. */
  async function start(line: number, column: number): Promise<void> {
    focused()?.blur();
    root().querySelector<HTMLElement>('[tabindex="0"][data-cell]')?.focus();
    await press('Home', { ctrlKey: true });
    for (let step = 0; step < line && line < 50; step += 1) await press('ArrowDown');
    if (line >= 50) await press('End', { ctrlKey: true });
    await press('Home');
    for (let step = 0; step < column; step += 1) await press('ArrowRight');
  }

  const moves: readonly [string, KeyboardEventInit, [number, number], [number, number]][] = [
    ['ArrowDown', {}, [0, quantity], [1, quantity]],
    ['ArrowDown', {}, [7, sku], [8, sku]],
    ['ArrowDown', {}, [last, quantity], [last, quantity]],
    ['ArrowDown', { ctrlKey: true }, [3, 2], [last, 2]],
    ['ArrowUp', {}, [1, quantity], [0, quantity]],
    ['ArrowUp', {}, [0, quantity], [0, quantity]],
    ['ArrowUp', {}, [last, sku], [last - 1, sku]],
    ['ArrowUp', { ctrlKey: true }, [9, 3], [0, 3]],
    ['ArrowRight', {}, [2, sku], [2, 1]],
    ['ArrowRight', {}, [2, quantity], [2, sum]],
    ['ArrowRight', {}, [2, sum], [2, sum]],
    ['ArrowRight', { ctrlKey: true }, [2, 1], [2, sum]],
    ['ArrowLeft', {}, [2, sum], [2, quantity]],
    ['ArrowLeft', {}, [2, 1], [2, sku]],
    ['ArrowLeft', {}, [2, sku], [2, sku]],
    ['ArrowLeft', { ctrlKey: true }, [2, quantity], [2, sku]],
    ['Home', {}, [4, quantity], [4, sku]],
    ['Home', {}, [4, sku], [4, sku]],
    ['Home', { ctrlKey: true }, [9, sum], [0, sku]],
    ['Home', { ctrlKey: true }, [last, 3], [0, sku]],
    ['End', {}, [4, sku], [4, sum]],
    ['End', {}, [4, sum], [4, sum]],
    ['End', { ctrlKey: true }, [0, sku], [last, sum]],
    ['End', { ctrlKey: true }, [9, quantity], [last, sum]],
    ['PageUp', {}, [3, quantity], [0, quantity]],
    ['PageDown', {}, [last, quantity], [last, quantity]],
    ['ArrowDown', { shiftKey: true }, [3, 2], [3, 2]],
    ['ArrowRight', { altKey: true }, [3, 2], [3, 2]],
    ['Tab', {}, [3, 2], [3, 2]],
    ['x', {}, [3, 2], [3, 2]],
  ];
  for (const [key, keys, from, to] of moves) {
    const name = [...Object.keys(keys).map((each) => each.replace('Key', '')), key].join('+');
    it(`goes from ${from.join(':')} to ${to.join(':')} by ${name}`, async () => {
      await start(...from);
      await press(key, keys);
      expect(place()).to.deep.equal(to);
    });
  }

  it('goes a screen down by PageDown and back by PageUp', async () => {
    await start(0, quantity);
    await press('PageDown');
    const [line] = place();
    expect(line).to.be.greaterThan(4);
    await press('PageUp');
    expect(place()).to.deep.equal([0, quantity]);
  });

  it('leaves keys alone that are not of the grid', async () => {
    await start(2, 2);
    expect((await press('Tab')).defaultPrevented).to.equal(false);
    expect((await press('F5')).defaultPrevented).to.equal(false);
  });

  it('has one tab stop in all its rows', async () => {
    await start(5, 3);
    expect(root().querySelectorAll('.body [tabindex="0"]').length).to.equal(1);
  });

  it('brings the cell with the focus into view', async () => {
    await start(0, quantity);
    await press('End', { ctrlKey: true });
    const { top, bottom } = focused()!.getBoundingClientRect();
    expect(top).to.be.greaterThan(0);
    expect(bottom).to.be.lessThan(innerHeight);
  });

  it('keeps the focus when its row is scrolled far away', async () => {
    await start(2, quantity);
    scrollTo(0, document.documentElement.scrollHeight);
    // A page in the background scrolls without saying so.
    window.dispatchEvent(new Event('scroll'));
    await until(() => root().querySelector(`[data-sku="K-${last}"]`));
    expect(place()).to.deep.equal([2, quantity]);
    await press('ArrowDown');
    expect(place()).to.deep.equal([3, quantity]);
  });

  for (const key of ['Enter', 'F2'])
    it(`edits the quantity of the row by ${key}`, async () => {
      await start(3, 1);
      await press(key);
      await until(() => focused()?.localName === 'input');
      expect(place()).to.deep.equal([3, quantity]);
      await press('Escape');
    });

  for (const key of ['0', '7', '.', ','])
    it(`puts a typed ${key} straight into the quantity`, async () => {
      await start(4, sku);
      await press(key);
      await until(() => focused()?.localName === 'input');
      expect((focused() as HTMLInputElement).value).to.equal(key);
      await press('Escape');
    });

  it('restores the quantity on Escape and stays on the cell', async () => {
    await start(6, quantity);
    await press('9');
    const field = await until(() => focused() as HTMLInputElement);
    await press('Escape');
    await until(() => focused()?.localName === 'div');
    expect(field.value).to.equal('');
    expect(place()).to.deep.equal([6, quantity]);
  });

  it('takes the tab stop along into the field', async () => {
    await start(6, quantity);
    await press('F2');
    await until(() => focused()?.localName === 'input');
    await settled();
    expect(root().querySelectorAll('.body [tabindex="0"]').length).to.equal(0);
    await press('Escape');
    expect(root().querySelectorAll('.body [tabindex="0"]').length).to.equal(1);
  });

  for (const [key, keys, by] of [
    ['Enter', {}, 1],
    ['Enter', { shiftKey: true }, -1],
    ['ArrowDown', {}, 1],
    ['ArrowUp', {}, -1],
  ] as const)
    it(`goes from a field ${by} row by ${'shiftKey' in keys ? 'shift+' : ''}${key}`, async () => {
      await start(8, quantity);
      await press('F2');
      await until(() => focused()?.localName === 'input');
      await press(key, keys);
      await until(() => focused()?.localName === 'div');
      expect(place()).to.deep.equal([8 + by, quantity]);
    });

  it('keeps a text that is no quantity and says so', async () => {
    await start(9, quantity);
    await press('F2');
    const field = await until(() => focused() as HTMLInputElement);
    field.value = 'a lot';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await press('Enter');
    await until(() => root().querySelector('[part="note"]')?.textContent.includes('A number, please'));
    expect(focused()).to.equal(field);
    await press('Escape');
  });

  it('leaves caret keys in a field to the field', async () => {
    await start(3, quantity);
    await press('F2');
    await until(() => focused()?.localName === 'input');
    for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End'])
      expect((await press(key)).defaultPrevented).to.equal(false);
    await press('Escape');
  });
});
