import { sql } from 'kysely';

import { json } from '../../../database/json.js';
import type { Job } from '../../../jobs.js';
import type { GatewayDeps } from '../../../ports.js';
import { pull, type PullDeps } from './pull.js';
import type { ODataSettings } from './settings.js';

/** Pulls from 1C every so many minutes; of several gateways one does. */
export function createODataJob(deps: PullDeps & Pick<GatewayDeps, 'log'>, odata: ODataSettings): Job {
  const { database, clock, log } = deps;
  return {
    name: 'odata',
    every: 30_000,
    async run() {
      if (!(await isTurn())) return false;
      const { run, changes, problems } = await pull(deps, odata);
      log.info({ run, changes, problems: problems.length }, 'pulled from 1C');
      return false;
    },
  };

  /** Takes the turn of this period. Who dies in it has missed one. */
  async function isTurn(): Promise<boolean> {
    const now = clock.now().getTime();
    const { rows } = await sql`
      insert into setting as s (name, value) values ('odata', ${json({ next: now + odata.minutes * 60_000 })}::jsonb)
      on conflict (name) do update set value = excluded.value where (s.value->>'next')::bigint <= ${now}
      returning 1`.execute(database.system);
    return rows.length > 0;
  }
}
