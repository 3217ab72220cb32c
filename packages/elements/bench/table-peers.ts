/** The peers, each with the same rows, the same columns and a field in every row, otherwise as it comes. */
import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community';
import '@lit-labs/virtualizer';
import { defineCustomElement as defineRevoGrid } from '@revolist/revogrid/standalone/revo-grid.js';
import '@vaadin/grid/vaadin-grid.js';
import { html, render } from 'lit';
import { TabulatorFull } from 'tabulator-tables';
import tabulatorStyles from 'tabulator-tables/dist/css/tabulator.min.css';

import { fields, plainRows, quantityField, rowHeight, type Field, type PlainRow } from './table-data.js';
import { firstPaint, place, type Opened } from './table-opened.js';

ModuleRegistry.registerModules([AllCommunityModule]);
defineRevoGrid();
const sheet = new CSSStyleSheet();
sheet.replaceSync(`${tabulatorStyles}
  .tabulator-row, .tabulator-row .tabulator-cell { height: ${String(rowHeight)}px; }
  .bench-row { display: grid; grid-template-columns: repeat(8, 1fr); align-items: center; width: 100%; height: ${String(rowHeight)}px; border-top: 1px solid #ddd; box-sizing: border-box }
  vaadin-grid-cell-content { height: ${String(rowHeight)}px; box-sizing: border-box }`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

/** Rows are there when the fourth of them is. */
const shown = (box: HTMLElement) => (): boolean =>
  box.textContent.includes('SW-3') && !!box.querySelector('input');

async function opened(
  box: HTMLElement,
  scroller: () => HTMLElement | null,
  close: () => void,
  height = rowHeight,
): Promise<Opened> {
  await firstPaint(() => shown(box)() && scroller());
  return {
    scroller: scroller() ?? box,
    box,
    rowHeight: height,
    close() {
      close();
      box.remove();
    },
  };
}

export const peers: Record<string, () => Promise<Opened>> = {
  'ag-grid-community'() {
    const box = place();
    const grid = createGrid<PlainRow>(box, {
      rowHeight,
      columnDefs: fields.map((field) => ({
        field,
        width: 140,
        ...(field === 'quantity' ? { cellRenderer: quantityField } : {}),
      })),
      rowData: plainRows,
    });
    return opened(
      box,
      () => box.querySelector('.ag-body-viewport, .ag-grid-viewport'),
      () => grid.destroy(),
    );
  },

  'tabulator-tables'() {
    const box = place();
    const table = new TabulatorFull(box.appendChild(document.createElement('div')), {
      height: 600,
      rowHeight,
      data: plainRows,
      columns: fields.map((field) => ({
        field,
        title: field,
        width: 140,
        ...(field === 'quantity' ? { formatter: quantityField } : {}),
      })),
    });
    return opened(
      box,
      () => box.querySelector('.tabulator-tableholder'),
      () => table.destroy(),
    );
  },

  '@vaadin/grid'() {
    const box = place();
    const grid = document.createElement('vaadin-grid');
    grid.style.height = '600px';
    for (const field of fields) {
      const column = document.createElement('vaadin-grid-column');
      if (field === 'quantity')
        column.renderer = (root) => {
          if (!root.firstElementChild) root.append(quantityField());
        };
      else column.path = field;
      grid.append(column);
    }
    grid.items = plainRows;
    box.append(grid);
    return opened(
      box,
      () => grid.shadowRoot?.querySelector<HTMLElement>('#table') ?? null,
      () => undefined,
      // Its cells, and the line below them.
      rowHeight + 1,
    );
  },

  '@revolist/revogrid'() {
    const box = place();
    const grid = document.createElement('revo-grid');
    grid.style.height = '600px';
    Object.assign(grid, {
      rowSize: rowHeight,
      columns: fields.map((field) => ({
        prop: field,
        name: field,
        size: 140,
        ...(field === 'quantity'
          ? {
              cellTemplate: (create: (tag: string, props: object) => unknown) =>
                create('input', { inputmode: 'decimal', placeholder: '0', style: { width: '90%' } }),
            }
          : {}),
      })),
      source: plainRows,
    });
    box.append(grid);
    return opened(
      box,
      () => box.querySelector('revogr-viewport-scroll .vertical-inner'),
      () => undefined,
    );
  },

  '@lit-labs/virtualizer'() {
    const box = place();
    const renderItem = (row: PlainRow): unknown =>
      html`<div class="bench-row">
        ${fields.map((field: Field) =>
          field === 'quantity'
            ? html`<span><input inputmode="decimal" placeholder="0" /></span>`
            : html`<span>${`${row[field]} `}</span>`,
        )}
      </div>`;
    render(
      html`<lit-virtualizer scroller .items=${plainRows} .renderItem=${renderItem}></lit-virtualizer>`,
      box,
    );
    const scroller = box.querySelector<HTMLElement>('lit-virtualizer');
    if (scroller) scroller.style.height = '600px';
    return opened(
      box,
      () => scroller,
      () => render(html``, box),
    );
  },
};
