import type { Analogue } from '@kontor/sdk';
import type { Remote, ShopCore } from '@kontor/state';
import type { LitElement, ReactiveController } from 'lit';

interface Kept {
  readonly remote: Remote<readonly Analogue[]>;
  readonly stop: () => void;
}

/** Analogues of rows that are out of stock, asked for once a row. */
export class AnalogueOffers implements ReactiveController {
  readonly #host: LitElement;
  readonly #kept = new Map<string, Kept>();
  readonly #update = (): void => queueMicrotask(() => this.#host.requestUpdate());
  #shop: ShopCore | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Asks for the analogues of a SKU, unless it has. */
  want(shop: ShopCore, sku: string): void {
    if (this.#shop !== shop) this.hostDisconnected();
    this.#shop = shop;
    if (this.#kept.has(sku)) return;
    const remote = shop.products.analogues(sku);
    this.#kept.set(sku, { remote, stop: remote.$state.listen(this.#update) });
  }

  /** Best first; nothing until they are there. */
  of(sku: string): readonly Analogue[] {
    return this.#kept.get(sku)?.remote.$state.get().value ?? [];
  }

  /** SKUs that have some. */
  skus(): string[] {
    return [...this.#kept.keys()].filter((sku) => this.of(sku).length > 0);
  }

  hostDisconnected(): void {
    for (const { stop } of this.#kept.values()) stop();
    this.#kept.clear();
  }
}
