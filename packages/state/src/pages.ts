import { atom, onMount, type ReadableAtom } from 'nanostores';

import { formerOf } from './former.js';
import { failed, loading, ready, type Loaded } from './loaded.js';
import type { SessionPart } from './session.js';

/** What was found so far. */
export interface Pages<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
}

/** A list that is loaded page by page, narrowed by a filter, and kept up to date while somebody looks. */
export interface PagedList<Item, Filter> {
  readonly $filter: ReadableAtom<Filter>;
  readonly $pages: ReadableAtom<Loaded<Pages<Item>>>;
  filter: (filter: Filter) => void;
  more: () => Promise<void>;
  reload: () => Promise<void>;
}

/** How a list is read. */
export interface PagedListOptions<Item, Filter> {
  /** Asks for a page; the cursor is that of the page before. */
  load: (
    query: Filter & { limit: number; after?: string },
    signal: AbortSignal,
  ) => PromiseLike<{ items: readonly Item[]; nextCursor: string | null }>;
  /** The filter at first, and the number of items of a page. */
  filter: Filter;
  pageSize: number;
  /** Listens to what makes the list outdated, as long as somebody looks. */
  follow?: (reload: () => void, $pages: ReadableAtom<Loaded<Pages<Item>>>) => () => void;
}

/** Makes a list that belongs to whoever is signed in; only the answer to the latest load counts. */
export function createPagedList<Item, Filter extends object>(
  session: Pick<SessionPart, '$buyer' | 'heed' | 'owner'>,
  { load, filter, pageSize, follow = () => () => undefined }: PagedListOptions<Item, Filter>,
): PagedList<Item, Filter> {
  const $filter = atom<Filter>(filter);
  const $pages = atom<Loaded<Pages<Item>>>(loading());
  const former = formerOf<Pages<Item>>(session.owner);
  let cursor: string | undefined;
  let running: AbortController | undefined;

  const read = async (isFirst: boolean): Promise<void> => {
    running?.abort();
    const own = (running = new AbortController());
    const before = former($pages.get().value);
    $pages.set(loading(before));
    try {
      const after = isFirst ? undefined : cursor;
      const query = { ...$filter.get(), limit: pageSize, ...(after === undefined ? {} : { after }) };
      const page = await load(query, own.signal);
      if (running !== own) return;
      cursor = page.nextCursor ?? undefined;
      const items = isFirst ? page.items : [...(before?.items ?? []), ...page.items];
      $pages.set(ready({ items, hasMore: cursor !== undefined }));
    } catch (error) {
      if (running !== own) return;
      session.heed(error);
      $pages.set(failed(error, before));
    } finally {
      if (running === own) running = undefined;
    }
  };

  onMount($pages, () => {
    const reload = (): void => void read(true);
    const stops = [
      session.$buyer.subscribe((buyer) => {
        if (buyer !== undefined) reload();
      }),
      $filter.listen(reload),
      follow(reload, $pages),
    ];
    return () => {
      for (const stop of stops) stop();
      running?.abort();
      running = undefined;
    };
  });

  return {
    $filter,
    $pages,
    filter: (filter) => $filter.set(filter),
    async more() {
      if (running === undefined && cursor !== undefined) await read(false);
    },
    reload: () => read(true),
  };
}
