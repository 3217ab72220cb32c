/** What an exchange is about, of the query's `type`. */
export type ExchangeType = 'catalog' | 'reference' | 'sale';

/** A session of 1C with a site: plain JSON, to be kept between requests. */
export interface ExchangeState {
  /** The session's secret, of the cookie. */
  readonly token: string;
  /** When it began and when it was last used; seconds since 1970. The beginning is what `deactivate` brings back. */
  readonly startedAt: number;
  readonly usedAt: number;
  /** What the last `init` of each type asked for; `null` for one without a version. */
  readonly versions: Readonly<Partial<Record<ExchangeType, string | null>>>;
  /** Uploads by their normalised names. */
  readonly files: Readonly<Record<string, ExchangeFile>>;
  /** Keys that were given to files so far. */
  readonly lastKey: number;
  /** A file that holds everything was imported: the rest may be deactivated. */
  readonly hadFullImport: boolean;
  /** Batches of orders that were given so far. */
  readonly lastBatch: number;
  /** The batch that waits for its confirmation. */
  readonly openBatch: number | null;
}

/** A file that 1C sent, or that was in an archive. */
export interface ExchangeFile {
  readonly type: ExchangeType;
  /** Name in the store: never what 1C called it. */
  readonly key: string;
  readonly bytes: number;
  readonly status: 'failed' | 'imported' | 'importing' | 'received';
  /** Of archives: whether its files are told. */
  readonly isUnpacked: boolean;
  readonly receivedAt: number;
  /** Hashes of the first and the last part, and the last one's size: a repeated part is not appended twice. */
  readonly firstPart: string;
  readonly lastPart: string;
  readonly lastSize: number;
  /** What 1C was told when the file was imported. */
  readonly message: string;
}

export function startSession(token: string, now: number): ExchangeState {
  return {
    token,
    startedAt: now,
    usedAt: now,
    versions: {},
    files: {},
    lastKey: 0,
    hadFullImport: false,
    lastBatch: 0,
    openBatch: null,
  };
}

export const isArchive = (name: string): boolean => name.toLowerCase().endsWith('.zip');
export const isData = (name: string): boolean => /\.xml$/i.test(name);
export const isPicture = (name: string): boolean => /\.(?:jpe?g|png|gif|webp|bmp)$/i.test(name);
