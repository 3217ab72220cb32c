/** The page of the table's bench: opens ten thousand rows in our table and in its peers, by turns, and measures what it can see. */
import { createClient } from '@kontor/sdk';
import { createShop } from '@kontor/state';

import '../src/components/shop/shop.js';
import '../src/components/variant-table/variant-table.js';
import { answer } from './table-answers.js';
import { rowCount, rowHeight, variants } from './table-data.js';
import { elementsIn, firstPaint, painted, place, rowAt, type Opened } from './table-opened.js';
import { peers } from './table-peers.js';

async function openOurs(): Promise<Opened> {
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
  const find = (selector: string): HTMLElement | null | undefined =>
    table.shadowRoot?.querySelector(selector);
  await firstPaint(() => find('.body .row:nth-child(4) input'));
  return { scroller: find('.frame') ?? box, box, rowHeight, close: () => box.remove() };
}

const opens: Record<string, () => Promise<Opened>> = { ours: openOurs, ...peers };
let opened: Opened | undefined;

/** The rows at three heights and the ones that belong there. */
function look({ scroller, ...opened }: Opened): { row: number | undefined; wanted: number }[] {
  const { left, top, height } = scroller.getBoundingClientRect();
  return [0.3, 0.6, 0.9].map((part) => ({
    row: rowAt(left + 30, top + height * part),
    wanted: (scroller.scrollTop + height * part) / opened.rowHeight,
  }));
}

const bench = {
  names: Object.keys(opens),

  /** Milliseconds from data to painted rows. */
  async open(name: string): Promise<number> {
    const began = performance.now();
    opened = await opens[name]?.();
    return performance.now() - began;
  },

  /** Milliseconds until prices and stock of the rows are painted too; of ours, peers have them from the start. */
  async filled(): Promise<void> {
    const table = document.querySelector('kontor-variant-table');
    if (table) await firstPaint(() => table.shadowRoot?.querySelector('.bone') === null);
  },

  /** Scrolls by ten rows a frame; frames in which a row was missing, or not the row of its place. */
  async scroll(steps: number, looks: boolean): Promise<{ blank: number; stale: number; elements: number }> {
    const sum = { blank: 0, stale: 0, elements: 0 };
    if (!opened) return sum;
    const { scroller, box } = opened;
    scroller.scrollTop = 0;
    await painted();
    for (let step = 1; step <= steps; step += 1) {
      scroller.scrollTop = step * 10 * opened.rowHeight;
      await painted();
      if (!looks) continue;
      const seen = look(opened);
      if (seen.some(({ row }) => row === undefined)) sum.blank += 1;
      else if (seen.some(({ row, wanted }) => Math.abs((row ?? 0) - wanted) > 3)) sum.stale += 1;
    }
    sum.elements = elementsIn(box);
    return sum;
  },

  /** Milliseconds from a jump to the last row until it is painted. */
  async jump(): Promise<number> {
    if (!opened) return 0;
    const shown = opened;
    const { scroller } = shown;
    scroller.scrollTop = 0;
    await painted();
    await painted();
    const began = performance.now();
    scroller.scrollTop = scroller.scrollHeight;
    await firstPaint(
      () => performance.now() - began > 3000 || look(shown).every(({ row }) => (row ?? 0) > rowCount - 40),
    );
    return performance.now() - began;
  },

  /** Milliseconds from each key in a quantity of ours to its paint. */
  async type(keys: number): Promise<number[]> {
    const root = document.querySelector('kontor-variant-table')?.shadowRoot;
    const field = root?.querySelectorAll<HTMLInputElement>('.row .quantity input')[4];
    const times: number[] = [];
    field?.focus();
    for (let key = 0; field && key < keys; key += 1) {
      const began = performance.now();
      field.value = `${String((key % 9) + 1)}0`;
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
