import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReadableAtom } from 'nanostores';

/** Renders its host whenever a store changes. Which store may change too: with another shop, for example. */
export class StoreController<Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #choose: () => ReadableAtom<Value> | undefined;
  #store: ReadableAtom<Value> | undefined;
  #stop: (() => void) | undefined;
  #isConnected = false;

  constructor(host: ReactiveControllerHost, choose: () => ReadableAtom<Value> | undefined) {
    this.#host = host;
    this.#choose = choose;
    host.addController(this);
  }

  /** The store's value; undefined while there is no store. */
  get value(): Value | undefined {
    return this.#store?.get();
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#follow();
  }

  hostUpdate(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#leave();
  }

  #follow(): void {
    const store = this.#choose();
    if (!this.#isConnected || store === this.#store) return;
    this.#leave();
    this.#store = store;
    this.#stop = store?.listen(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  #leave(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#store = undefined;
  }
}
