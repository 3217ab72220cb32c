import type { Problem } from '@kontor/contract';
import ky, { HTTPError, type KyInstance, type Options } from 'ky';

import {
  AbortError,
  ApiError,
  ConnectionError,
  ContractError,
  isKontorError,
  retryableStatuses,
  TimeoutError,
} from './errors.js';
import type { CallOptions, ChangeOptions, CompleteOptions, VersionedOptions, WireEvent } from './options.js';
import type { TokenStore } from './token-store.js';

/** Values of a query; undefined ones are left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** One call. */
interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  query?: Query | undefined;
  body?: unknown;
  accept?: string;
  headers?: Record<string, string | undefined>;
  /** Whether repeating it changes nothing. */
  isRepeatable: boolean;
  options: CallOptions;
  /** No total time: for streams. */
  isEndless?: boolean;
}

/** The only place that knows ky, tokens, retries, time limits and errors. */
export class Http {
  readonly #options: CompleteOptions;
  readonly #tokens: TokenStore;
  readonly #ky: KyInstance;

  constructor(options: CompleteOptions, tokens: TokenStore) {
    this.#options = options;
    this.#tokens = tokens;
    this.#ky = ky.create({
      fetch: options.fetch,
      timeout: false,
      credentials: options.useCookies ? 'include' : 'omit',
    });
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
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    options: VersionedOptions = {},
  ): Promise<Answer> {
    return this.#json<Answer>({
      method,
      path,
      body,
      options,
      isRepeatable: true,
      headers: changeHeaders(options),
    });
  }

  /** A change that is never repeated: signing in and the like. */
  changeOnce<Answer>(path: string, body: unknown, options: CallOptions = {}): Promise<Answer> {
    return this.#json<Answer>({ method: 'POST', path, body, options, isRepeatable: false });
  }

  /** A file. */
  async file(path: string, query: Query | undefined, options: CallOptions = {}): Promise<Blob> {
    const call: Call = { method: 'GET', path, query, options, isRepeatable: true, accept: '*/*' };
    return this.#send(call, (response) => response.blob());
  }

  /** An open stream; the caller's signal ends it. */
  async stream(
    path: string,
    headers: Record<string, string | undefined>,
    options: CallOptions,
  ): Promise<ReadableStream<Uint8Array>> {
    const call: Call = {
      method: 'GET',
      path,
      headers,
      options,
      isRepeatable: false,
      accept: 'text/event-stream',
      isEndless: true,
    };
    return this.#send(call, (response) => {
      if (!response.body) throw new ContractError('The stream has no body');
      return Promise.resolve(response.body);
    });
  }

  #json<Answer>(call: Call): Promise<Answer> {
    return this.#send(call, async (response) => {
      if (response.status === 204 || response.status === 202) return undefined as Answer;
      const answer = await parsed(response);
      this.#options.check?.(call.method, `/v1/${call.path}`, answer);
      return answer as Answer;
    });
  }

  async #send<Result>(call: Call, read: (response: Response) => Promise<Result>): Promise<Result> {
    const { options } = call;
    if (options.signal?.aborted)
      throw new AbortError('Aborted before it began', { cause: options.signal.reason });
    const limit = call.isEndless ? undefined : AbortSignal.timeout(options.timeout ?? this.#options.timeout);
    const signals = [options.signal, limit].filter((signal) => signal !== undefined);
    try {
      const response = await this.#ky(this.#urlOf(call), {
        ...this.#kyOptions(call),
        headers: await this.#headers(call),
        signal: AbortSignal.any(signals),
      });
      return await read(response);
    } catch (error) {
      throw await this.#meaning(error, options.signal, limit);
    }
  }

  #urlOf({ path, query = {} }: Call): string {
    const url = new URL(`${this.#options.baseUrl}/v1/${path}`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    return url.href;
  }

  async #headers({ accept = 'application/json', body, headers = {} }: Call): Promise<Record<string, string>> {
    const token = this.#options.useCookies ? undefined : await (this.#options.getToken ?? this.#tokens.get)();
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

  #kyOptions({ method, path, body, isRepeatable }: Call): Options {
    const { onRequest, onResponse, onError, retries } = this.#options;
    let attempt = 0;
    let begun = 0;
    const event = (more: Partial<WireEvent> = {}): WireEvent => ({
      method,
      path: `/v1/${path}`,
      attempt,
      ...more,
    });
    const ended = (response: Response): Partial<WireEvent> => {
      const requestId = response.headers.get('x-request-id');
      return {
        status: response.status,
        duration: performance.now() - begun,
        ...(requestId === null ? {} : { requestId }),
      };
    };
    return {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      retry: isRepeatable
        ? {
            limit: retries,
            methods: [method.toLowerCase() as 'get'],
            statusCodes: [...retryableStatuses],
            afterStatusCodes: [429, 503],
            maxRetryAfter: 20_000,
            backoffLimit: 8000,
            jitter: true,
          }
        : 0,
      hooks: {
        beforeRequest: [
          () => {
            attempt += 1;
            begun = performance.now();
            onRequest?.(event());
          },
        ],
        beforeRetry: [
          ({ error }) => {
            onError?.(event({ error }));
            attempt += 1;
            begun = performance.now();
            onRequest?.(event());
          },
        ],
        afterResponse: [
          (_request, _options, response) => {
            (response.ok ? onResponse : onError)?.(event(ended(response)));
          },
        ],
      },
    };
  }

  /** What went wrong, in our family of errors, with its cause. */
  async #meaning(
    error: unknown,
    signal: AbortSignal | undefined,
    limit: AbortSignal | undefined,
  ): Promise<unknown> {
    if (isKontorError(error)) return error;
    if (signal?.aborted) return new AbortError('Aborted by the caller', { cause: signal.reason });
    if (limit?.aborted) return new TimeoutError('The gateway took too long', { cause: error });
    if (error instanceof HTTPError)
      return new ApiError(error.response.status, await problemOf(error.response), { cause: error });
    return new ConnectionError('The gateway could not be reached', { cause: error });
  }
}

function changeHeaders(options: VersionedOptions & ChangeOptions): Record<string, string | undefined> {
  return {
    'idempotency-key': options.idempotencyKey ?? crypto.randomUUID(),
    'if-match': options.version === undefined ? undefined : `"${String(options.version)}"`,
  };
}

async function parsed(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null) return answer;
  } catch (error) {
    throw new ContractError('The answer is not JSON', { cause: error });
  }
  throw new ContractError('The answer is not an object');
}

async function problemOf(response: Response): Promise<Partial<Problem>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}
