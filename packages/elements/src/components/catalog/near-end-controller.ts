import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far below the window the end of a list counts as near. */
const margin = '800px';

/** Pages that come by themselves before a button is asked again: else nobody would ever reach the foot of the page. */
const pagesByItself = 3;

/** What the end of a list leads to. */
export interface NearEnd {
  /** Whether more can be loaded now. */
  isReady: () => boolean;
  onNear: () => void;
}

/** Loads more, a few times, when the end of a list comes near. The end is the element that {@link watch} is given as a `ref`. */
export class NearEndController implements ReactiveController {
  readonly #end: NearEnd;
  #count = 0;
  #observer: IntersectionObserver | undefined;
  #watched: Element | undefined;

  constructor(host: ReactiveControllerHost, end: NearEnd) {
    this.#end = end;
    host.addController(this);
  }

  readonly watch = (end: Element | undefined): void => {
    if (this.#watched) this.#observer?.unobserve(this.#watched);
    this.#watched = end;
    if (end) this.#observer?.observe(end);
  };

  /** Looks again: after more was loaded, the end may still be near. */
  again(): void {
    if (!this.#watched) return;
    this.#observer?.unobserve(this.#watched);
    this.#observer?.observe(this.#watched);
  }

  /** Another list, or one that somebody asked to grow: it may grow by itself again. */
  anew(): void {
    this.#count = 0;
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#grow();
      },
      { rootMargin: `0px 0px ${margin} 0px` },
    );
    if (this.#watched) this.#observer.observe(this.#watched);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  #grow(): void {
    if (this.#count >= pagesByItself || !this.#end.isReady()) return;
    this.#count += 1;
    this.#end.onNear();
  }
}
