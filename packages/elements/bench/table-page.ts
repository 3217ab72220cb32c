/** The page of the table's bench: opens ten thousand rows in our table and in ag-grid, by turns, and measures what it can see. */
import { createClient, type Variant } from '@kontor/sdk';
import { createShop } from '@kontor/state';
import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community';

import '../src/components/shop/shop.js';
import '../src/components/variant-table/variant-table.js';
import { answer } from './table-answers.js';

ModuleRegistry.registerModules([AllCommunityModule]);

/** One table on the page. */
interface Opened {
  /** What scrolls. */
  readonly scroller: HTMLElement;
  readonly root: Document | ShadowRoot;
  /** Number of the row at a point; undefined where there is none. */
  rowAt(x: number, y: number): number | undefined;
  close(): void;
}

const rowCount = 10_000;
const rowHeight = 48;
const variants = Array.from({ length: rowCount }, (_, index): Variant => ({
  sku: `SW-${String(index)}`,
  productId: 'bench',
  name: `Screw ${String(index)}`,
  options: { diameter: String(3 + (index % 7)), length: String(10 + (index % 50)) },
  attributes: [],
  barcodes: [],
  unit: { code: '796', name: 'pcs' },
  orderingRule: { min: '10', step: '10', max: null, packs: [] },
  picture: null,
  status: 'active',
  analogueCount: 0,
}));

function place(): HTMLElement {
  const box = document.createElement('div');
  box.style.cssText = 'width:1200px;height:600px';
  return document.body.appendChild(box);
}

const opens: Record<string, () => Promise<Opened>> = {
  async ours() {
    const box = place();
    const client = createClient({ baseUrl: location.origin, fetch: answer });
    const frame = document.createElement('kontor-shop');
    frame.shop = createShop(client);
    const table = document.createElement('kontor-variant-table');
    table.contained = true;
    table.style.height = '600px';
    table.variants = variants;
    frame.append(table);
    box.append(frame);
    const root = (): ShadowRoot | null => table.shadowRoot;
    await until(() => root()?.querySelector('.body .row .quantity input'));
    return {
      scroller: root()!.querySelector<HTMLElement>('.frame')!,
      root: root()!,
      rowAt(x, y) {
        const sku = root()?.elementFromPoint(x, y)?.closest<HTMLElement>('.row')?.dataset['sku'];
        return sku === undefined ? undefined : Number(sku.slice(3));
      },
      close: () => box.remove(),
    };
  },
  async agGrid() {
    const box = place();
    const columns = ['sku', 'diameter', 'length', 'pack', 'stock', 'price', 'quantity', 'sum'];
    const grid = createGrid<Record<string, unknown>>(box, {
      rowHeight,
      columnDefs: columns.map((field) => ({ field, editable: field === 'quantity', width: 140 })),
      rowData: variants.map(({ sku, options }, index) => ({
        sku,
        ...options,
        pack: 10,
        stock: `${String(100 + (index % 900))} · Warehouse`,
        price: '1.0840',
        quantity: '',
        sum: '–',
      })),
    });
    await until(() => box.querySelector('.ag-row .ag-cell'));
    return {
      scroller: box.querySelector<HTMLElement>('.ag-body-viewport, .ag-grid-viewport')!,
      root: document,
      rowAt(x, y) {
        const index = document.elementFromPoint(x, y)?.closest('.ag-row')?.getAttribute('row-index');
        return index === null || index === undefined ? undefined : Number(index);
      },
      close() {
        grid.destroy();
        box.remove();
      },
    };
  },
};

async function until(check: () => unknown): Promise<void> {
  while (!check()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** After the next frame has been painted. */
const painted = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

let opened: Opened | undefined;

const bench = {
  /** Milliseconds from data to painted rows. */
  async open(name: string): Promise<number> {
    const began = performance.now();
    opened = await opens[name]!();
    await painted();
    return performance.now() - began;
  },

  /** Scrolls by ten rows a frame; frames in which a row was missing, or not the row of its place. */
  async scroll(steps: number, looks: boolean): Promise<{ blank: number; stale: number; elements: number }> {
    const { scroller, root, rowAt } = opened!;
    const { left, bottom, height } = scroller.getBoundingClientRect();
    scroller.scrollTop = 0;
    await painted();
    const sum = { blank: 0, stale: 0, elements: 0 };
    for (let step = 1; step <= steps; step += 1) {
      scroller.scrollTop = step * 10 * rowHeight;
      await painted();
      if (!looks) continue;
      const rows = [0.3, 0.6, 0.9].map((part) => rowAt(left + 30, bottom - height * (1 - part)));
      if (rows.includes(undefined)) sum.blank += 1;
      else if (rows.some((row) => row! < step * 10 - 2 || row! > step * 10 + 14)) sum.stale += 1;
    }
    sum.elements =
      root === document ? scroller.querySelectorAll('*').length : root.querySelectorAll('*').length;
    return sum;
  },

  /** Milliseconds from each key in a quantity to its paint. */
  async type(keys: number): Promise<number[]> {
    const { root } = opened!;
    const times: number[] = [];
    const field = root.querySelectorAll<HTMLInputElement>('.row .quantity input')[4]!;
    field.focus();
    for (let key = 0; key < keys; key += 1) {
      const began = performance.now();
      field.value = String((key % 9) + 1) + '0';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await painted();
      times.push(performance.now() - began);
    }
    return times;
  },

  close(): void {
    opened?.close();
    opened = undefined;
  },
};

Object.assign(globalThis, { bench });
export type TableBench = typeof bench;
