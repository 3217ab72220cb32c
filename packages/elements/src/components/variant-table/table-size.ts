import type { LitElement, ReactiveController } from 'lit';

import { narrowBelow } from './columns.js';

/** Filters, heads and sums around the rows, in pixels, as they mostly are. */
const aroundRows = 146;

/** Measures the width of its host and the heights that its styles give to rows and notes, in pixels. */
export class TableSize implements ReactiveController {
  width = 0;
  row = 48;
  note = 38;
  readonly #host: LitElement;
  readonly #resizes = new ResizeObserver(() => this.#measure());
  #probe: HTMLElement | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Before the first render: what styles say unless a page changes them. @returns height of the rows that will be seen */
  expect(): number {
    const { top, height, width } = this.#host.getBoundingClientRect();
    this.width = width;
    if (width < narrowBelow) [this.row, this.note] = [110, 60];
    return Math.min(height || innerHeight, innerHeight - Math.max(0, top)) - aroundRows;
  }

  hostConnected(): void {
    this.#resizes.observe(this.#host);
  }

  hostUpdated(): void {
    const probe = this.#host.renderRoot.querySelector<HTMLElement>('.probe') ?? undefined;
    if (!probe || probe === this.#probe) return;
    this.#probe = probe;
    this.#resizes.observe(probe);
    // After this update, yet before it is painted.
    queueMicrotask(() => this.#measure());
  }

  hostDisconnected(): void {
    this.#resizes.disconnect();
    this.#probe = undefined;
  }

  #measure(): void {
    const width = this.#host.clientWidth;
    const [row, note] = [this.#probe?.offsetHeight ?? this.row, this.#probe?.offsetWidth ?? this.note];
    if (width === this.width && row === this.row && note === this.note) return;
    this.width = width;
    this.row = row;
    this.note = note;
    this.#host.requestUpdate();
  }
}
