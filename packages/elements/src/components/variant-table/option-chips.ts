import type { Option } from '@kontor/sdk';
import { html, nothing, type TemplateResult } from 'lit';

import { styled } from '../../base/styled.js';
import type { Words } from '../../locale/words.js';
import { isChosen, type OptionChoice } from './option-filter.js';
import { optionText } from './row-cells.js';

/** Values beyond which a list is easier than chips. */
const mostChips = 12;

/** What chips show and whom they tell. */
export interface ChipScope {
  readonly words: Words;
  readonly options: readonly Option[];
  readonly choice: OptionChoice;
  /** Whether lists have their values already: nobody opens them before the first rows are there. */
  readonly isFilled: boolean;
  /** Values that find something, by option; undefined: all do. */
  readonly reachable: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  readonly onToggle: (code: string, value: string) => void;
  readonly onChoose: (code: string, values: readonly string[]) => void;
}

const finds = ({ reachable }: ChipScope, code: string, value: string): boolean =>
  reachable?.get(code)?.has(value) ?? true;

/** Options with more than one value, as chips or as a list. */
export function renderOptionChips(scope: ChipScope): TemplateResult[] {
  return scope.options.filter(({ values }) => values.length > 1).map((option) => renderOption(option, scope));
}

function renderOption(option: Option, scope: ChipScope): TemplateResult {
  const label = option.unit === null ? option.name : `${option.name}, ${option.unit}`;
  return html`<div class="choice" role="group" aria-label=${label}>
    <span aria-hidden="true">${label}</span>
    ${option.values.length > mostChips ? renderList(option, label, scope) : renderChips(option, scope)}
  </div>`;
}

function renderChips({ code, values }: Option, scope: ChipScope): TemplateResult[] {
  const { words, choice, onToggle } = scope;
  return values.map((value) => {
    const isOn = isChosen(choice, code, value);
    return html`<button
      class="chip"
      type="button"
      aria-pressed=${isOn}
      ?disabled=${!isOn && !finds(scope, code, value)}
      @click=${() => onToggle(code, value)}
    >
      ${optionText(value, words)}
    </button>`;
  });
}

function renderList({ code, values }: Option, label: string, scope: ChipScope): TemplateResult {
  const { words, choice, isFilled, onChoose } = scope;
  const longest = values.reduce((most, { length }) => Math.max(most, length), 4);
  const chosen = choice[code]?.[0];
  const choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    onChoose(code, value === '' ? [] : [value]);
  };
  return html`<select aria-label=${label} @change=${choose} ${styled('width', `calc(${longest}ch + 44px)`)}>
    <option value="" ?selected=${chosen === undefined}>${words.t('table.any')}</option>
    ${(isFilled ? values : []).map((value) =>
      value === chosen || finds(scope, code, value)
        ? html`<option value=${value} ?selected=${value === chosen}>${optionText(value, words)}</option>`
        : nothing,
    )}
  </select>`;
}
