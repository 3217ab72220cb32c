import type { Category, Client, Facets, ProductSummary } from '@kontor/sdk';
import { atom, onMount, type ReadableAtom } from 'nanostores';

import { isSameQuery, type CatalogueQuery } from './catalogue-query.js';
import { failed, loading, ready, type Loaded } from './loaded.js';
import { createRemote, type Remote } from './remote.js';
import type { SessionPart } from './session.js';

/** Products found so far. */
export interface ProductPages {
  readonly items: readonly ProductSummary[];
  /** All that the query finds. */
  readonly total: number | null;
  readonly hasMore: boolean;
}

/** A list of products under a query, page after page. */
export interface CataloguePart {
  readonly $query: ReadableAtom<CatalogueQuery>;
  readonly $products: ReadableAtom<Loaded<ProductPages>>;
  /** Facets of the same query. */
  readonly facets: Remote<Facets>;
  readonly categories: Remote<readonly Category[]>;
  /** Shows another query from its beginning. The same query changes nothing. */
  show(query: CatalogueQuery): void;
  /** Changes a part of the query. */
  refine(change: Partial<CatalogueQuery>): void;
  /** Loads the next page; does nothing while one is loading. */
  more(): Promise<void>;
  /** Loads pages until so many items are there: the place where one was before. */
  restore(count: number): Promise<void>;
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
  let running: AbortController | undefined;
  let cursor: string | null = null;
  let isMounted = false;

  const load = async (isFirst: boolean, limit: number): Promise<void> => {
    running?.abort();
    const own = (running = new AbortController());
    const before = $products.get().value;
    $products.set(loading(before));
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
        }),
      );
    } catch (error) {
      if (running !== own) return;
      session.heed(error);
      $products.set(failed(error, before));
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

  const part: CataloguePart = {
    $query,
    $products,
    facets: createRemote((signal) => client.products.facets(withoutSort($query.get()), { signal }), {
      reloadOn: [$query, session.$reader],
    }),
    categories: createRemote(async (signal) => (await client.categories.tree({ signal })).items, {
      reloadOn: [session.$reader],
    }),
    show(query) {
      if (!isSameQuery($query.get(), query)) $query.set(query);
    },
    refine: (change) => part.show(defined({ ...$query.get(), ...change })),
    async more() {
      if (running === undefined && cursor !== null) await load(false, pageSize);
    },
    async restore(count) {
      while (($products.get().value?.items.length ?? 0) < count && cursor !== null && running === undefined)
        await load(false, Math.min(largestPage, count));
    },
    reload,
  };
  return part;
}

const withoutSort = ({ sort: _sort, ...query }: CatalogueQuery): CatalogueQuery => query;

/** Without what is undefined or empty: such a query is the same as one without it. */
function defined(query: { [Key in keyof CatalogueQuery]?: CatalogueQuery[Key] | undefined }): CatalogueQuery {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));
}
