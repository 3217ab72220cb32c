import type { Generated } from 'kysely';

import type { Json, JsonOrNull, JsonWithDefault, WithDefault } from './column-types.js';
import type { StoredPicture } from './stored-values.js';

/** What 1C told, what came of it, and which orders it has. */
export interface ExchangeTables {
  exchange_run: {
    id: Generated<number>;
    channel: 'files' | 'protocol' | 'odata' | 'push';
    kind: string;
    started_at: Date;
    finished_at: Date | null;
    status: 'running' | 'done' | 'failed';
    ending: WithDefault<'complete' | 'deactivate' | null>;
    locked_until: WithDefault<Date | null>;
    /** What 1C is told when it is ended. */
    message: WithDefault<string | null>;
    summary: JsonWithDefault<Record<string, unknown>>;
    error: string | null;
  };
  exchange_session: {
    id: string;
    state: Json<object>;
    version: WithDefault<number>;
    run_id: number | null;
    used_at: Date;
  };
  exchange_file: {
    id: Generated<number>;
    run_id: number;
    name: string;
    kind: string | null;
    bytes: number | null;
    is_full: WithDefault<boolean>;
    has_all_goods: WithDefault<boolean>;
    session_id: string | null;
    inbox_path: string | null;
    locked_until: Date | null;
    message: string | null;
    status: 'received' | 'reading' | 'done' | 'failed';
    received_at: Date;
    finished_at: Date | null;
    counts: JsonWithDefault<Record<string, number>>;
    error: string | null;
  };
  exchange_problem: {
    id: Generated<number>;
    run_id: number;
    file_id: number | null;
    severity: 'error' | 'warning' | 'info';
    code: string;
    record_id: string | null;
    record_name: string | null;
    path: string | null;
    line: number | null;
    message: string;
  };
  exchange_source: {
    kind: string;
    id: string;
    product_id: string | null;
    record: Json<Record<string, unknown>>;
    prices: JsonOrNull<Record<string, unknown>>;
    rests: JsonOrNull<Record<string, unknown>>;
    file_id: number;
    changed_in: number;
    is_absent: WithDefault<boolean>;
  };
  exchange_staged: {
    file_id: number;
    part: number;
    kind: string;
    id: string;
    product_id: string | null;
    record: Json<Record<string, unknown>>;
    prices: JsonOrNull<Record<string, unknown>>;
    rests: JsonOrNull<Record<string, unknown>>;
  };
  exchange_pending: { kind: string; id: string };
  exchange_turn: { id: WithDefault<boolean>; epoch: number };
  picture: {
    hash: string;
    status: 'waiting' | 'ready' | 'refused';
    format: string | null;
    bytes: number;
    /** Why it can't be shown. */
    reason: string | null;
    stored: JsonOrNull<StoredPicture>;
    attempts: WithDefault<number>;
    locked_until: Date | null;
    created_at: Date;
  };
  exchange_picture: {
    key: string;
    hash: string | null;
    shown_hash: WithDefault<string | null>;
    inbox_path: string | null;
    received_at: Date;
    run_id: number | null;
  };
  exchange_product_picture: {
    product_id: string;
    position: number;
    path: string;
    key: string;
    title: string | null;
  };
}
