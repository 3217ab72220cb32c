import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Kysely } from 'kysely';

import { migrate } from '../database/migrate.js';
import type { Tables } from '../database/tables.js';
import { createEvents } from '../modules/events/service.js';
import { importFiles, type Imported } from '../modules/exchange/import-files.js';
import type { AppliedDocuments } from '../modules/exchange/orders/apply-documents.js';
import { importPictures, type ImportedPictures } from '../modules/exchange/pictures/import-pictures.js';
import type { ReadFile } from '../modules/exchange/read-file.js';
import { createStock } from '../modules/stock/service.js';
import { defineSettings } from '../settings.js';
import { dryRun } from './dry-run.js';
import type { Environment } from './environment.js';
import { exchangeFilesOf } from './exchange-paths.js';
import { exchangePicturesOf } from './exchange-pictures.js';
import { exchangeSettingsOf } from './exchange-settings.js';
import { createFileBlobs } from './file-blobs.js';
import { createLog } from './log.js';
import { openDatabase } from './open-database.js';
import { createPictureResizer } from './picture-resizer.js';

export interface ImportCommand {
  readonly environment: Environment;
  /** Files, folders and zip archives. */
  readonly paths: readonly string[];
  /** Tells what would change and changes nothing. */
  readonly isDryRun: boolean;
  /** What these files do not speak of is discontinued. */
  readonly isEverything: boolean;
  /** A line that stays. */
  readonly say: (line: string) => void;
  /** A line that the next one replaces. */
  readonly show: (line: string) => void;
}

/** What an import of files and of the pictures beside them did. */
export interface ImportedWithPictures extends Imported {
  readonly pictures: ImportedPictures;
}

/** `kontor import`: files of 1C into the shop, without 1C. */
export async function runImport(command: ImportCommand): Promise<ImportedWithPictures> {
  const { environment, paths, isDryRun, isEverything, say, show } = command;
  await mkdir(environment.KONTOR_FOLDER, { recursive: true });
  const log = createLog({ level: environment.KONTOR_LOG_LEVEL });
  const { database, close } = await openDatabase(environment, log);
  try {
    await migrate(database);
    const oneC = exchangeSettingsOf(environment);
    const work = async (db: Kysely<Tables>): Promise<ImportedWithPictures> => {
      const imported = await importFiles(db, exchangeFilesOf(paths), {
        settings: oneC,
        documents: {
          settings: oneC.orders,
          timeZone: environment.KONTOR_TIME_ZONE,
          stock: createStock({ settings: defineSettings() }),
          events: createEvents(database, log),
        },
        now: new Date(),
        isEverything,
        onFile: (file) => say(lineOf(file)),
        onProgress: ({ products, total }) =>
          show(`Publishing ${products.toLocaleString('en')} of ${total.toLocaleString('en')} products`),
      });
      const pictures = await importPictures(db, {
        run: imported.run,
        now: () => new Date(),
        log,
        blobs: createFileBlobs(join(environment.KONTOR_FOLDER, 'files')),
        resizer: createPictureResizer(log),
        find: (listed) => exchangePicturesOf(paths, listed),
        isDryRun,
        onProgress: (done) => show(`Resizing pictures: ${done.toLocaleString('en')}`),
      });
      return { ...imported, pictures };
    };
    const imported = isDryRun ? await dryRun(database.system, work) : await work(database.system);
    for (const line of summaryOf(imported, isDryRun)) say(line);
    return imported;
  } finally {
    await close();
  }
}

/** What holds records is no news. */
const containers: ReadonlySet<string> = new Set([
  'catalogue',
  'classifier',
  'counterparties',
  'file',
  'offersPackage',
]);

function lineOf({ name, kind, counts, problems, error }: ReadFile): string {
  if (error !== undefined) return `${name}: refused. ${error}`;
  const records = Object.entries(counts)
    .filter(([type, count]) => count > 0 && !containers.has(type))
    .map(([type, count]) => `${count.toLocaleString('en')} × ${type}`);
  const found = problems === 0 ? '' : `, ${problems.toLocaleString('en')} problems`;
  return `${name}: ${kind ?? 'nothing'} (${records.join(', ')}${found})`;
}

function summaryOf(
  { files, changes, discontinued, documents, problems, run, pictures }: ImportedWithPictures,
  isDryRun: boolean,
): string[] {
  const refused = files.filter(({ error }) => error !== undefined).length;
  const changed = Object.entries(changes).filter(([, count]) => count > 0);
  return [
    '',
    files.length === 0
      ? 'No XML file was found.'
      : `${String(files.length - refused)} of ${String(files.length)} files were read.`,
    changed.length === 0
      ? 'Nothing changed.'
      : `${isDryRun ? 'Would change' : 'Changed'}: ${changed.map(([what, count]) => `${count.toLocaleString('en')} ${what}`).join(', ')}.`,
    ...(discontinued.products + discontinued.variants > 0
      ? [
          `No longer told of: ${String(discontinued.products)} products, ${String(discontinued.variants)} variants.`,
        ]
      : []),
    ...documentLine(documents),
    ...(pictures.changed + pictures.refused > 0
      ? [
          `Pictures: ${pictures.changed.toLocaleString('en')} new, ${pictures.refused.toLocaleString('en')} cannot be shown.`,
        ]
      : []),
    ...Object.entries(problems).map(([code, count]) => `${code}: ${count.toLocaleString('en')}`),
    ...(isDryRun ? [] : [`The journal has it as run ${String(run)}.`]),
  ];
}

function documentLine(documents: AppliedDocuments): string[] {
  const { created, changed, unchanged, ignored } = documents;
  if (created + changed + unchanged + ignored === 0) return [];
  const told = { 'new orders': created, changed, 'as they were': unchanged, 'without a place here': ignored };
  const parts = Object.entries(told).filter(([, count]) => count > 0);
  return [`Documents: ${parts.map(([what, count]) => `${count.toLocaleString('en')} ${what}`).join(', ')}.`];
}
