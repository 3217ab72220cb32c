import type { Generated } from 'kysely';

import type { Json, WithDefault } from './column-types.js';
import type { Channel } from './stored-values.js';

/** What leaves the gateway: messages to other systems, events to open pages. */
export interface LeavingTables {
  outbox: {
    id: Generated<number>;
    topic: string;
    channel: Json<Channel>;
    dedup_key: string;
    payload: Json<object>;
    created_at: Date;
    next_attempt_at: Date;
    attempts: WithDefault<number>;
    locked_until: Date | null;
    delivered_at: Date | null;
    failed_at: Date | null;
    last_error: string | null;
  };
  event: {
    id: Generated<number>;
    seq: Generated<number | null>;
    company_id: string;
    person_id: string | null;
    about: 'order' | 'document' | null;
    member_id: string | null;
    type: string;
    payload: Json<object>;
    at: Date;
  };
  trade_change: { type: 'prices.changed' | 'stock.changed'; seq: number; at: Date };
}
