import { limitCall, type CallLimit } from './call-limit.js';
import {
  AbortError,
  ApiError,
  ConnectionError,
  ContractError,
  isApiError,
  isKontorError,
  KontorError,
  TimeoutError,
} from './errors.js';
import { newIdempotencyKey } from './idempotency-key.js';
import type { CallOptions, CompleteOptions, VersionedOptions } from './options.js';
import { readJson, readProblem } from './read-answer.js';
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

/** The only place that knows tokens, retries, time limits and errors. */
export class Http {
  readonly #options: CompleteOptions;
  readonly #tokens: TokenStore;

  constructor(options: CompleteOptions, tokens: TokenStore) {
    this.#options = options;
    this.#tokens = tokens;
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
      const [url, init] = [this.#urlOf(call), await limit.untilEnd(this.#initOf(call, limit))];
      const attempt = (request: Request) => this.#attempt(watch, request, read, attempts, limit);
      const retries = call.isRepeatable ? this.#options.retries : 0;
      const first = attempt(new Request(url, init));
      const isDone = await first.then(
        ({ ok }) => ok,
        () => false,
      );
      if (!isDone) {
        if (retries === 0 || !mayFollow(attempts)) throw attempts.failure ?? limit.signal.reason;
        const { repeatCall } = await loadRepeatCall(limit, attempts);
        await repeatCall({ url, init, first, attempt, failure: () => attempts.failure, retries, limit });
      }
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
   * back is only what the decision about another one needs.
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

  #urlOf({ path, query = {} }: Call): string {
    const url = new URL(`${this.#options.baseUrl}/v1/${path}`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    return url.href;
  }

  async #initOf(call: Call, { signal }: CallLimit): Promise<RequestInit> {
    const { method, body } = call;
    return {
      method,
      headers: await this.#headers(call),
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      credentials: this.#options.useCookies ? 'include' : 'omit',
      signal,
    };
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

/** Whether another attempt could end better than the one that failed; none follows the end of the call. */
function mayFollow({ failure }: Attempts<unknown>): boolean {
  if (isApiError(failure)) return failure.retryable;
  return failure !== undefined && !isKontorError(failure);
}

/** Where it cannot be loaded the gateway is out of reach as well: the failure is that of the first attempt. */
const loadRepeatCall = (limit: CallLimit, { failure }: Attempts<unknown>) =>
  limit.untilEnd(
    import('./repeat-call.js').catch(() => {
      throw failure;
    }),
  );

/** What went wrong, in our family of errors. */
function meaningOf(error: unknown, { failure }: Attempts<unknown>): unknown {
  if (error instanceof TimeoutError) return new TimeoutError(error.message, { cause: failure ?? error });
  if (isKontorError(error)) return error;
  return new ConnectionError('The gateway could not be reached', { cause: error });
}
