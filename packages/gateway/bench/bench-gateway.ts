import { openEmbedded } from '../src/database/embedded.js';
import type { Database } from '../src/database/database.js';
import { migrate } from '../src/database/migrate.js';
import { openPostgres } from '../src/database/postgres.js';
import { loadDemo } from '../src/demo/load-demo.js';
import { createGateway, type Gateway } from '../src/gateway.js';
import { createMetrics } from '../src/node/metrics.js';
import { createPasswords } from '../src/node/passwords.js';
import type { GatewayDeps, Settings } from '../src/ports.js';
import { defineSettings } from '../src/settings.js';
import { findPostgres, startPostgres } from '../test/postgres-server.js';
import { testCost } from '../test/test-time.js';

/** A gateway with the demo supplier for one bench. */
export interface BenchGateway {
  readonly engine: 'PGlite' | 'PostgreSQL';
  readonly database: Database;
  readonly gateway: Gateway;
  close(): Promise<void>;
}

export async function openBenchGateway(
  engine: BenchGateway['engine'],
  size: 'full' | 'small',
  { deps, settings }: { deps?: Partial<GatewayDeps>; settings?: Partial<Settings> } = {},
): Promise<BenchGateway | undefined> {
  const bin = engine === 'PostgreSQL' ? findPostgres() : undefined;
  if (engine === 'PostgreSQL' && bin === undefined) return undefined;
  const server = bin === undefined ? undefined : await startPostgres(bin);
  const database = server ? openPostgres({ connectionString: server.url('postgres') }) : await openEmbedded();
  await migrate(database);
  const passwords = deps?.passwords ?? createPasswords(testCost);
  await loadDemo(database, { size, now: new Date(), passwords });
  const ignore = () => {};
  const gateway = createGateway({
    database,
    passwords,
    clock: { now: () => new Date() },
    mailer: { send: () => Promise.resolve() },
    blobs: { put: () => Promise.resolve(), get: () => Promise.resolve(undefined) },
    metrics: createMetrics(),
    log: { info: ignore, warn: ignore, error: ignore },
    fetch: () => Promise.reject(new TypeError('A bench reaches nothing outside')),
    loadFonts: () => Promise.reject(new TypeError('A bench prints nothing')),
    settings: defineSettings({ requestsPerMinute: 1e9, ...settings }),
    ...deps,
  });
  return {
    engine,
    database,
    gateway,
    async close() {
      await gateway.close();
      await database.close();
      await server?.stop();
    },
  };
}
