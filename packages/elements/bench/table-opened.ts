/** One table on the page. */
export interface Opened {
  /** What scrolls. */
  readonly scroller: HTMLElement;
  readonly box: HTMLElement;
  /** Pixels from one row to the next. */
  readonly rowHeight: number;
  close(): void;
}

declare const scheduler: { postTask(task: () => void, options: { priority: string }): Promise<void> };

/** A place of 1200 × 600 pixels for a table. */
export function place(): HTMLElement {
  const box = document.createElement('div');
  box.style.cssText = 'width:1200px;height:600px';
  return document.body.appendChild(box);
}

/** Resolves after the first frame that has it is painted, ahead of whatever else waits. */
export function firstPaint(check: () => unknown): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (check()) void scheduler.postTask(resolve, { priority: 'user-blocking' });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** After the next frame has been painted. */
export const painted = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Number of the row that is seen at a point, by the SKU in it; undefined where there is none. */
export function rowAt(x: number, y: number): number | undefined {
  let element = document.elementFromPoint(x, y);
  for (let root = element?.shadowRoot; root; root = element.shadowRoot) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner === element) break;
    element = inner;
  }
  for (let depth = 0; element && depth < 4; depth += 1, element = element.parentElement) {
    const skus = element.textContent.match(/SW-\d+/g) ?? [];
    if (skus.length > 1) return undefined;
    if (skus[0]) return Number(skus[0].slice(3));
  }
  return undefined;
}

/** Elements of a table, its shadow roots included. */
export function elementsIn(root: Element | ShadowRoot): number {
  let count = 0;
  for (const element of root.querySelectorAll('*'))
    count += 1 + (element.shadowRoot ? elementsIn(element.shadowRoot) : 0);
  return count;
}
