import type { ReactiveControllerHost } from 'lit';

/** What is being typed into the quantity of a SKU. */
export interface Draft {
  readonly sku: string;
  readonly text: string;
  readonly isInvalid: boolean;
}

/** What an editor works on. */
export interface QuantityTarget {
  /** Decimal string, `0` for nothing, undefined when the text is no quantity. */
  parse: (text: string) => string | undefined;
  /** Takes a quantity; false when somebody objected. */
  save: (sku: string, quantity: string) => boolean;
}

/** Milliseconds after a key when the quantity is taken, if nobody types on. */
const pause = 700;

/** One quantity at a time, as it is typed: taken on leaving, on Enter or after a pause, put back on Escape. */
export class QuantityEditor {
  readonly #host: ReactiveControllerHost;
  readonly #target: QuantityTarget;
  #draft: Draft | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saved = '';

  constructor(host: ReactiveControllerHost, target: QuantityTarget) {
    this.#host = host;
    this.#target = target;
  }

  get draft(): Draft | undefined {
    return this.#draft;
  }

  type(sku: string, text: string): void {
    if (this.#draft && this.#draft.sku !== sku) this.commit();
    if (this.#draft?.sku !== sku) this.#saved = '';
    clearTimeout(this.#timer);
    this.#show({ sku, text, isInvalid: false });
    this.#timer = setTimeout(() => this.#take(), pause);
  }

  /** Takes what was typed and ends typing; what is no quantity stays, and says so. */
  commit(): void {
    clearTimeout(this.#timer);
    if (this.#take()) this.#show(undefined);
  }

  /** Leaves the quantity as it was. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#show(undefined);
  }

  #take(): boolean {
    const draft = this.#draft;
    if (!draft || draft.text === this.#saved) return true;
    const quantity = this.#target.parse(draft.text);
    if (quantity === undefined) {
      this.#show({ ...draft, isInvalid: true });
      return false;
    }
    this.#saved = draft.text;
    this.#target.save(draft.sku, quantity);
    return true;
  }

  #show(draft: Draft | undefined): void {
    this.#draft = draft;
    this.#host.requestUpdate();
  }
}
