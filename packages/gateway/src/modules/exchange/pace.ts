import type { Database } from '../../database/database.js';
import type { Traffic } from '../../http/traffic.js';

/** How large the steps of an import are, and what it does between two. */
export interface Pace {
  /** Records that are kept in one transaction. */
  readonly rows: number;
  /** Products that are published in one transaction. */
  readonly products: number;
  /** The next products are read while others are written; without it that is a step of its own. */
  readonly readsAhead: boolean;
  /** Lets whoever waits have their turn. */
  readonly giveWay: () => Promise<void>;
}

/** Nobody waits for anything else. */
export const alone: Pace = { rows: 1000, products: 200, readsAhead: true, giveWay: () => Promise.resolve() };

const steps = {
  // One connection does one thing at a time, and buyers wait for the end of each step.
  embedded: { rows: 50, products: 6, readsAhead: false },
  postgres: { rows: 150, products: 25, readsAhead: true },
} as const;

/** Milliseconds that an import waits for buyers at most between two steps: where there is always one who waits it gets on all the same. */
const patience = 100;

/** The same process answers buyers: steps are short, and none is begun while a buyer waits. */
export const besideBuyers = (engine: Database['engine'], traffic: Traffic): Pace => ({
  ...steps[engine],
  giveWay: () => traffic.pause(patience),
});
