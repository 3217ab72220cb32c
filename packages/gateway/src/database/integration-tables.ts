import type { Numeric } from './column-types.js';

/** Other systems of the supplier, and what only they tell. */
export interface IntegrationTables {
  integration_key: {
    id: string;
    name: string;
    token_hash: Uint8Array;
    created_by: string | null;
    created_at: Date;
    last_used_at: Date | null;
    ended_at: Date | null;
  };
  company_balance: {
    company_id: string;
    currency: string;
    debt: Numeric;
    overdue: Numeric;
    credit_limit: Numeric | null;
    as_of: Date;
  };
}
