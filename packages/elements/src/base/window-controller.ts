import type { LitElement, ReactiveController } from 'lit';

/** Where rows stand, in pixels from the top of their body. */
export interface WindowLayout {
  readonly rowCount: number;
  topOf(row: number): number;
  /** Row at a height. */
  rowAt(top: number): number;
}

/** Rows that are drawn. */
export interface RowRange {
  readonly first: number;
  /** One after the last. */
  readonly end: number;
}

/** What a window is of. */
export interface WindowParts {
  /** As high as all rows together; null before the first render. */
  body: () => HTMLElement | null;
  /** What scrolls; null: the page, or whatever scrolls around. */
  scroller: () => HTMLElement | null;
  layout: () => WindowLayout;
  /** Draws other rows at once, where that takes no render of the host. */
  draw?: () => void;
}

/** Rows beyond what is in view, so that a scroll ahead of the script shows no gap. */
const overscan = 3;
/** Rows that are drawn for paper: more would take longer than somebody waits. */
const mostOnPaper = 2000;
/** Rows drawn too many that are left where they are. */
const slack = 6;

/** Says which rows of a long body are in view, wherever it is scrolled, and renders its host when these change. */
export class WindowController implements ReactiveController {
  readonly #host: LitElement;
  readonly #parts: WindowParts;
  #roots: EventTarget[] = [];
  #view = { top: 0, bottom: 0 };
  #drawn: RowRange = { first: 0, end: 0 };
  #isScroll = false;
  #isWhole = false;
  #around = overscan;

  constructor(host: LitElement, parts: WindowParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  /** Rows to draw. */
  range(): RowRange {
    if (this.#isWhole)
      return (this.#drawn = { first: 0, end: Math.min(this.#parts.layout().rowCount, mostOnPaper) });
    const wanted = this.#wanted();
    return (this.#drawn = this.#holds(wanted) ? this.#drawn : wanted);
  }

  /**
   * What may be in view before anything has been drawn.
   *
   * @param height in pixels
   * @param around rows beyond it, until `surround` is called
   */
  expect(height: number, around = overscan): void {
    this.#view = { top: 0, bottom: height };
    this.#around = around;
  }

  /** Draws all rows, in view or not: on paper nobody scrolls. */
  showAll(isWhole: boolean): void {
    this.#isWhole = isWhole;
  }

  /** Draws around what is in view too, from now on. */
  surround(): void {
    this.#around = overscan;
    this.#check();
  }

  /** Rows that are drawn or will be next. */
  surroundings(): RowRange {
    const { first, end } = this.#wanted(overscan);
    return { first: Math.min(first, this.#drawn.first), end: Math.max(end, this.#drawn.end) };
  }

  /** Whether a row is in view, not only drawn. */
  isInView(row: number): boolean {
    const layout = this.#parts.layout();
    return layout.topOf(row) < this.#view.bottom && layout.topOf(row + 1) > this.#view.top;
  }

  hostConnected(): void {
    // Scrolling does not leave a shadow root: every root around is heard.
    this.#roots = [window, this.#host.renderRoot];
    for (let root = this.#host.getRootNode(); ; root = root.host.getRootNode()) {
      this.#roots.push(root);
      if (!(root instanceof ShadowRoot)) break;
    }
    for (const root of this.#roots) root.addEventListener('scroll', this.#check, listening);
    window.addEventListener('resize', this.#check);
  }

  hostUpdated(): void {
    // After this update, yet before it is painted. One that a scroll asked for has changed no place: measuring again would lay out twice.
    if (!this.#isScroll) queueMicrotask(() => this.#check());
    this.#isScroll = false;
  }

  hostDisconnected(): void {
    for (const root of this.#roots) root.removeEventListener('scroll', this.#check, listening);
    window.removeEventListener('resize', this.#check);
  }

  readonly #check = (event?: Event): void => {
    const body = this.#parts.body();
    if (!body || this.#isWhole) return;
    const { top } = body.getBoundingClientRect();
    const frame = this.#parts.scroller()?.getBoundingClientRect();
    this.#view = {
      top: Math.max(0, frame?.top ?? 0) - top,
      bottom: Math.min(innerHeight, frame?.bottom ?? innerHeight) - top,
    };
    if (this.#holds(this.#wanted())) return;
    if (this.#parts.draw && !this.#host.isUpdatePending) {
      this.#parts.draw();
      return;
    }
    this.#isScroll = event?.type === 'scroll' && !this.#host.isUpdatePending;
    this.#host.requestUpdate();
  };

  /** Whether all of it is drawn, and not much more. */
  #holds({ first, end }: RowRange): boolean {
    const drawn = this.#drawn;
    const isCovered = drawn.first <= first && drawn.end >= end;
    return (
      isCovered &&
      drawn.end <= this.#parts.layout().rowCount &&
      drawn.end - drawn.first <= end - first + slack
    );
  }

  /** In steps of two rows: scrolling by a pixel draws nothing. */
  #wanted(around = this.#around): RowRange {
    const layout = this.#parts.layout();
    const first = Math.max(0, layout.rowAt(this.#view.top) - around);
    const end = Math.min(layout.rowCount, layout.rowAt(this.#view.bottom) + 1 + around);
    return { first: first - (first % 2), end: Math.min(layout.rowCount, end + (end % 2)) };
  }
}

const listening = { capture: true, passive: true };
