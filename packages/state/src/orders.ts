import type { Client, Document, Order, OrderQuery, OrderSummary } from '@kontor/sdk';
import { onMount, type ReadableAtom } from 'nanostores';

import type { Loaded } from './loaded.js';
import type { Newsroom } from './news.js';
import { createPagedList, type Pages } from './pages.js';
import { createRemote, type Remote } from './remote.js';
import type { SessionPart } from './session.js';

/** Orders found so far, newest first. */
export type OrderPages = Pages<OrderSummary>;

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
  const orders = createPagedList<OrderSummary, OrderFilter>(session, {
    load: (query, signal) => client.orders.list(query, { signal }),
    filter: {},
    pageSize,
    follow: (reload) =>
      newsroom.listen(({ type }) => {
        if (type === 'orders') reload();
      }),
  });

  return {
    $filter: orders.$filter,
    $orders: orders.$pages,
    filter: orders.filter,
    more: orders.more,
    reload: orders.reload,
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
