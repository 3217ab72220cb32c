import type { Traffic } from '../../http/traffic.js';
import type { Job } from '../../jobs.js';
import type { GatewayDeps } from '../../ports.js';
import { createExchangeEndpoint } from './endpoint/serve.js';
import { createImportJob } from './import-job.js';
import type { Applying } from './orders/applying.js';
import { besideBuyers } from './pace.js';
import { createPictureJob } from './pictures/picture-job.js';

export { exchangePaths } from './endpoint/serve.js';
export { getRun, listProblems, listRuns } from './read-journal.js';
export { beginRun, endRun, writeProblems, type JournalProblem } from './journal.js';
export { linkAnalogues, type NamedAnalogues } from './publish/analogues.js';
export { isoCurrency } from './publish/price-types.js';
export { recordPush } from './record-push.js';
export { recordTable } from './record-table.js';

/** The exchange with 1C. */
export interface Exchange {
  /** What 1C talks to; undefined when nobody may come in. */
  readonly endpoint: ((request: Request) => Promise<Response>) | undefined;
  readonly jobs: readonly Job[];
}

/** @param wake begins to import at once */
export function createExchange(
  deps: GatewayDeps,
  services: Pick<Applying, 'events' | 'stock'> & { readonly traffic: Traffic },
  wake: () => void,
): Exchange {
  const { inbox, settings } = deps;
  const { login } = settings.oneC;
  if (!inbox) return { endpoint: undefined, jobs: [] };
  const pictures = createPictureJob({ ...deps, inbox });
  if (!login) return { endpoint: undefined, jobs: [pictures] };
  const pace = besideBuyers(deps.database.engine, services.traffic);
  return {
    endpoint: createExchangeEndpoint({ ...deps, inbox, wake }, login),
    jobs: [createImportJob({ ...deps, ...services, inbox, pace }), pictures],
  };
}
