import type { Category, Client, Facets, ProductSummary } from '@kontor/sdk';
import { atom, computed, onMount, type ReadableAtom } from 'nanostores';

import { isSameQuery, toSearchParams, type CatalogueQuery } from './catalogue-query.js';
import { formerOf } from './former.js';
import { failed, loading, ready, type Loaded } from './loaded.js';
import { createRemote, type Remote } from './remote.js';
import type { SessionPart } from './session.js';
import { when } from './when.js';

/** Products found so far. */
export interface ProductPages {
  readonly items: readonly ProductSummary[];
  /** All that the query finds. */
  readonly total: number | null;
  readonly hasMore: boolean;
  /** The next page is being loaded, or was not to be had: what is here stays right meanwhile. */
  readonly isGrowing: boolean;
}

/** A list of products under a query, page after page. */
export interface CataloguePart {
  readonly $query: ReadableAtom<CatalogueQuery>;
  readonly $products: ReadableAtom<Loaded<ProductPages>>;
  /** Facets of the same query. */
  readonly facets: Remote<Facets>;
  readonly categories: Remote<readonly Category[]>;
  /** What was searched instead of the query when that had a typo; else null. */
  readonly corrected: Remote<string | null>;
  /** Shows another query from its beginning. The same query changes nothing. */
  show(query: CatalogueQuery): void;
  /** Changes a part of the query; undefined or empty takes it away. */
  refine(change: { [Key in keyof CatalogueQuery]?: CatalogueQuery[Key] | undefined }): void;
  /** Loads the next page; does nothing while one is loading. */
  more(): Promise<void>;
  /** Loads pages until so many items are there: the place where one was before. Ends with another query or a failure. */
  restore(count: number): Promise<void>;
  /** Does again what failed: the next page, or all. */
  retry(): Promise<void>;
  reload(): Promise<void>;
}

const pageSize = 60;
const largestPage = 200;

export function createCatalogue(
  client: Pick<Client, 'products' | 'categories'>,
  session: SessionPart,
): CataloguePart {
  const $query = atom<CatalogueQuery>({});
  const $products = atom<Loaded<ProductPages>>(loading());
  const formerProducts = formerOf<ProductPages>(session.owner);
  let running: AbortController | undefined;
  let cursor: string | null = null;
  let isMounted = false;

  const load = async (isFirst: boolean, limit: number): Promise<void> => {
    running?.abort();
    const own = (running = new AbortController());
    const before = formerProducts($products.get().value);
    const former = before && { ...before, isGrowing: !isFirst };
    $products.set(loading(former));
    try {
      const page = await client.products.list(
        { ...$query.get(), limit, total: isFirst, ...(isFirst || cursor === null ? {} : { after: cursor }) },
        { signal: own.signal },
      );
      if (running !== own) return;
      cursor = page.nextCursor;
      $products.set(
        ready({
          items: isFirst ? page.items : [...(before?.items ?? []), ...page.items],
          total: isFirst ? (page.total ?? null) : (before?.total ?? null),
          hasMore: cursor !== null,
          isGrowing: false,
        }),
      );
    } catch (error) {
      if (running !== own) return;
      session.heed(error);
      $products.set(failed(error, former));
    } finally {
      if (running === own) running = undefined;
    }
  };

  const reload = async (): Promise<void> => {
    cursor = null;
    if (isMounted) await load(true, pageSize);
  };

  onMount($products, () => {
    isMounted = true;
    const stops = [
      // The assortment may be another one under another agreement.
      session.$reader.subscribe((reader) => {
        if (reader !== undefined) void reload();
      }),
      $query.listen(() => void reload()),
    ];
    return () => {
      isMounted = false;
      for (const stop of stops) stop();
      running?.abort();
      running = undefined;
    };
  });

  // Texts, so that a query that only looks new asks for nothing.
  const $narrowing = computed($query, (query) => toSearchParams(withoutSort(query)).toString());
  const $text = computed($query, ({ query }) => query?.trim() ?? '');
  /** Who reads decides what there is: nothing is asked before that is known. */
  const known = (signal: AbortSignal): Promise<unknown> =>
    when(session.$reader, (reader) => reader !== undefined, signal);

  const part: CataloguePart = {
    $query,
    $products,
    facets: createRemote(
      async (signal) => {
        await known(signal);
        return client.products.facets(withoutSort($query.get()), { signal });
      },
      { reloadOn: [$narrowing, session.$reader], owner: session.owner },
    ),
    categories: createRemote(
      async (signal) => {
        await known(signal);
        return (await client.categories.tree({ signal })).items;
      },
      { reloadOn: [session.$reader], owner: session.owner },
    ),
    corrected: createRemote(
      async (signal) => {
        const text = $text.get();
        if (text === '') return null;
        await known(signal);
        return (await client.products.suggest(text, { limit: 1 }, { signal })).corrected;
      },
      { reloadOn: [$text, session.$reader], owner: session.owner },
    ),
    show(query) {
      if (!isSameQuery($query.get(), query)) $query.set(query);
    },
    refine: (change) => part.show(defined({ ...$query.get(), ...change })),
    async more() {
      if (running === undefined && cursor !== null) await load(false, pageSize);
    },
    async restore(count) {
      const query = $query.get();
      for (;;) {
        const { status, value } = await when($products, (products) => products.status !== 'loading');
        const missing = count - (value?.items.length ?? 0);
        if (status === 'failed' || missing <= 0 || cursor === null || $query.get() !== query) return;
        await load(false, Math.min(largestPage, missing));
      }
    },
    retry: () => ($products.get().value?.isGrowing ? part.more() : reload()),
    reload,
  };
  return part;
}

const withoutSort = ({ sort: _sort, ...query }: CatalogueQuery): CatalogueQuery => query;

/** Without what is undefined or empty: such a query is the same as one without it. */
function defined(query: { [Key in keyof CatalogueQuery]?: CatalogueQuery[Key] | undefined }): CatalogueQuery {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));
}
