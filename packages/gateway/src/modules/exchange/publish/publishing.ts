import type { Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import type { ExchangeSettings } from '../settings.js';

/** Something in the data of 1C that the shop could not take as it is. */
export interface PublishProblem {
  readonly severity: 'error' | 'warning' | 'info';
  readonly code:
    | 'currency_adopted'
    | 'currency_differs'
    | 'not_published'
    | 'number_too_large'
    | 'orphan_offer'
    | 'picture_not_fetched'
    | 'picture_refused'
    | 'property_of_prices'
    | 'sku_taken'
    | 'unknown_group';
  /** Id of 1C. */
  readonly recordId: string;
  readonly recordName?: string | undefined;
  /** What makes others have the same problem, a group's id for example: the journal tells of a cause once. */
  readonly cause?: string | undefined;
  /** Of a picture. */
  readonly path?: string | undefined;
  readonly message: string;
}

/** How many rows of the shop were written. */
export type Changes = Record<'balances' | 'companies' | 'prices' | 'products' | 'variants', number>;

export const noChanges = (): Changes => ({ balances: 0, companies: 0, prices: 0, products: 0, variants: 0 });

/** What every step of a publication works with. */
export interface Publishing {
  readonly db: Kysely<Tables>;
  readonly settings: ExchangeSettings;
  readonly now: Date;
  readonly changes: Changes;
  /** Price types whose currency was judged in this publication, by the ids of 1C, and whether it was changed. */
  readonly judgedCurrencies: Map<string, boolean>;
  readonly report: (problem: PublishProblem) => void;
}
