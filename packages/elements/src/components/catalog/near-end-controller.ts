import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far below the window the end of a list counts as near. */
const margin = '800px';

/** Calls when the end of a list comes near. The end is the element that {@link watch} is given as a `ref`. */
export class NearEndController implements ReactiveController {
  readonly #onNear: () => void;
  #observer: IntersectionObserver | undefined;
  #end: Element | undefined;

  constructor(host: ReactiveControllerHost, onNear: () => void) {
    this.#onNear = onNear;
    host.addController(this);
  }

  readonly watch = (end: Element | undefined): void => {
    if (this.#end) this.#observer?.unobserve(this.#end);
    this.#end = end;
    if (end) this.#observer?.observe(end);
  };

  /** Looks again: after more was loaded, the end may still be near. */
  again(): void {
    if (!this.#end) return;
    this.#observer?.unobserve(this.#end);
    this.#observer?.observe(this.#end);
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#onNear();
      },
      { rootMargin: `0px 0px ${margin} 0px` },
    );
    if (this.#end) this.#observer.observe(this.#end);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }
}
