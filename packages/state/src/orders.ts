import type { Client, Document, Order, OrderQuery, OrderSummary } from '@kontor/sdk';
import { atom, onMount, type ReadableAtom } from 'nanostores';

import { formerOf } from './former.js';
import { failed, loading, ready, type Loaded } from './loaded.js';
import type { Newsroom } from './news.js';
import { createRemote, type Remote } from './remote.js';
import type { SessionPart } from './session.js';

/** Orders found so far, newest first. */
export interface OrderPages {
  readonly items: readonly OrderSummary[];
  readonly hasMore: boolean;
}

/** What orders are narrowed by. */
export type OrderFilter = Omit<OrderQuery, 'limit' | 'after'>;

/** The company's orders, kept up to date while somebody looks. */
export interface OrdersPart {
  readonly $filter: ReadableAtom<OrderFilter>;
  readonly $orders: ReadableAtom<Loaded<OrderPages>>;
  filter(filter: OrderFilter): void;
  more(): Promise<void>;
  reload(): Promise<void>;
  /** One order; follows its status and documents. */
  order(id: string): Remote<Order>;
  cancel(id: string, comment?: string): Promise<Order>;
  /** The file of a document. @throws ApiError `document_not_ready` */
  content(document: Pick<Document, 'id'>, signal?: AbortSignal): Promise<Blob>;
}

const pageSize = 30;

export function createOrders(
  client: Pick<Client, 'orders' | 'documents'>,
  session: SessionPart,
  newsroom: Newsroom,
): OrdersPart {
  const $filter = atom<OrderFilter>({});
  const $orders = atom<Loaded<OrderPages>>(loading());
  const former = formerOf<OrderPages>(session.owner);
  let cursor: string | undefined;
  let running: AbortController | undefined;

  const load = async (isFirst: boolean): Promise<void> => {
    running?.abort();
    const own = (running = new AbortController());
    const before = former($orders.get().value);
    $orders.set(loading(before));
    try {
      const after = isFirst ? undefined : cursor;
      const page = await client.orders.list(
        { ...$filter.get(), limit: pageSize, ...(after === undefined ? {} : { after }) },
        { signal: own.signal },
      );
      if (running !== own) return;
      cursor = page.nextCursor ?? undefined;
      const items = isFirst ? page.items : [...(before?.items ?? []), ...page.items];
      $orders.set(ready({ items, hasMore: cursor !== undefined }));
    } catch (error) {
      if (running !== own) return;
      session.heed(error);
      $orders.set(failed(error, before));
    } finally {
      if (running === own) running = undefined;
    }
  };

  onMount($orders, () => {
    const stops = [
      session.$buyer.subscribe((buyer) => {
        if (buyer !== undefined) void load(true);
      }),
      $filter.listen(() => void load(true)),
      newsroom.listen(({ type }) => {
        if (type === 'orders') void load(true);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      running?.abort();
      running = undefined;
    };
  });

  return {
    $filter,
    $orders,
    filter: (filter) => $filter.set(filter),
    async more() {
      if (running === undefined && cursor !== undefined) await load(false);
    },
    reload: () => load(true),
    order(id) {
      const remote = createRemote((signal) => client.orders.get(id, { signal }), {
        reloadOn: [session.$buyer],
        owner: session.owner,
      });
      onMount(remote.$state, () =>
        newsroom.listen((news) => {
          if (news.type === 'orders' && news.orderId === id) void remote.reload();
        }),
      );
      return remote;
    },
    async cancel(id, comment) {
      const order = await client.orders.cancel(id, comment === undefined ? {} : { comment });
      newsroom.tell({ type: 'orders', orderId: id });
      return order;
    },
    content: ({ id }, signal) => client.documents.content(id, { signal }),
  };
}
