import type { Suggestions } from '@kontor/sdk';
import type { ShopCore } from '@kontor/state';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds without a key before it asks. */
const pause = 130;

/** Suggestions for what is being typed: asks when typing pauses, and only the answer to the latest text counts. */
export class SuggestController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;
  /** While loading, the former ones stay. */
  suggestions: Suggestions | undefined;
  /** The text that the suggestions are for. */
  query = '';
  status: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  error: unknown;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Asks for a text after a pause; for an empty one there is nothing to ask. */
  ask(shop: ShopCore, text: string): void {
    const query = text.trim();
    if (query === this.query && this.status !== 'failed') return;
    this.#end();
    if (query === '') {
      this.reset();
      return;
    }
    this.query = query;
    this.#show('loading');
    this.#timer = setTimeout(() => void this.#load(shop, query), pause);
  }

  reset(): void {
    this.#end();
    this.suggestions = undefined;
    this.query = '';
    this.#show('idle');
  }

  async #load(shop: ShopCore, query: string): Promise<void> {
    const own = (this.#running = new AbortController());
    try {
      const suggestions = await shop.products.suggest(query, own.signal);
      if (own.signal.aborted) return;
      this.suggestions = suggestions;
      this.#show('ready');
    } catch (error) {
      if (own.signal.aborted) return;
      this.error = error;
      this.#show('failed');
    }
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
  }

  #show(status: typeof this.status): void {
    this.status = status;
    this.#host.requestUpdate();
  }
}
