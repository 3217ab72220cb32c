import type { ShopEvent } from '@kontor/contract';

import type { Scope } from '../../scope.js';

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, 'id' | 'at'> : never;

/** An event before it is stamped. */
export type NewEvent = WithoutStamp<ShopEvent>;

/** What changed for all buyers at once. */
export type TradeChange = 'prices.changed' | 'stock.changed';

/** Who an event is for. */
export interface Audience {
  companyId: string;
  /** Only this person; everybody of the company when left out. */
  personId?: string;
  /** What it tells of: only members who may see that, orders or documents, hear of it. */
  about?: 'order' | 'document';
  /** Whose order it is about, for members who see their own orders only. */
  memberId?: string | null;
}

/** Tells members of a company what changed, across all gateways of one database. */
export interface Events {
  /** Stores and announces an event with the scope's transaction: nobody hears of what was rolled back. */
  publish(scope: Pick<Scope, 'db' | 'now'>, audience: Audience, event: NewEvent): Promise<void>;
  /** Calls back with a company's id whenever something was published for it; an empty id means: look for yourself. */
  subscribe(callback: (companyId: string) => void): () => void;
  close(): Promise<void>;
}

/** Bounds of open streams. */
export interface StreamLimits {
  /** Milliseconds between heartbeats. @default 25000 */
  heartbeat: number;
  /** Open streams of one session. @default 10 */
  perSession: number;
  /** Open streams of this gateway. @default 2000 */
  overall: number;
  /** Bytes that a reader may lag behind. @default 65536 */
  lag: number;
}
