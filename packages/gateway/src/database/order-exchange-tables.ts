import type { WithDefault } from './column-types.js';

/** Which revision of an order 1C has, and what it said of it. */
export interface OrderExchangeTables {
  order_exchange: {
    order_id: string;
    /** The newest change of the shop that 1C confirmed; 0 before it has the order. */
    exported_revision: WithDefault<number>;
    exported_at: WithDefault<Date | null>;
    offered_session: WithDefault<string | null>;
    offered_batch: WithDefault<number | null>;
    offered_revision: WithDefault<number | null>;
    /** Why the order is not sent. */
    problem: WithDefault<string | null>;
    number_1c: WithDefault<string | null>;
    date_1c: WithDefault<string | null>;
    is_paid: WithDefault<boolean | null>;
    is_shipped: WithDefault<boolean | null>;
    is_closed: WithDefault<boolean | null>;
    is_posted: WithDefault<boolean | null>;
  };
}
