import type { Board, Entry, Watch } from '@kontor/state';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keeps prices or stock of what its host shows up to date, and renders the host when they change. */
export class WatchController<Wish, Item> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #choose: () => Board<Wish, Item> | undefined;
  #board: Board<Wish, Item> | undefined;
  #watch: Watch<Wish, Item> | undefined;
  #wishes: readonly Wish[] = [];
  #isConnected = false;

  constructor(host: ReactiveControllerHost, choose: () => Board<Wish, Item> | undefined) {
    this.#host = host;
    this.#choose = choose;
    host.addController(this);
  }

  /** Wants these from now on, instead of what it wanted before. */
  want(wishes: readonly Wish[]): void {
    this.#wishes = wishes;
    this.#watch?.want(wishes);
  }

  get(wish: Wish): Entry<Item> {
    return this.#watch?.get(wish) ?? unknown;
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
    const board = this.#choose();
    if (!this.#isConnected || board === this.#board) return;
    this.#leave();
    this.#board = board;
    this.#watch = board?.watch(() => this.#host.requestUpdate());
    this.#watch?.want(this.#wishes);
  }

  #leave(): void {
    this.#watch?.end();
    this.#watch = undefined;
    this.#board = undefined;
  }
}

const unknown: Entry<never> = { status: 'loading', item: undefined };
