import type { Analogue, Client, Filters, Product, Suggestions, Variant } from '@kontor/sdk';
import { atom, onMount, type ReadableAtom } from 'nanostores';

import { formerOf } from './former.js';
import { failed, loading, ready, type Loaded } from './loaded.js';
import { createRemote, type Remote } from './remote.js';
import type { SessionPart } from './session.js';
import { createVariantReader } from './variants-together.js';

/** Variants of a product as they come in, page by page. */
export interface VariantPages {
  readonly items: readonly Variant[];
  /** Whether all that were asked for are here. */
  readonly isComplete: boolean;
}

/** The products that a buyer looks at. Each call makes a view of its own; it loads while somebody listens. */
export interface ProductPart {
  /** A product card by id or slug. */
  product(idOrSlug: string): Remote<Product>;
  /** All variants of a product, or those with the option values; each page as it comes. */
  variants(idOrSlug: string, filters?: Filters): ReadableAtom<Loaded<VariantPages>>;
  variant(sku: string): Remote<Variant>;
  /** Variants by SKU; unknown ones and those of other assortments are left out. */
  variantsOf(skus: readonly string[]): Remote<ReadonlyMap<string, Variant>>;
  /** What can stand for a variant, best first. */
  analogues(sku: string): Remote<readonly Analogue[]>;
  suggest(query: string, signal?: AbortSignal): Promise<Suggestions>;
}

const pageSize = 200;

export function createProducts(
  client: Pick<Client, 'products' | 'variants'>,
  session: SessionPart,
): ProductPart {
  const { $reader } = session;
  const reloadOn = [$reader];
  const readVariant = createVariantReader(client);
  return {
    product: (id) =>
      createRemote((signal) => client.products.get(id, { signal }), { reloadOn, owner: session.owner }),
    variant: (sku) => createRemote((signal) => readVariant(sku, signal), { reloadOn, owner: session.owner }),
    variantsOf: (skus) =>
      createRemote(
        async (signal) => {
          const found = skus.length === 0 ? [] : await client.variants.find(skus, { signal });
          return new Map(found.flatMap(({ sku, variant }) => (variant ? [[sku, variant]] : [])));
        },
        { reloadOn, owner: session.owner },
      ),
    analogues: (sku) =>
      createRemote((signal) => client.variants.analogues(sku, { signal }), {
        reloadOn,
        owner: session.owner,
      }),
    suggest: (query, signal) => client.products.suggest(query, {}, { signal }),
    variants(id, filters = {}) {
      const $pages = atom<Loaded<VariantPages>>(loading());
      const former = formerOf<VariantPages>(session.owner);
      let running: AbortController | undefined;
      const load = async (): Promise<void> => {
        running?.abort();
        const own = (running = new AbortController());
        const before = former($pages.get().value);
        $pages.set(loading(before));
        let items: readonly Variant[] = [];
        try {
          const list = client.products.variants(id, { filters, limit: pageSize }, { signal: own.signal });
          for await (const page of list.pages()) {
            if (own.signal.aborted) return;
            items = [...items, ...page.items];
            $pages.set(ready({ items, isComplete: page.nextCursor === null }));
          }
        } catch (error) {
          if (own.signal.aborted) return;
          session.heed(error);
          $pages.set(failed(error, items.length > 0 ? { items, isComplete: false } : before));
        }
      };
      onMount($pages, () => {
        const stop = $reader.subscribe((reader) => {
          if (reader !== undefined) void load();
        });
        return () => {
          stop();
          running?.abort();
        };
      });
      return $pages;
    },
  };
}
