import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Database } from '../database/database.js';
import type { PreparedDemo } from '../demo/prepare-demo.js';
import type { Gateway } from '../gateway.js';
import { createClientAddresses } from './client-address.js';
import { prepareInThread, type DemoTask } from './demo-thread.js';
import { usualPort, type Environment } from './environment.js';
import { createLog } from './log.js';
import { openGateway } from './open-gateway.js';
import { createPasswords } from './passwords.js';
import { listen, type Listening } from './serve.js';

/** How to start. */
export interface StartOptions {
  environment: Environment;
  /** Fills an empty database with the demo supplier. */
  demo: 'full' | 'small' | false;
  /** Removes the embedded database's folder first. */
  isFresh: boolean;
  /** Runs `answerFromThread` of `demo-thread.ts` in another thread; the demo supplier is made in this one without it. */
  threadScript?: URL;
  /** Tells a person what happens. */
  say: (line: string) => void;
}

/** A started gateway. */
export interface Started {
  readonly url: string;
  stop(): Promise<void>;
}

/** Opens, fills, listens and tells where. */
export async function start({
  environment,
  demo,
  isFresh,
  threadScript,
  say,
}: StartOptions): Promise<Started> {
  if (isFresh) await removeFolder(environment);
  const log = createLog({ level: environment.KONTOR_LOG_LEVEL });
  const clients = createClientAddresses(environment.KONTOR_TRUSTED_PROXIES);
  const port = environment.KONTOR_PORT ?? usualPort;
  const isDemo = demo !== false;
  const { demoPicture } = isDemo
    ? await import('../demo/pictures/demo-picture.js')
    : { demoPicture: undefined };

  // The socket comes first: its address is the public one unless another is set, and a taken port is told before any work.
  let serving: Pick<Gateway, 'fetch' | 'recall'> = {
    fetch: () => Promise.resolve(new Response(null, { status: 503, headers: { 'retry-after': '1' } })),
    recall: () => undefined,
  };
  const listening = await listenSomewhere(
    {
      fetch: (request) => serving.fetch(request),
      recall: (path, head) => serving.recall(path, head),
    },
    { host: environment.KONTOR_HOST, port, clients },
    environment.KONTOR_PORT === undefined,
  );
  // Where there is no folder yet, the database is going to be empty.
  const isNew =
    environment.DATABASE_URL === undefined && !existsSync(join(environment.KONTOR_FOLDER, 'database'));
  const prepared =
    isDemo && isNew && threadScript
      ? prepareInThread(threadScript, { size: demo, now: new Date() })
      : undefined;
  // Whoever needs it sees the failure.
  prepared?.catch(() => undefined);
  try {
    const opened = await openGateway({
      environment,
      log,
      clients,
      publicUrl: environment.KONTOR_PUBLIC_URL ?? listening.url,
      ...(isDemo ? { fill: (database, now) => fillDemo(database, { size: demo, now }, prepared, say) } : {}),
      ...(demoPicture ? { pictureFallback: demoPicture } : {}),
    });
    serving = opened.gateway;
    return {
      url: listening.url,
      async stop() {
        // Balancers are told, streams end; then the socket, so that what runs can finish.
        opened.gateway.drain();
        await listening.close();
        await opened.close();
      },
    };
  } catch (error) {
    await listening.close();
    throw error;
  }
}

async function listenSomewhere(
  gateway: Parameters<typeof listen>[0],
  options: Parameters<typeof listen>[1],
  mayMove: boolean,
): Promise<Listening> {
  try {
    return await listen(gateway, options);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken || !mayMove) throw error;
    return listen(gateway, { ...options, port: 0 });
  }
}

async function fillDemo(
  database: Database,
  { size, now }: DemoTask,
  prepared: Promise<PreparedDemo> | undefined,
  say: (line: string) => void,
): Promise<void> {
  const filled = await database.system.selectFrom('seller').select('id').limit(1).executeTakeFirst();
  if (filled) return;
  say('Filling the database with the demo supplier, once…');
  const { loadDemo } = await import('../demo/load-demo.js');
  await loadDemo(database, { size, now, passwords: createPasswords(), prepared: await prepared });
}

async function removeFolder({ DATABASE_URL, KONTOR_FOLDER }: Environment): Promise<void> {
  if (DATABASE_URL !== undefined)
    throw new Error('--fresh removes the embedded database; a PostgreSQL database is yours to empty.');
  const { lockFolder } = await import('./folder-lock.js');
  const { mkdir } = await import('node:fs/promises');
  await mkdir(KONTOR_FOLDER, { recursive: true });
  // Not under the feet of a gateway that runs.
  await (await lockFolder(KONTOR_FOLDER)).release();
  for (const part of ['database', 'files', 'letters'])
    await rm(`${KONTOR_FOLDER}/${part}`, { recursive: true, force: true });
}
