import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { createGateway, type Gateway } from '../gateway.js';
import type { HostSignIn, Log } from '../ports.js';
import { defineSettings } from '../settings.js';
import type { ClientAddresses } from './client-address.js';
import { readDocsAsset } from './docs-assets.js';
import type { Environment } from './environment.js';
import { exchangeSettingsOf } from './exchange-settings.js';
import { createFileBlobs } from './file-blobs.js';
import { createFileInbox } from './file-inbox.js';
import { createFileMailer } from './file-mailer.js';
import { loadInvoiceFonts } from './invoice-fonts.js';
import { linksOf } from './links.js';
import { createMetrics } from './metrics.js';
import { openDatabase } from './open-database.js';
import { createPasswords } from './passwords.js';
import { createPictureResizer } from './picture-resizer.js';

/** A gateway with everything that Node provides for it. */
export interface OpenGateway {
  readonly gateway: Gateway;
  readonly database: Database;
  /** Ends jobs, closes the database and gives the folder free. */
  close(): Promise<void>;
}

/** What is opened besides the environment. */
export interface OpenOptions {
  environment: Environment;
  log: Log;
  clients: ClientAddresses;
  publicUrl: string;
  /** Fills an empty database, for the demo. */
  fill?: (database: Database, now: Date) => Promise<void>;
  /** Drawings of products that have no stored picture. */
  pictureFallback?: (name: string) => string | undefined;
}

/**
 * Opens the database that the environment names, brings its schema up to date and builds the gateway on it.
 * @throws FolderInUseError when another process has the folder
 */
export async function openGateway({
  environment,
  log,
  clients,
  publicUrl,
  fill,
  pictureFallback,
}: OpenOptions): Promise<OpenGateway> {
  const folder = environment.KONTOR_FOLDER;
  await mkdir(folder, { recursive: true });
  const opened = await openDatabase(environment, log);
  const { database } = opened;
  try {
    await migrate(database);
    const clock = { now: () => new Date() };
    await fill?.(database, clock.now());
    const smtp =
      environment.SMTP_URL === undefined
        ? undefined
        : (await import('./smtp-mailer.js')).createSmtpMailer(environment.SMTP_URL, environment.MAIL_FROM);
    const broker =
      environment.KONTOR_RABBITMQ_URL === undefined
        ? undefined
        : (await import('./amqp-broker.js')).createAmqpBroker(
            environment.KONTOR_RABBITMQ_URL,
            environment.KONTOR_RABBITMQ_NAME,
            log,
          );
    const gateway = createGateway({
      database,
      clock,
      mailer: smtp ?? createFileMailer(join(folder, 'letters'), clock.now),
      blobs: createFileBlobs(join(folder, 'files')),
      inbox: createFileInbox(join(folder, 'inbox')),
      pictureResizer: createPictureResizer(log),
      passwords: createPasswords(),
      log,
      fetch: globalThis.fetch,
      loadFonts: loadInvoiceFonts,
      metrics: createMetrics(),
      docsAssets: readDocsAsset,
      ...(broker ? { broker } : {}),
      ...(pictureFallback ? { pictureFallback } : {}),
      settings: defineSettings({
        supplier: environment.KONTOR_SUPPLIER,
        publicUrl,
        links: linksOf(environment),
        origins: environment.KONTOR_ORIGINS,
        timeZone: environment.KONTOR_TIME_ZONE,
        staleAfterHours: environment.KONTOR_STALE_AFTER_HOURS ?? null,
        isCookieSecure: environment.KONTOR_COOKIE_SECURE ?? publicUrl.startsWith('https:'),
        metricsToken: environment.KONTOR_METRICS_TOKEN ?? null,
        oneC: exchangeSettingsOf(environment),
        requestsPerMinute: environment.KONTOR_REQUESTS_PER_MINUTE,
        hostSignIn: hostSignInOf(environment),
        clientAddress: (request) => clients.of(request),
      }),
    });
    gateway.jobs.start();
    return {
      gateway,
      database,
      async close() {
        await gateway.close();
        smtp?.close();
        await broker?.close();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function hostSignInOf(environment: Environment): HostSignIn | null {
  const {
    HOST_SIGN_IN_ISSUER: issuer,
    HOST_SIGN_IN_AUDIENCE: audience,
    HOST_SIGN_IN_JWKS_URL: jwksUrl,
    HOST_SIGN_IN_SECRET: secret,
  } = environment;
  if (issuer === undefined || audience === undefined) return null;
  if (jwksUrl !== undefined) return { issuer, audience, key: { jwksUrl } };
  return secret === undefined ? null : { issuer, audience, key: { secret } };
}
