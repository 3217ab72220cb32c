import type { Json, Numeric, WithDefault } from './column-types.js';

/** Which revision of an order 1C has, and what it said of it. */
export interface OrderExchangeTables {
  order_exchange: ToldByOneC & {
    order_id: string;
    /** The newest change of the shop that 1C confirmed; 0 before it has the order. */
    exported_revision: WithDefault<number>;
    exported_at: WithDefault<Date | null>;
    offered_session: WithDefault<string | null>;
    offered_batch: WithDefault<number | null>;
    offered_revision: WithDefault<number | null>;
    /** Why the order is not sent. */
    problem: WithDefault<string | null>;
    /** Documents that 1C has of it; null before its first offer. */
    documents: WithDefault<number | null>;
  };
  /** An order that 1C has as several documents: one of them. */
  order_part: ToldByOneC & {
    order_id: string;
    /** From 1 on. */
    part: number;
    /** Of its document, as the shop tells it. */
    id: string;
    number: string;
    /** Of its document, where 1C has another one. */
    external_id: WithDefault<string | null>;
    warehouse_id: string;
    status: string;
    /** As the lines of an order are, without comments. */
    lines: Json<readonly object[]>;
    delivery_cost: Numeric | null;
  };
}

/** What 1C said of a document. */
interface ToldByOneC {
  number_1c: WithDefault<string | null>;
  date_1c: WithDefault<string | null>;
  is_paid: WithDefault<boolean | null>;
  is_shipped: WithDefault<boolean | null>;
  is_closed: WithDefault<boolean | null>;
  is_posted: WithDefault<boolean | null>;
}
