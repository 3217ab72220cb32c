import ky, { HTTPError, type KyInstance, type Options } from 'ky';

import { limitCall, type CallLimit } from './call-limit.js';
import {
  AbortError,
  ApiError,
  ConnectionError,
  ContractError,
  isApiError,
  isKontorError,
  KontorError,
  retryableStatuses,
  TimeoutError,
} from './errors.js';
import { newIdempotencyKey } from './idempotency-key.js';
import type { CallOptions, CompleteOptions, VersionedOptions } from './options.js';
import { readJson, readProblem } from './read-answer.js';
import { millisecondsAfter } from './retry-after.js';
import type { TokenStore } from './token-store.js';
import { watchCall, type CallWatch } from './watch-call.js';

/** Values of a query; undefined ones are left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** One call. */
interface Call {
  method: Method;
  path: string;
  query?: Query | undefined;
  body?: unknown;
  accept?: string;
  headers?: Record<string, string | undefined>;
  /** Whether repeating it changes nothing. */
  isRepeatable: boolean;
  options: CallOptions;
}

/** The only place that knows ky, tokens, retries, time limits and errors. */
export class Http {
  readonly #options: CompleteOptions;
  readonly #tokens: TokenStore;
  readonly #ky: KyInstance;

  constructor(options: CompleteOptions, tokens: TokenStore) {
    this.#options = options;
    this.#tokens = tokens;
    this.#ky = ky.create({ timeout: false, credentials: options.useCookies ? 'include' : 'omit' });
  }

  get<Answer>(path: string, query?: Query, options: CallOptions = {}): Promise<Answer> {
    return this.#json<Answer>({ method: 'GET', path, query, options, isRepeatable: true });
  }

  /** A POST that only asks, such as `prices/resolve`. */
  ask<Answer>(path: string, body: unknown, options: CallOptions = {}): Promise<Answer> {
    return this.#json<Answer>({ method: 'POST', path, body, options, isRepeatable: true });
  }

  /** A change that carries an idempotency key and so may be repeated. */
  change<Answer>(
    method: 'POST' | 'PATCH',
    path: string,
    body?: unknown,
    options: VersionedOptions = {},
  ): Promise<Answer> {
    return this.#json<Answer>(keyed(method, path, body, options));
  }

  /** A change like {@link change} that answers nothing. */
  command(
    method: 'POST' | 'DELETE',
    path: string,
    body?: unknown,
    options: VersionedOptions = {},
  ): Promise<void> {
    return this.#nothing(keyed(method, path, body, options));
  }

  /** A change that is never repeated: signing in and the like. */
  changeOnce<Answer>(path: string, body: unknown, options: CallOptions = {}): Promise<Answer> {
    return this.#json<Answer>({ method: 'POST', path, body, options, isRepeatable: false });
  }

  /** A change like {@link changeOnce} that answers nothing. */
  commandOnce(path: string, body: unknown, options: CallOptions = {}): Promise<void> {
    return this.#nothing({ method: 'POST', path, body, options, isRepeatable: false });
  }

  /** A change that says the whole of something, so that it may be repeated. */
  put<Answer>(path: string, body: unknown, options: CallOptions = {}): Promise<Answer> {
    return this.#json<Answer>({ method: 'PUT', path, body, options, isRepeatable: true });
  }

  /** A change like {@link put} whose body is a file; it answers nothing. */
  putFile(path: string, body: Blob, options: CallOptions = {}): Promise<void> {
    const headers = { 'content-type': body.type };
    return this.#nothing({ method: 'PUT', path, body, headers, options, isRepeatable: true });
  }

  /** A file. */
  file(path: string, query: Query | undefined, options: CallOptions = {}): Promise<Blob> {
    const call: Call = { method: 'GET', path, query, options, isRepeatable: true, accept: '*/*' };
    return this.#send(call, (response) => response.blob());
  }

