import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { migrate } from '../database/migrate.js';
import { createEvents } from '../modules/events/service.js';
import { pull, type Pulled } from '../modules/integration/odata/pull.js';
import { defineSettings } from '../settings.js';
import { EnvironmentError, type Environment } from './environment.js';
import { exchangeSettingsOf } from './exchange-settings.js';
import { createFileBlobs } from './file-blobs.js';
import { createLog } from './log.js';
import { openDatabase } from './open-database.js';

/**
 * `kontor pull`: what CommerceML cannot tell, once and now.
 * @throws EnvironmentError without the address of 1C
 */
export async function runPull(environment: Environment, say: (line: string) => void): Promise<Pulled> {
  const oneC = exchangeSettingsOf(environment);
  if (!oneC.odata) throw new EnvironmentError('KONTOR_ODATA_URL', 'kontor pull needs it');
  await mkdir(environment.KONTOR_FOLDER, { recursive: true });
  const log = createLog({ level: environment.KONTOR_LOG_LEVEL });
  const { database, close } = await openDatabase(environment, log);
  const events = createEvents(database, log);
  try {
    await migrate(database);
    const pulled = await pull(
      {
        database,
        events,
        blobs: createFileBlobs(join(environment.KONTOR_FOLDER, 'files')),
        clock: { now: () => new Date() },
        fetch: globalThis.fetch,
        settings: defineSettings({ timeZone: environment.KONTOR_TIME_ZONE, oneC }),
      },
      oneC.odata,
    );
    for (const line of summaryOf(pulled)) say(line);
    return pulled;
  } finally {
    await events.close();
    await close();
  }
}

function summaryOf({ changes, problems, run }: Pulled): string[] {
  const changed = Object.entries(changes).filter(([, count]) => count > 0);
  return [
    changed.length === 0
      ? 'Nothing changed.'
      : `Changed: ${changed.map(([what, count]) => `${count.toLocaleString('en')} ${what}`).join(', ')}.`,
    ...problems.slice(0, 20).map(({ code, message }) => `${code}: ${message}`),
    ...(problems.length > 20 ? [`… and ${String(problems.length - 20)} more`] : []),
    `The journal has it as run ${String(run)}.`,
  ];
}
