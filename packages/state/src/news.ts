import type { CartChange, Client, ShopEvent } from '@kontor/sdk';

/** What may be outdated now. Hints only: whoever hears one reads anew. */
export type News =
  | { readonly type: 'session' }
  /** From another tab with the change itself, so that it need not be asked for. */
  | { readonly type: 'cart'; readonly cartId: string; readonly version: number; readonly change?: CartChange }
  | { readonly type: 'orders'; readonly orderId: string }
  /** The supplier's prices or stock changed, of whatever. */
  | { readonly type: 'prices' }
  | { readonly type: 'stock' };

/** A line to the other tabs of the same browser. */
export interface TabChannel {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent<unknown>) => unknown) | null;
  close(): void;
}

/** Lets one tab of many do something; `navigator.locks` fits. */
export interface TabLocks {
  request(name: string, options: { signal: AbortSignal }, held: () => Promise<void>): Promise<unknown>;
}

/** What happens elsewhere: in other tabs, on other devices, at the supplier. */
export interface Newsroom {
  listen(hear: (news: News) => void): () => void;
  /** Tells the other tabs. */
  tell(news: News): void;
  /** Follows the gateway's events from now on; one tab of a browser does it for all. */
  follow(): void;
  unfollow(): void;
  close(): void;
}

/** What a newsroom reaches the world with. */
export interface NewsroomOptions {
  /** Same for all tabs of one shop. */
  name: string;
  openChannel?: ((name: string) => TabChannel) | undefined;
  locks?: TabLocks | undefined;
  /**
   * Milliseconds over which the pages of all buyers ask for changed prices and stock: they hear of them at the same moment.
   * @default 4000
   */
  scatterOver?: number | undefined;
}

export function createNewsroom(
  client: Pick<Client, 'events'>,
  { name, openChannel, locks, scatterOver = 4000 }: NewsroomOptions,
): Newsroom {
  const hearers = new Set<(news: News) => void>();
  const channel = openChannel?.(name);
  let following: AbortController | undefined;
  /** What is told soon, and once however often it is heard until then. */
  const scattered = new Map<News['type'], ReturnType<typeof setTimeout>>();

  const spread = (news: News): void => {
    for (const hear of hearers) hear(news);
  };
  if (channel)
    channel.onmessage = ({ data }) => {
      if (isNews(data)) spread(data);
    };

  const spreadToTabs = (news: News): void => {
    spread(news);
    channel?.postMessage(news);
  };

  const scatter = (news: News): void => {
    const tell = (): void => {
      scattered.delete(news.type);
      spreadToTabs(news);
    };
    if (!scattered.has(news.type)) scattered.set(news.type, setTimeout(tell, Math.random() * scatterOver));
  };

  const watch = async (signal: AbortSignal): Promise<void> => {
    for await (const event of client.events.watch({ signal })) {
      const news = newsOf(event);
      if (news?.type === 'prices' || news?.type === 'stock') scatter(news);
      else if (news) spreadToTabs(news);
    }
  };

  const stop = (): void => {
    following?.abort();
    following = undefined;
    for (const timer of scattered.values()) clearTimeout(timer);
    scattered.clear();
  };

  return {
    listen(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    tell: (news) => channel?.postMessage(news),
    follow() {
      if (following) return;
      following = new AbortController();
      const { signal } = following;
      // A stream that is refused for good says that this session is another one by now.
      const run = (): Promise<void> =>
        watch(signal).catch(() => {
          if (!signal.aborted) spread({ type: 'session' });
        });
      if (locks) locks.request(`${name}:events`, { signal }, run).catch(() => undefined);
      else void run();
    },
    unfollow: stop,
    close() {
      stop();
      hearers.clear();
      channel?.close();
    },
  };
}

function newsOf(event: ShopEvent): News | undefined {
  if (event.type === 'session.changed') return { type: 'session' };
  if (event.type === 'cart.changed') return { type: 'cart', cartId: event.cartId, version: event.version };
  if (event.type === 'prices.changed') return { type: 'prices' };
  if (event.type === 'stock.changed') return { type: 'stock' };
  if ('orderId' in event) return { type: 'orders', orderId: event.orderId };
  return undefined;
}

/** Other tabs may run another version of the page. */
function isNews(value: unknown): value is News {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    ['session', 'cart', 'orders', 'prices', 'stock'].includes(value.type as string)
  );
}
