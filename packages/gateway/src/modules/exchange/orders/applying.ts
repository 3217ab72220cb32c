import type { Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import type { Events } from '../../events/types.js';
import type { StockService } from '../../stock/types.js';
import type { JournalProblem } from '../journal.js';
import type { OrderPart } from './order-parts.js';
import type { OrderExchangeSettings } from './order-settings.js';

/** What everything needs that takes a document of 1C into the shop, in one transaction. */
export interface Applying {
  readonly db: Kysely<Tables>;
  readonly now: Date;
  readonly settings: OrderExchangeSettings;
  readonly timeZone: string;
  readonly stock: Pick<StockService, 'release'>;
  readonly events: Pick<Events, 'publish'>;
  readonly report: (problem: JournalProblem) => void;
}

/** Who changes orders in 1C's name. */
export const byOneC = '1С';

/** An order as documents change it; its row is locked. */
export interface KnownOrder {
  readonly id: string;
  readonly number: string;
  readonly externalId: string | null;
  readonly companyId: string;
  readonly memberId: string | null;
  readonly status: Tables['orders']['status'];
  readonly currency: string;
  readonly vatMode: Tables['orders']['vat_mode'];
  readonly total: string;
  readonly deliveryCost: string | null;
  /** Documents that 1C has of it; none where the whole order is one. */
  readonly parts: readonly OrderPart[];
  /** That of its parts of which a document speaks. */
  readonly part: OrderPart | undefined;
}

/** Writes a step of an order's history that is not sent back to 1C. */
export async function writeOrderEvent(
  { db, now }: Pick<Applying, 'db' | 'now'>,
  { id, companyId }: Pick<KnownOrder, 'companyId' | 'id'>,
  status: KnownOrder['status'],
  comment: string | null,
): Promise<void> {
  await db
    .insertInto('order_event')
    .values({
      order_id: id,
      company_id: companyId,
      status,
      at: now,
      by_name: byOneC,
      comment,
      is_from_1c: true,
    })
    .execute();
}
