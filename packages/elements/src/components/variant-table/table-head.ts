import { html, type TemplateResult } from 'lit';

import type { Column } from './columns.js';

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
