import type { RowOutcome } from '@kontor/contract';
import { sql } from 'kysely';

import type { Scope } from '../../scope.js';
import { recordPush } from '../exchange/service.js';
import type { Writing } from './writing.js';

export { writeAgreements } from './agreements.js';
export { writeAnalogues } from './analogues.js';
export { writeCompanyBalances } from './company-balances.js';
export { writeCustomerCodes } from './customer-codes.js';
export { keepDocumentFile } from './document-file.js';
export { writeDocuments } from './documents.js';
export { writeIndividualPrices } from './individual-prices.js';

/** Writes pushed rows in one transaction, one push after another, and notes in the journal what became of them. */
export async function push(
  outer: Scope,
  kind: string,
  write: (writing: Writing & Pick<Scope, 'now'>) => Promise<RowOutcome[]>,
): Promise<{ outcomes: RowOutcome[] }> {
  return outer.transaction(async ({ db, now }) => {
    // Two pushes of the same new thing would both want to make it.
    await sql`select pg_advisory_xact_lock(hashtext('kontor_integration'))`.execute(db);
    const outcomes = await write({ db, now });
    await recordPush(db, { kind, now, outcomes });
    return { outcomes };
  });
}
