import { html, type TemplateResult } from 'lit';

/** A choice by which a list is narrowed; its first option, which names it, is all of them. */
export const renderFilterSelect = <Value extends string>(
  label: string,
  current: Value | undefined,
  values: readonly Value[],
  nameOf: (value: Value) => string,
  choose: (value: Value | undefined) => void,
): TemplateResult =>
  html`<select
    aria-label=${label}
    @change=${(event: Event) => choose(((event.target as HTMLSelectElement).value || undefined) as Value | undefined)}
  >
    <option value="">${label}</option>
    ${values.map((value) => html`<option value=${value} ?selected=${value === current}>${nameOf(value)}</option>`)}
  </select>`;
