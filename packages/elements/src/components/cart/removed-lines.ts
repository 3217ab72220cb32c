import type { ShopCore } from '@kontor/state';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';

/** A quantity of a SKU. */
export interface LineEdit {
  readonly sku: string;
  readonly quantity: string;
}

/** Milliseconds for which the way back is offered. */
const offeredFor = 10_000;

/** Offers for a while to bring back what was removed. */
export class RemovedLines implements ReactiveController {
  readonly #host: LitElement;
  #removed: { readonly text: string; readonly edits: readonly LineEdit[] } | undefined;
  #forgetting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#forgetting);
  }

  /** @param edits what was there before */
  offer(text: string, edits: readonly LineEdit[]): void {
    this.#show({ text, edits });
    this.#forgetting = setTimeout(() => this.#show(undefined), offeredFor);
  }

  render(words: Words, shop: ShopCore): TemplateResult {
    const removed = this.#removed;
    const undo = (): void => {
      shop.cart.setLines(removed?.edits ?? []);
      this.#show(undefined);
    };
    return html`<div role="status">
      ${removed ? html`<div class="toast">${removed.text} <button @click=${undo}>${words.t('cart.undo')}</button></div>` : nothing}
    </div>`;
  }

  #show(removed: { text: string; edits: readonly LineEdit[] } | undefined): void {
    clearTimeout(this.#forgetting);
    this.#removed = removed;
    this.#host.requestUpdate();
  }
}
