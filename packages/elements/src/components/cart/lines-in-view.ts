import type { LitElement, ReactiveController } from 'lit';

import { WindowController } from '../../base/window-controller.js';
import { LineLayout } from './line-layout.js';

/** Lines up to which all are drawn. */
const mostDrawn = 80;

/** A line that is drawn. */
export interface DrawnLine {
  readonly row: number;
  /** Pixels from the top, where it does not stand among the others: the one with the focus, scrolled away. */
  readonly keptAt: number | undefined;
}

/** What to draw of a long cart. */
export interface LinesToDraw {
  readonly lines: readonly DrawnLine[];
  /** Pixels of what is not drawn. */
  readonly above: number;
  readonly below: number;
  /** Whether lines are left out. */
  readonly isPart: boolean;
}

/**
 * Of a long cart, draws the lines in view and the one with the focus. Lines are as high as what they say: their heights are
 * measured as they are seen. On paper all of them are drawn.
 */
export class LinesInView implements ReactiveController {
  readonly #host: LitElement;
  readonly #layout = new LineLayout();
  readonly #window: WindowController;
  readonly #resizes = new ResizeObserver((entries) => this.#measure(entries));
  #width = 0;
  #isPrinting = false;
  #isPart = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
    this.#window = new WindowController(host, {
      body: () => (this.#isPart ? host.renderRoot.querySelector<HTMLElement>('.lines') : null),
      scroller: () => null,
      layout: () => this.#layout,
    });
    this.#window.expect(innerHeight);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#print);
    window.addEventListener('afterprint', this.#print);
    this.#resizes.observe(this.#host);
  }

  hostUpdated(): void {
    for (const line of this.#host.renderRoot.querySelectorAll('.line[data-sku]')) this.#resizes.observe(line);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#print);
    window.removeEventListener('afterprint', this.#print);
    this.#resizes.disconnect();
  }

  /** @param keys SKUs of all lines in their order */
  choose(keys: readonly string[]): LinesToDraw {
    this.#layout.arrange(keys);
    const isPart = (this.#isPart = keys.length > mostDrawn && !this.#isPrinting);
    const { first, end } = isPart ? this.#window.range() : { first: 0, end: keys.length };
    const lines: DrawnLine[] = Array.from({ length: end - first }, (_, index) => ({
      row: first + index,
      keptAt: undefined,
    }));
    const kept = isPart ? keys.indexOf(this.#focused ?? '') : -1;
    if (kept >= 0 && kept < first) lines.unshift({ row: kept, keptAt: this.#layout.topOf(kept) });
    if (kept >= end) lines.push({ row: kept, keptAt: this.#layout.topOf(kept) });
    return {
      lines,
      above: isPart ? this.#layout.topOf(first) : 0,
      below: isPart ? this.#layout.height - this.#layout.topOf(end) : 0,
      isPart,
    };
  }

  /** SKU of the line with the focus. */
  get #focused(): string | undefined {
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    return activeElement?.closest<HTMLElement>('.line')?.dataset['sku'];
  }

  readonly #print = ({ type }: Event): void => {
    this.#isPrinting = type === 'beforeprint';
    this.#host.requestUpdate();
  };

  #measure(entries: readonly ResizeObserverEntry[]): void {
    const heights = new Map<string, number>();
    for (const { target, borderBoxSize, contentRect } of entries) {
      const { sku } = (target as HTMLElement).dataset;
      if (target === this.#host) this.#resize(contentRect.width);
      else if (!target.isConnected) this.#resizes.unobserve(target);
      else if (sku !== undefined) heights.set(sku, borderBoxSize[0]?.blockSize ?? 0);
    }
    // After this frame: lines drawn while sizes are told would be told too late.
    if (this.#layout.measure(heights) && this.#isPart) setTimeout(() => this.#host.requestUpdate());
  }

  #resize(width: number): void {
    if (this.#width > 0 && width !== this.#width) this.#layout.forget();
    this.#width = width;
  }
}
