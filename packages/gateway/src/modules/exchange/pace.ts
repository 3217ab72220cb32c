import type { Database } from '../../database/database.js';

/** How large the steps of an import are, and how long it rests between two. */
export interface Pace {
  /** Records that are kept in one transaction. */
  readonly rows: number;
  /** Products that are published in one transaction. */
  readonly products: number;
  /** Milliseconds. */
  readonly rest: number;
}

/** Nobody waits for anything else. */
export const alone: Pace = { rows: 1000, products: 200, rest: 0 };

/**
 * The same process answers buyers: short steps, and their turn between two. On the embedded database they wait for each step,
 * because there is one connection.
 */
export const besideBuyers: Readonly<Record<Database['engine'], Pace>> = {
  embedded: { rows: 50, products: 10, rest: 8 },
  postgres: { rows: 150, products: 25, rest: 5 },
};

/** Lets whoever waits have their turn. */
export async function giveWay({ rest }: Pace): Promise<void> {
  if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
}
