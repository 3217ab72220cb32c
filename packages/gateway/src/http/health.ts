import type { Database } from '../database/database.js';
import { isMigrated } from '../database/migrate.js';
import { ProblemError } from '../problem-error.js';
import { sql } from 'kysely';

/** Tells balancers whether to send requests here. */
export interface Health {
  /** @throws ProblemError `unavailable` unless the database answers, its schema is right and the gateway is not stopping */
  ready(): Promise<void>;
  /** Not ready from now on. */
  drain(): void;
}

/** Milliseconds in which the database has to answer. */
const patience = 1000;

export function createHealth(database: Database): Health {
  let isDraining = false;
  let isCurrent = false;

  async function check(): Promise<string | undefined> {
    await sql`select 1`.execute(database.system);
    isCurrent ||= await isMigrated(database);
    return isCurrent ? undefined : 'The database waits for its migrations';
  }

  return {
    async ready() {
      const reason = isDraining ? 'The gateway is about to stop' : await within(patience, check());
      if (reason !== undefined) throw new ProblemError('unavailable', { detail: reason });
    },
    drain() {
      isDraining = true;
    },
  };
}

/** What is wrong, or undefined: work that fails or takes too long is wrong too. */
async function within(milliseconds: number, work: Promise<string | undefined>): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => {
      resolve('The database does not answer in time');
    }, milliseconds);
  });
  try {
    return await Promise.race([work.catch(() => 'The database does not answer'), late]);
  } finally {
    clearTimeout(timer);
  }
}
