import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * The token of the link that opened this page, from `#token=` or `?token=` of its address. What stands behind `#` never reaches a
 * server or its logs; opening another link of this page loads no page, so the address is watched.
 */
export class LinkToken implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onAnother: () => void;

  /** @param onAnother another link was opened in this page */
  constructor(host: ReactiveControllerHost, onAnother: () => void) {
    this.#host = host;
    this.#onAnother = onAnother;
    host.addController(this);
  }

  get value(): string | undefined {
    const { hash, searchParams } = new URL(location.href);
    return new URLSearchParams(hash.slice(1)).get('token') ?? searchParams.get('token') ?? undefined;
  }

  /** Takes the token out of the address when it was used, so that it stays in no history and is told to no other site. */
  forget(): void {
    const url = new URL(location.href);
    const inHash = new URLSearchParams(url.hash.slice(1));
    if (inHash.has('token')) {
      inHash.delete('token');
      url.hash = inHash.toString();
    }
    url.searchParams.delete('token');
    if (url.href !== location.href) history.replaceState(history.state, '', url);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#notice);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#notice);
  }

  readonly #notice = (): void => {
    if (this.value === undefined) return;
    this.#onAnother();
    this.#host.requestUpdate();
  };
}
