import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether its host has less room than it needs to show two things side by side. */
export class NarrowController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #width: number;
  #observer: ResizeObserver | undefined;
  isNarrow: boolean | undefined;

  /** @param width pixels below which it is narrow */
  constructor(host: ReactiveControllerHost & HTMLElement, width: number) {
    this.#host = host;
    this.#width = width;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => this.#measure(entry?.contentRect.width ?? 0));
    this.#observer.observe(this.#host);
    this.#measure(this.#host.clientWidth);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #measure(width: number): void {
    const isNarrow = width < this.#width;
    if (width === 0 || isNarrow === this.isNarrow) return;
    this.isNarrow = isNarrow;
    // What renders otherwise has another height: that is for the next frame, or the browser complains of a loop.
    requestAnimationFrame(() => this.#host.requestUpdate());
  }
}