  /** An open stream of events; the time limit is for its beginning only. Whoever reads it cancels it. */
  stream(
    path: string,
    headers: Record<string, string | undefined>,
    options: CallOptions,
  ): Promise<ReadableStream<Uint8Array>> {
    const accept = 'text/event-stream';
    const call: Call = { method: 'GET', path, headers, options, isRepeatable: false, accept };
    return this.#send(call, (response) => {
      if (response.body && response.headers.get('content-type')?.startsWith(accept))
        return Promise.resolve(response.body);
      throw new ContractError('The answer is no stream of events');
    });
  }

  #json<Answer>(call: Call): Promise<Answer> {
    return this.#send(call, async (response) => {
      const answer = await readJson(response);
      this.#options.check?.(call.method, `/v1/${call.path}`, answer);
      return answer as Answer;
    });
  }

  #nothing(call: Call): Promise<void> {
    return this.#send(call, async (response) => {
      await response.text();
    });
  }

  /** The whole call: attempts, the body included, until one succeeds, none may follow, or the time is over. */
  async #send<Result>(call: Call, read: (response: Response) => Promise<Result>): Promise<Result> {
    const { options, path } = call;
    if (options.signal?.aborted)
      throw new AbortError('Aborted before it began', { cause: options.signal.reason });
    // An address would swallow such a part and lead to another call.
    if (path.split('/').some((part) => ['', '.', '..'].includes(part)))
      throw new TypeError(`An id of ${path} is no id`);

    const limit = limitCall(options.signal, options.timeout ?? this.#options.timeout);
    const watch = watchCall(this.#options, call.method, `/v1/${path}`);
    const attempts: Attempts<Result> = {};
    try {
      const headers = await limit.untilEnd(this.#headers(call));
      await this.#ky(this.#urlOf(call), {
        method: call.method,
        headers,
        ...(call.body === undefined
          ? {}
          : { body: call.body instanceof Blob ? call.body : JSON.stringify(call.body) }),
        signal: limit.signal,
        fetch: (request) => this.#attempt(watch, request as Request, read, attempts, limit),
        retry: call.isRepeatable ? this.#retry(call.method, attempts, limit) : 0,
      });
      watch.succeeded();
      return attempts.result as Result;
    } catch (error) {
      const meaning = meaningOf(error, attempts);
      watch.failed(meaning);
      throw meaning;
    } finally {
      limit.release();
    }
  }

  /**
   * One attempt. It reads the body too, so that a connection which breaks in the midst of it counts as lost; what is handed
   * back is only what the decision about a retry needs.
   */
  async #attempt<Result>(
    call: CallWatch,
    request: Request,
    read: (response: Response) => Promise<Result>,
    attempts: Attempts<Result>,
    limit: CallLimit,
  ): Promise<Response> {
    const watch = call.attempt();
    try {
      const response = await limit.untilEnd(this.#options.fetch(request));
      if (response.ok) attempts.result = await limit.untilEnd(read(response));
      else attempts.failure = await limit.untilEnd(errorOf(response));
      watch.answered(response);
      return new Response(null, { status: response.status, headers: response.headers });
    } catch (error) {
      if (error !== limit.signal.reason) attempts.failure = error;
      watch.failed(error);
      throw error;
    }
  }

  #retry(method: Method, attempts: Attempts<unknown>, limit: CallLimit): NonNullable<Options['retry']> {
    return {
      limit: this.#options.retries,
      methods: [method.toLowerCase()],
      statusCodes: [...retryableStatuses],
      afterStatusCodes: [...retryableStatuses],
      backoffLimit: 8000,
      jitter: true,
      shouldRetry({ error }) {
        if (isKontorError(error)) return false;
        // The attempt before is still at work there; its answer is ours.
        if (isApiError(attempts.failure, 'idempotency_key_in_progress')) return true;
        if (!(error instanceof HTTPError)) return undefined;
        const wait = millisecondsAfter(error.response.headers.get('retry-after'));
        return wait > limit.remaining() ? false : undefined;
      },
    };
  }

  #urlOf({ path, query = {} }: Call): string {
    const url = new URL(`${this.#options.baseUrl}/v1/${path}`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    return url.href;
  }

  async #headers({ accept = 'application/json', body, headers = {} }: Call): Promise<Record<string, string>> {
    const token = await this.#token();
    const all = {
      accept,
      'accept-language': this.#options.getLocale?.(),
      'content-type': body === undefined ? undefined : 'application/json',
      authorization: token === undefined ? undefined : `Bearer ${token}`,
      ...headers,
    };
    return Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
  }

  async #token(): Promise<string | undefined> {
    if (this.#options.useCookies) return undefined;
    try {
      return await (this.#options.getToken ?? this.#tokens.get)();
    } catch (cause) {
      throw new KontorError('getToken failed', { cause });
    }
  }
}

/** What the attempts of one call have come to. */
interface Attempts<Result> {
  result?: Result;
  /** Why the last one failed that did. */
  failure?: unknown;
}

function keyed(method: Method, path: string, body: unknown, options: VersionedOptions): Call {
  const headers = {
    'idempotency-key': options.idempotencyKey ?? newIdempotencyKey(),
    'if-match': options.version === undefined ? undefined : `"${String(options.version)}"`,
  };
  return { method, path, body, options, headers, isRepeatable: true };
}

async function errorOf(response: Response): Promise<ApiError> {
  const { problem, cause } = await readProblem(response);
  return new ApiError(response.status, problem, { cause });
}

/** What went wrong, in our family of errors. ky's own errors hold the request with its token and stay here. */
function meaningOf(error: unknown, { failure }: Attempts<unknown>): unknown {
  if (error instanceof TimeoutError) return new TimeoutError(error.message, { cause: failure ?? error });
  if (isKontorError(error)) return error;
  if (error instanceof HTTPError) return failure;
  return new ConnectionError('The gateway could not be reached', { cause: error });
}
