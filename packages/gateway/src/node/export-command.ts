import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';

import { migrate } from '../database/migrate.js';
import { exportOrders, previewOrders } from '../modules/exchange/orders/export-orders.js';
import type { OrderExchangeSettings } from '../modules/exchange/types.js';
import type { Environment } from './environment.js';
import { exchangeSettingsOf } from './exchange-settings.js';
import { createLog } from './log.js';
import { openDatabase } from './open-database.js';

/** What a person may say to `kontor export orders`. */
export interface ExportArguments {
  readonly out?: string | undefined;
  readonly since?: string | undefined;
  readonly encoding?: string | undefined;
  readonly schema?: string | undefined;
  readonly confirm: boolean;
}

export interface ExportCommand {
  readonly environment: Environment;
  readonly given: ExportArguments;
  /** Where a document without a file goes. */
  readonly output: Writable;
  /** A line for the person, apart from the document. */
  readonly say: (line: string) => void;
}

/**
 * `kontor export orders`: the orders that 1C doesn't have, as it would get them over the exchange.
 * @throws Error for arguments that mean nothing
 */
export async function runExport({ environment, given, output, say }: ExportCommand): Promise<void> {
  const { out = '-', confirm } = given;
  const settings = { ...exchangeSettingsOf(environment).orders, ...overridesOf(given) };
  await mkdir(environment.KONTOR_FOLDER, { recursive: true });
  const log = createLog({ level: environment.KONTOR_LOG_LEVEL });
  const { database, close } = await openDatabase(environment, log);
  try {
    await migrate(database);
    const options = { settings, timeZone: environment.KONTOR_TIME_ZONE, now: new Date() };
    const write = (document: Uint8Array) => (out === '-' ? send(output, document) : keep(out, document));
    const exported = confirm
      ? await exportOrders(database.system, options, write)
      : await previewOrders(database.system, options);
    if (!confirm) await write(exported.document);
    const { count, held } = exported;
    say(
      `Orders: ${count.toLocaleString('en')}${confirm ? ', marked as taken by 1C' : '. Nothing is marked'}.`,
    );
    for (const { number, problem } of held) say(`Held back: ${number}, ${problem}`);
  } finally {
    await close();
  }
}

function overridesOf({ since, encoding, schema }: ExportArguments): Partial<OrderExchangeSettings> {
  const moment = since === undefined ? undefined : new Date(since);
  if (moment !== undefined && Number.isNaN(moment.getTime()))
    throw new Error('--since takes a date such as 2026-01-31');
  if (encoding !== undefined && encoding !== 'utf-8' && encoding !== 'windows-1251')
    throw new Error('--encoding takes utf-8 or windows-1251');
  if (schema !== undefined && !/^(?:2\.0[3-9]|2\.10|3\.[01])$/.test(schema))
    throw new Error('--schema takes 2.03 to 2.10, 3.0 or 3.1');
  return {
    ...(moment && { since: moment }),
    ...(encoding !== undefined && { encoding }),
    ...(schema !== undefined && { version: schema }),
  };
}

function send(output: Writable, document: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(document, (error) => (error ? reject(error) : resolve()));
  });
}

/** The file is there whole or not at all: orders count as taken once it is. */
async function keep(path: string, document: Uint8Array): Promise<void> {
  const unfinished = `${path}.${crypto.randomUUID()}.tmp`;
  try {
    await writeFile(unfinished, document, { flush: true });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
