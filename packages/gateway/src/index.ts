export type { Database } from './database/database.js';
export { openEmbedded, type EmbeddedDatabase, type EmbeddedOptions } from './database/embedded.js';
export { migrate } from './database/migrate.js';
export { openPostgres, type PostgresOptions } from './database/postgres.js';
export { createGateway, type Gateway } from './gateway.js';
export type { Job, Jobs } from './jobs.js';
export type { StreamLimits } from './modules/events/types.js';
export type {
  Blobs,
  Clock,
  DocsAssets,
  Fetch,
  Fonts,
  GatewayDeps,
  HostSignIn,
  Inbox,
  Letter,
  Log,
  Mailer,
  Metrics,
  OneC,
  Passwords,
  RequestHead,
  Settings,
} from './ports.js';
export { defineSettings } from './settings.js';
