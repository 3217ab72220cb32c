import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';
import { renderOptionChips } from './option-chips.js';
import { hasChoice, toggleOption, type OptionChoice } from './option-filter.js';
import type { ShownVariants } from './product-source.js';
import type { TableModel } from './table-model.js';

/** What stands above the table. */
export interface TopScope {
  readonly words: Words;
  readonly shown: ShownVariants;
  readonly model: TableModel;
  readonly choice: OptionChoice;
  /** Whether the first rows are painted. */
  readonly isSettled: boolean;
  readonly isVisitor: boolean;
  /** Undefined: there is no matrix of these variants. */
  readonly isMatrix: boolean | undefined;
  readonly onChoose: (choice: OptionChoice) => void;
  readonly onMatrix: () => void;
  readonly onSignIn: () => void;
}

/** Options to choose from, how many variants are left, the other view, and the way in for visitors. */
export function renderTop(scope: TopScope): TemplateResult {
  const { words, shown, model, choice, onChoose } = scope;
  const links = [
    ...(hasChoice(choice)
      ? [
          html`<span
            >${words.t('table.count', { shown: model.rows.length, all: shown.variants.length })}</span
          >`,
          link(words.t('table.reset'), () => onChoose({})),
        ]
      : []),
    ...(scope.isMatrix === undefined
      ? []
      : [link(words.t(scope.isMatrix ? 'table.asTable' : 'table.asMatrix'), scope.onMatrix)]),
  ];
  const chips = renderOptionChips({
    words,
    options: shown.variants.length > 1 ? shown.options : [],
    choice,
    isFilled: scope.isSettled || hasChoice(choice),
    reachable: model.reachable,
    onToggle: (code, value) => onChoose(toggleOption(choice, code, value)),
    onChoose: (code, values) => onChoose({ ...choice, [code]: values }),
  });
  return html`<div class="top">
    ${chips.length > 0 ? html`<div class="filters" part="filters">${chips}</div>` : nothing}
    <div class="links">${links}</div>
    ${
      scope.isVisitor
        ? html`<button class="way-in" type="button" @click=${scope.onSignIn}>
            ${words.t('price.signIn')}
          </button>`
        : nothing
    }
  </div>`;
}

const link = (text: string, onClick: () => void): TemplateResult =>
  html`<button class="link" type="button" @click=${onClick}>${text}</button>`;

/** Says why there are no rows, and what to do. */
export function renderNoRows(words: Words, isFiltered: boolean, onReset: () => void): TemplateResult {
  return isFiltered
    ? html`<div class="state">
        <p>${words.t('table.nothingFits')}</p>
        <button type="button" @click=${onReset}>${words.t('common.reset')}</button>
      </div>`
    : html`<div class="state"><p>${words.t('table.empty')}</p></div>`;
}

/** A failed load: what is there stays below. */
export function renderFailed(words: Words, error: unknown, onRetry: () => void): TemplateResult {
  return html`<div class="note bad" role="alert">
    <span class="grow">${words.problem(error)}</span>
    <button type="button" @click=${onRetry}>${words.t('common.retry')}</button>
  </div>`;
}
