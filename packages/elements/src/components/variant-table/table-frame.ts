import { html, nothing, type TemplateResult } from 'lit';

import { styled } from '../../base/styled.js';
import { tracks, type Column } from './columns.js';
import type { Layout } from './layout.js';
import { renderBones, renderHead } from './table-head.js';
import type { TableInput } from './table-input.js';

/** What the grid around the rows is drawn from. */
export interface FrameScope {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly layout: Layout;
  readonly input: TableInput;
  /** Nothing is there yet: bones instead of rows. */
  readonly waits: boolean;
  /** What is there is not all that will be. */
  readonly isBusy: boolean;
}

/** The grid with its heads and an empty body, which rows are drawn into. */
export function renderFrame({ label, columns, layout, input, waits, isBusy }: FrameScope): TemplateResult {
  return html`<div
    class="frame"
    part="table"
    role="grid"
    aria-label=${label}
    aria-readonly="true"
    aria-busy=${isBusy}
    aria-rowcount=${layout.lineCount + 1}
    aria-colcount=${columns.length}
    tabindex=${waits ? '0' : nothing}
    ${styled('--tracks', tracks(columns))}
  >
    ${renderHead(columns)}
    ${
      waits
        ? html`<div class="body waits" role="rowgroup">${renderBones(columns, 8)}</div>`
        : html`<div
            class="body"
            role="rowgroup"
            @keydown=${input.handleKey}
            @focusin=${input.handleFocus}
            @focusout=${input.handleBlur}
            @input=${input.handleInput}
            @paste=${input.handlePaste}
            ${styled('height', `${layout.height}px`)}
          ></div>`
    }
  </div>`;
}
