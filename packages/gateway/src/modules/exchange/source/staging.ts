import type { Kysely } from 'kysely';

import { inTransaction } from '../../../database/in-transaction.js';
import type { Tables } from '../../../database/tables.js';
import type { Pace } from '../pace.js';
import type { SourceRow } from './source-row.js';
import {
  forgetStaged,
  giveStagedRoomBack,
  stageSource,
  writeSource,
  type StagedPart,
} from './write-source.js';

/** Takes what a file tells while it is read, and keeps it once it is whole. */
export interface Staging {
  /** What follows is told by a container that has everything, or changes only. */
  begin(isFull: boolean): Promise<void>;
  add(rows: readonly SourceRow[]): Promise<void>;
  /** The file is whole: lays all of it over what was told before. */
  keep(): Promise<void>;
  /** The file is not whole, or cannot be read to its end: nothing of it stays. */
  forget(): Promise<void>;
}

/** Begins to stage a file; what was staged of it before is gone. */
export async function createStaging(db: Kysely<Tables>, file: number, pace: Pace): Promise<Staging> {
  await forgetStaged(db, file);
  const parts: StagedPart[] = [];
  let isFull = false;
  let rows: SourceRow[] = [];
  let writing = Promise.resolve();
  const write = async (part: StagedPart, batch: readonly SourceRow[]): Promise<void> => {
    await stageSource(db, part, batch);
    await pace.giveWay();
  };
  // The next rows are read while these are written.
  const flush = async (): Promise<void> => {
    await writing;
    if (rows.length === 0) return;
    const part = { file, part: parts.length, isFull };
    parts.push(part);
    writing = write(part, rows);
    writing.catch(() => undefined);
    rows = [];
  };
  return {
    async begin(isOfEverything) {
      await flush();
      isFull = isOfEverything;
    },
    async add(more) {
      rows.push(...more);
      if (rows.length >= pace.rows) await flush();
    },
    async keep() {
      await flush();
      await writing;
      for (const part of parts) {
        await inTransaction(db, (transaction) => writeSource(transaction, part));
        await pace.giveWay();
      }
      await giveStagedRoomBack(db);
    },
    async forget() {
      await writing.catch(() => undefined);
      await forgetStaged(db, file);
      await giveStagedRoomBack(db);
    },
  };
}
