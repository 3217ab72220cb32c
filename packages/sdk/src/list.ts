import type { Page } from '@kontor/contract';

/** Which part of a list: at most so many items, after the cursor of the page before. */
export type Paging = { limit?: number; after?: string };

/** Reads the page after a cursor. */
type ReadPage<Item> = (after: string | undefined) => Promise<Page<Item>>;

/**
 * A list: await it for its first page, iterate it for all of its items. Nothing is asked before that.
 *
 * @example
 * const { items, nextCursor } = await client.products.list({ category: 'bolts' });
 * for await (const product of client.products.list({ category: 'bolts' })) …
 */
export class List<Item> implements PromiseLike<Page<Item>>, AsyncIterable<Item> {
  readonly #read: ReadPage<Item>;
  readonly #after: string | undefined;

  constructor(read: ReadPage<Item>, after: string | undefined) {
    this.#read = read;
    this.#after = after;
  }

  /** The first page. */
  then<Value = Page<Item>, Reason = never>(
    onValue?: ((page: Page<Item>) => Value | PromiseLike<Value>) | null,
    onReason?: ((reason: unknown) => Reason | PromiseLike<Reason>) | null,
  ): Promise<Value | Reason> {
    return this.#read(this.#after).then(onValue, onReason);
  }

  /** All pages, read one at a time. */
  async *pages(): AsyncGenerator<Page<Item>, void, undefined> {
    let after = this.#after;
    for (;;) {
      const page = await this.#read(after);
      yield page;
      if (page.nextCursor === null) return;
      after = page.nextCursor;
    }
  }

  /** All items. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* page.items;
  }
}
