import type { OrderingRule } from '@kontor/sdk';
import { stepQuantity } from '@kontor/state';
import minus from 'lucide/dist/esm/icons/minus.mjs';
import plus from 'lucide/dist/esm/icons/plus.mjs';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { icon } from '../../icons/icon.js';
import { controlStyles } from '../../theme/control.styles.js';
import { parseQuantity } from './parse-quantity.js';
import { quantityStyles } from './quantity.styles.js';

/**
 * A field for a quantity as people write one: `1 200`, `2,5`. Plus and minus go by the steps of the ordering rule; what breaks
 * the rule may be typed all the same, the gateway corrects it and says why.
 *
 * @summary Takes a quantity, in a form too.
 * @status stable
 * @event {Event} input - While one types something that is a quantity.
 * @event {Event} change - A quantity was entered: on Enter, on leaving the field, by a button.
 * @csspart input - The field.
 */
export class KontorQuantity extends KontorElement {
  static override styles: CSSResultGroup = [KontorElement.styles, controlStyles, quantityStyles];
  static formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = {
    ...KontorElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /** The quantity, a decimal string; empty for none. */
  @property() value = '';

  /** Name in a form. */
  @property({ reflect: true }) name = '';

  /** What the quantity is of, for those who do not see the row. */
  @property() label = '';

  /** Steps for the buttons and what counts as least; from the variant. */
  @property({ attribute: false }) rule: OrderingRule | undefined;

  /** A field alone, without plus and minus. */
  @property({ type: Boolean, attribute: 'without-buttons', reflect: true }) withoutButtons = false;

  /** Nothing can be entered; a disabled fieldset around it has the same effect. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  @query('input') private readonly field!: HTMLInputElement | null;
  @state() private typed: string | undefined;

  readonly #internals = this.attachInternals();

  /** Called by the form. */
  formResetCallback(): void {
    this.value = this.getAttribute('value') ?? '';
    this.typed = undefined;
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.disabled = isDisabled;
  }

  /** Selects what is in the field. */
  select(): void {
    this.field?.select();
  }

  protected override willUpdate(): void {
    this.#internals.setFormValue(this.value);
  }

  protected override updated(): void {
    // What the field really shows counts, not what was rendered last: somebody may have typed since.
    const { field } = this;
    if (!field) return;
    const shown = this.typed ?? (this.value ? this.words.number(this.value) : '');
    if (field.value !== shown) field.value = shown;
  }

  protected override renderShop(): TemplateResult {
    const { words } = this;
    const isInvalid = this.typed !== undefined && this.#parse(this.typed) === undefined;
    const label = this.label ? words.t('quantity.labelOf', { name: this.label }) : words.t('quantity.label');
    const button = (direction: 1 | -1): TemplateResult | typeof nothing =>
      this.withoutButtons
        ? nothing
        : html`<button
            type="button"
            tabindex="-1"
            aria-label=${words.t(direction > 0 ? 'quantity.more' : 'quantity.less')}
            ?disabled=${this.disabled || (direction < 0 && !Number(this.value))}
            @click=${() => this.#step(direction)}
          >
            ${icon(direction > 0 ? plus : minus)}
          </button>`;
    return html`<div class=${isInvalid ? 'invalid' : ''}>
      <div class="box">
        ${button(-1)}<input
          part="input"
          inputmode="decimal"
          autocomplete="off"
          enterkeyhint="done"
          placeholder="0"
          aria-label=${label}
          aria-invalid=${isInvalid}
          aria-describedby=${isInvalid ? 'error' : nothing}
          ?disabled=${this.disabled}
          @input=${this.#handleInput}
          @change=${this.#handleChange}
          @keydown=${this.#handleKey}
        />${button(1)}
      </div>
      ${isInvalid ? html`<span class="error" id="error">${words.t('quantity.invalid')}</span>` : nothing}
    </div>`;
  }

  #parse(text: string): string | undefined {
    return text.trim() === '' ? '' : parseQuantity(text, this.words.locale);
  }

  #handleInput(event: Event): void {
    event.stopPropagation();
    this.typed = this.field?.value ?? '';
    const quantity = this.#parse(this.typed);
    if (quantity === undefined || quantity === this.value) return;
    this.value = quantity;
    this.tell(new Event('input', { bubbles: true, composed: true }));
  }

  #handleChange(event: Event): void {
    event.stopPropagation();
    if (this.typed === undefined || this.#parse(this.typed) === undefined) return;
    this.typed = undefined;
    this.tell(new Event('change', { bubbles: true }));
  }

  #handleKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      this.#step(event.key === 'ArrowUp' ? 1 : -1);
    } else if (event.key === 'Escape' && this.typed !== undefined) {
      this.typed = undefined;
    }
  }

  #step(direction: 1 | -1): void {
    const rule = this.rule ?? { min: '0', step: '1', max: null };
    const next = stepQuantity(this.value || '0', rule, direction);
    if (next === this.value) return;
    this.value = next;
    this.typed = undefined;
    this.tell(new Event('input', { bubbles: true, composed: true }));
    this.tell(new Event('change', { bubbles: true }));
  }
}

define('kontor-quantity', KontorQuantity);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-quantity': KontorQuantity;
  }
}
