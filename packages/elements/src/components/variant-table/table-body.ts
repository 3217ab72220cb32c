import type { Availability, Price, Variant } from '@kontor/sdk';
import type { Entry, LineView } from '@kontor/state';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { styled } from '../../base/styled.js';
import type { Column } from './columns.js';
import type { Layout } from './layout.js';
import type { Draft } from './quantity-editor.js';
import { renderCell, type CellScope } from './row-cells.js';
import type { RowNote } from './row-notes.js';
import type { NotesBySku } from './table-notes.js';

/** What the body of the table is drawn from. */
export interface BodyScope extends CellScope {
  readonly rows: readonly Variant[];
  /** Rows to draw, in order; the one with the focus is among them wherever it is. */
  readonly drawn: readonly number[];
  readonly slots: ReadonlyMap<string, number>;
  readonly columns: readonly Column[];
  readonly layout: Layout;
  readonly notes: NotesBySku;
  readonly draft: Draft | undefined;
  /** The cell with the tab stop; its field has it while one types. */
  readonly focus: { readonly line: number; readonly column: number; readonly isEditing: boolean };
  readonly lineOf: (sku: string) => LineView | undefined;
  readonly priceOf: (sku: string) => Entry<Price>;
  readonly stockOf: (sku: string) => Entry<Availability>;
  readonly renderAnalogue: (sku: string) => unknown;
  readonly onTake: (sku: string, quantity: string) => void;
}

interface Drawn {
  readonly key: string;
  readonly row: number;
  readonly note?: RowNote | 'analogue';
}

/** Rows in view with their notes, in the order of the page. */
export function renderBody(scope: BodyScope): unknown {
  const items = scope.drawn.flatMap((row): Drawn[] => {
    const sku = scope.rows[row]?.sku ?? '';
    const note = scope.notes.get(sku);
    const own = { key: String(scope.slots.get(sku)), row };
    return note ? [own, { key: `note ${sku}`, row, note }] : [own];
  });
  return repeat(
    items,
    ({ key }) => key,
    ({ row, note }) => (note ? renderNote(row, note, scope) : renderRow(row, scope)),
  );
}

function renderRow(row: number, scope: BodyScope): unknown {
  const variant = scope.rows[row];
  if (!variant) return nothing;
  const { sku } = variant;
  const line = scope.layout.lineOf({ row, isNote: false });
  const view = scope.lineOf(sku);
  const data = {
    variant,
    view,
    price: scope.priceOf(sku),
    stock: scope.stockOf(sku),
    draft: scope.draft?.sku === sku ? scope.draft : undefined,
  };
  const isFocused = scope.focus.line === line;
  return html`<div
    class="row ${view && view.quantity !== '0' ? 'chosen' : ''}"
    part="row"
    role="row"
    aria-rowindex=${line + 2}
    data-line=${line}
    data-sku=${sku}
    ${styled('transform', `translateY(${scope.layout.topOf(row)}px)`)}
  >
    ${scope.columns.map(
      (column, index) =>
        html`<div
          class="${column.key} ${column.isNumeric ? 'num' : ''}"
          role=${index === 0 ? 'rowheader' : 'gridcell'}
          data-cell=${index}
          tabindex=${isFocused && !scope.focus.isEditing && scope.focus.column === index ? '0' : '-1'}
        >
          ${renderCell(column, data, scope)}
        </div>`,
    )}
  </div>`;
}

function renderNote(row: number, note: RowNote | 'analogue', scope: BodyScope): TemplateResult {
  const { layout } = scope;
  const sku = scope.rows[row]?.sku ?? '';
  const line = layout.lineOf({ row, isNote: true });
  const isAnalogue = note === 'analogue';
  return html`<div
    class="under ${isAnalogue ? 'analogue' : note.tone}"
    part="note"
    role="row"
    aria-rowindex=${line + 2}
    data-line=${line}
    data-sku=${sku}
    ${styled('transform', `translateY(${layout.topOf(row) + layout.rowHeight}px)`)}
  >
    <div
      role="gridcell"
      aria-colspan=${scope.columns.length}
      data-cell="0"
      tabindex=${scope.focus.line === line ? '0' : '-1'}
    >
      ${
        isAnalogue
          ? scope.renderAnalogue(sku)
          : html`<span class="say"
              >${note.text}${
                note.offer
                  ? html` ·
                      <button
                        class="link"
                        type="button"
                        tabindex="-1"
                        @click=${() => scope.onTake(sku, note.offer?.quantity ?? '0')}
                      >
                        ${note.offer.label}
                      </button>`
                  : nothing
              }</span
            >`
      }
    </div>
  </div>`;
}

/** Heads of columns, in words. */
export function renderHead(columns: readonly Column[]): TemplateResult {
  return html`<div class="head" role="row" aria-rowindex="1">
    ${columns.map(
      ({ key, label, isNumeric }) =>
        html`<div class="${key} ${isNumeric ? 'num' : ''}" role="columnheader">${label}</div>`,
    )}
  </div>`;
}

/** Rows of the same height while nothing is known yet. */
export function renderBones(columns: readonly Column[], count: number): TemplateResult[] {
  return Array.from(
    { length: count },
    () =>
      html`<div class="row bones" role="presentation">
        ${columns.map(({ key, isNumeric }) => html`<div class="${key} ${isNumeric ? 'num' : ''}"><span class="bone"></span></div>`)}
      </div>`,
  );
}
