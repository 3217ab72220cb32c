import type { ExchangeState, ExchangeType } from './state.js';

/** What the site has to do before 1C can be answered; the outcome goes to `resumeExchange`. */
export type ExchangeTask =
  /** Write the request's body at `offset` and cut what is behind it: doing it twice does no harm. Outcome: `DoneOutcome`. */
  | { readonly kind: 'write'; readonly name: string; readonly key: string; readonly offset: number }
  /** List what is in these archives and make it readable by new keys. Outcome: `UnpackOutcome`. */
  | { readonly kind: 'unpack'; readonly archives: readonly ArchiveToUnpack[]; readonly wanted: string }
  /** Start the import of a file, or look how far it is. Outcome: `ImportOutcome`. */
  | {
      readonly kind: 'import';
      readonly type: ExchangeType;
      readonly name: string;
      readonly key: string;
      /** The request that brought the file waits; it has no other to ask again. */
      readonly isImmediate: boolean;
    }
  /** Forget these files. Outcome: `DoneOutcome`. */
  | { readonly kind: 'clear'; readonly keys: readonly string[]; readonly type: ExchangeType }
  /** Deactivate goods that were not touched since then. Outcome: `ImportOutcome`. */
  | { readonly kind: 'deactivate'; readonly since: number }
  /** A full exchange is over. Outcome: `ImportOutcome`. */
  | { readonly kind: 'complete'; readonly type: ExchangeType }
  /**
   * Make the document of a batch of orders. `isFirst`: what earlier sessions offered and nobody confirmed is offered again.
   * Outcome: `QueryOutcome`.
   */
  | { readonly kind: 'query'; readonly batch: number; readonly isFirst: boolean }
  /** Mark exactly what the batch gave as delivered. Outcome: `DoneOutcome`. */
  | { readonly kind: 'confirm'; readonly batch: number; readonly isBeforeQuery: boolean }
  /** Make the document of statuses, payments and deliveries. Outcome: `DoneOutcome`. */
  | { readonly kind: 'info' };

export interface ArchiveToUnpack {
  readonly name: string;
  readonly key: string;
  readonly type: ExchangeType;
}

/** Done, or not, with what 1C's log should say. */
export interface DoneOutcome {
  readonly status: 'done' | 'failed';
  readonly message?: string;
}

export interface ImportOutcome {
  readonly status: 'done' | 'failed' | 'running';
  /** Progress, a summary or a reason; lines for 1C's log. */
  readonly message?: string;
  /** The file held everything and not only changes. */
  readonly isFull?: boolean;
}

export interface UnpackOutcome extends ImportOutcome {
  /** Files of the archives by these archives' names, with the keys that the site gave them. */
  readonly files?: readonly {
    readonly archive: string;
    readonly name: string;
    readonly key: string;
    readonly bytes: number;
  }[];
}

export interface QueryOutcome extends DoneOutcome {
  /** Orders in the document; without any the document is an empty root. */
  readonly count: number;
}

export type TaskOutcome = DoneOutcome | ImportOutcome | QueryOutcome | UnpackOutcome;

/** An answer to 1C. */
export interface ExchangeReply {
  /** `401` only where credentials are missing or wrong. */
  readonly status: 200 | 401;
  /** Plain text for 1C; `undefined` to answer with the document that the last task made. */
  readonly text: string | undefined;
  /** The token is to be set as the session's cookie. */
  readonly setsCookie: boolean;
}

/** Either the answer, or a task whose outcome leads to it. `state` is to be kept before the answer leaves. */
export type ExchangeStep =
  | { readonly state: ExchangeState | undefined; readonly reply: ExchangeReply; readonly task?: undefined }
  | { readonly state: ExchangeState; readonly task: ExchangeTask; readonly reply?: undefined };

export const answer = (
  state: ExchangeState | undefined,
  verdict: 'failure' | 'progress' | 'success',
  ...lines: readonly (string | undefined)[]
): ExchangeStep => ({ state, reply: { status: 200, text: linesOf([verdict, ...lines]), setsCookie: false } });

/** Lines for 1C: it knows only `\n`. */
export const linesOf = (lines: readonly (string | undefined)[]): string =>
  lines
    .filter((line): line is string => line !== undefined && line !== '')
    .map((line) => line.replaceAll(/\r\n?/g, '\n'))
    .join('\n');

export const need = (state: ExchangeState, task: ExchangeTask): ExchangeStep => ({ state, task });
