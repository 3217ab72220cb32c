import type { Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';
import { finishRun } from './finish-run.js';
import { beginRun, endRun } from './journal.js';
import { applyDocuments, type AppliedDocuments, type ApplyOptions } from './orders/apply-documents.js';
import type { PublishProgress } from './publish/publish.js';
import type { Changes } from './publish/publishing.js';
import type { Pace } from './pace.js';
import { readExchangeFile, type ExchangeFile, type ReadFile } from './read-file.js';
import type { ExchangeSettings } from './settings.js';
import { noteTold } from './source/told-of.js';

export interface ImportOptions {
  readonly settings: ExchangeSettings;
  readonly now: Date;
  /** These files are all that 1C has: what they do not speak of is discontinued. @default false */
  readonly isEverything?: boolean;
  /** @default alone */
  readonly pace?: Pace;
  readonly onFile?: (file: ReadFile) => void;
  readonly onProgress?: (progress: PublishProgress) => void;
  readonly signal?: AbortSignal | undefined;
  /** How orders, invoices and other documents of the files are taken; left out, they are not. */
  readonly documents?: Omit<ApplyOptions, 'file' | 'now' | 'run'>;
}

/** What an import did. */
export interface Imported {
  readonly run: number;
  readonly files: readonly ReadFile[];
  readonly changes: Changes;
  readonly discontinued: { readonly variants: number; readonly products: number };
  readonly documents: AppliedDocuments;
  /** By code. */
  readonly problems: Readonly<Record<string, number>>;
}

/** Reads files of an exchange in any order, then makes the shop say what they tell. Doing it again changes nothing. */
export async function importFiles(
  db: Kysely<Tables>,
  files: AsyncIterable<ExchangeFile> | Iterable<ExchangeFile>,
  {
    settings,
    now,
    isEverything = false,
    pace,
    onFile,
    onProgress,
    signal,
    documents: applying,
  }: ImportOptions,
): Promise<Imported> {
  const run = await beginRun(db, { channel: 'files', kind: 'catalog', now });
  const read: ReadFile[] = [];
  try {
    for await (const file of files) {
      const found = await readExchangeFile(db, file, { now, run, pace, signal });
      read.push(found);
      onFile?.(found);
    }
    const { changes, problems, discontinued } = await finishRun(db, run, {
      settings,
      now,
      isEverything,
      pace,
      ...(onProgress ? { onProgress } : {}),
      signal,
    });
    for (const { told } of read) await noteTold(db, told, now);
    const documents = noDocuments();
    if (applying)
      for (const file of read) {
        if (file.error !== undefined || file.documents.length === 0) continue;
        const applied = await applyDocuments(db, file.documents, { ...applying, run, file: file.id, now });
        for (const key of Object.keys(documents) as (keyof AppliedDocuments)[])
          documents[key] += applied[key];
      }
    return { run, files: read, changes, discontinued, documents, problems: countsOf(problems) };
  } catch (error) {
    await endRun(db, run, { now, error: String(error), summary: {} }).catch(() => undefined);
    throw error;
  }
}

const noDocuments = (): { -readonly [Key in keyof AppliedDocuments]: number } => ({
  created: 0,
  changed: 0,
  unchanged: 0,
  ignored: 0,
});

function countsOf(problems: readonly { code: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
