/** What happened on the wire; never a token, a body or a query, and a path without anything that looks like a secret. */
export interface WireEvent {
  method: string;
  path: string;
  /** From 1; more than 1 is a retry. */
  attempt: number;
  status?: number;
  requestId?: string;
  /** Milliseconds since the attempt began. */
  duration?: number;
  error?: unknown;
}

/** Takes one line a call: `console`, or whatever has these three. */
export interface Logger {
  /** A call succeeded, or its caller gave it up. */
  debug(line: string): void;
  /** A call is repeated, or was refused (status below 500). */
  warn(line: string): void;
  /** A call failed. */
  error(line: string): void;
}

/** Sends a request; every standard `fetch` fits. */
export type Fetch = (request: Request) => Promise<Response>;

/** How to reach a gateway. */
export interface ClientOptions {
  /** Address of the gateway, for example `https://b2b.example.com`. */
  baseUrl: string;
  /**
   * Gives the token of each call, read anew at each: renew it here. What it throws ends the call as the cause of a
   * `KontorError`, before any request. Without it the client keeps the token of `session.signIn`.
   */
  getToken?: () => string | undefined | Promise<string | undefined>;
  /** Send cookies instead of a token: for pages of the gateway's own site. @default false */
  useCookies?: boolean;
  /** Language of names and texts, read at each request. @default the gateway's */
  getLocale?: () => string | undefined;
  /** Sends a request: the `fetch` of a gateway in the same process, for example. @default globalThis.fetch */
  fetch?: Fetch;
  /** Total milliseconds of a call, retries and body included; `Infinity` for no limit. @default 30000 */
  timeout?: number;
  /** Retries of a call that may be repeated. @default 2 */
  retries?: number;
  /** Milliseconds for which calls of `prices.resolve` and `stock.resolve` are gathered into one. @default 5 */
  gatherFor?: number;
  /** Checks each answer against the whole contract (see `@kontor/sdk/check`); without it only its outline is checked. */
  check?: AnswerCheck;
  /** An attempt begins. What a hook throws is ignored. */
  onRequest?: (event: WireEvent) => void;
  /** An attempt succeeded. */
  onResponse?: (event: WireEvent) => void;
  /** An attempt failed: by its status, its connection, its time or its signal. */
  onError?: (event: WireEvent) => void;
  /** Gets a line of each finished call and each repetition, free of tokens, bodies and queries. @default silence */
  logger?: Logger;
}

/** Throws when an answer is not what the contract says of a call. */
export type AnswerCheck = (method: string, path: string, answer: unknown) => void;

/** Options of one call, always the last argument. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Total milliseconds of each request, retries and body included; `Infinity` for no limit. */
  timeout?: number | undefined;
}

/** Options of a call that changes something. */
export interface ChangeOptions extends CallOptions {
  /** Makes a repetition of the same intent harmless, also after a reload. Made once per call when left out. */
  idempotencyKey?: string | undefined;
}

/** Options of a change to something versioned. */
export interface VersionedOptions extends ChangeOptions {
  /** The version that the change is meant for; refused with `version_conflict` when it is another one by now. */
  version?: number | undefined;
}

/** Options with every default filled in. */
export interface CompleteOptions extends ClientOptions {
  fetch: Fetch;
  timeout: number;
  retries: number;
  gatherFor: number;
  useCookies: boolean;
}

/** Fills in defaults; the only place where they stand. @throws TypeError for a base URL that is none */
export function completeOptions(options: ClientOptions): CompleteOptions {
  const url = new URL(options.baseUrl);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new TypeError('baseUrl must be an http or https address');
  if (url.search || url.hash || url.username || url.password)
    throw new TypeError('baseUrl must have no query, no fragment and no password');
  return {
    timeout: 30_000,
    retries: 2,
    gatherFor: 5,
    useCookies: false,
    ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    // Late, so that a page may replace the global one.
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
  };
}
