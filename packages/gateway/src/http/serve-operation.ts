import type { Locale } from '@kontor/contract';
import type { Caller } from '../caller.js';
import type { GatewayDeps } from '../ports.js';
import { ProblemError } from '../problem-error.js';
import { createScope } from '../scope.js';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import type { AnswerCache } from './answer-cache.js';
import { guard } from './guard.js';
import { once, type KeptAnswer } from './idempotency.js';
import { localeOf } from './locale.js';
import { parseRequest } from './parse.js';
import type { Route } from './route.js';

/** What serving needs besides the operation. */
export interface Server extends GatewayDeps {
  answers: AnswerCache;
}

/** What the server knows of a request before its operation. */
export interface Incoming {
  request: Request;
  params: Record<string, string>;
  caller: Caller;
  requestId: string;
}

/** Serves one operation: guard → parse → handle → answer; keyed unsafe calls exactly once, cacheable ones with an ETag. */
export async function serveOperation(server: Server, route: Route, incoming: Incoming): Promise<Response> {
  const { operation } = route;
  const { request, caller } = incoming;
  const now = server.clock.now();
  guard(operation, caller, now, server.settings.timeZone);
  const locale = localeOf(request, server.settings.locales);
  const serve = (): Promise<Response> => perform(server, route, { ...incoming, now, locale });
  const { around } = route;
  const outer = () => createScope({ ...incoming, now, locale, system: server.database.system });
  const make = around ? () => around(outer(), serve) : serve;
  return operation.caching === 'public' || operation.caching === 'private'
    ? server.answers.serve({ operation, request, caller, locale }, make)
    : make();
}

async function perform(
  { database }: Server,
  route: Route,
  { request, params, caller, requestId, now, locale }: Incoming & { now: Date; locale: Locale },
): Promise<Response> {
  const { operation } = route;
  const parsed = await parseRequest(operation, request, params);
  const ifMatch = versionOf(request.headers.get('if-match'));
  if (operation.version === 'required' && ifMatch === undefined) throw new ProblemError('version_required');

  const afterwards: (() => void)[] = [];
  const settled = (response: Response): Response => {
    if (response.ok) for (const work of afterwards) work();
    return response;
  };
  const handle = async (system: Kysely<Tables>): Promise<Response> => {
    const headers = new Headers();
    const scope = createScope({ caller, now, locale, requestId, system });
    const answer = await route.handle({
      scope,
      params: parsed.params as never,
      query: parsed.query as never,
      body: parsed.body as never,
      ifMatch,
      request,
      setHeader: (name, value) => {
        headers.append(name, value);
      },
      setVersion: (version) => {
        headers.set('etag', `"${String(version)}"`);
      },
      afterwards: (work) => {
        afterwards.push(work);
      },
    });
    if (answer instanceof Response) return request.method === 'HEAD' ? withoutBody(answer) : answer;
    if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
    if (!operation.answer) return new Response(null, { status: operation.status ?? 204, headers });
    headers.set('content-type', 'application/json; charset=utf-8');
    return new Response(JSON.stringify(answer), { status: operation.status ?? 200, headers });
  };

  const key = keyOf(request, operation.method, operation.idempotency);
  if (key === undefined || !caller.person) return settled(await handle(database.system));
  const kept = await once(
    database.system,
    {
      key,
      caller: caller.context?.memberId ?? caller.person.id,
      fingerprint: [operation.method, new URL(request.url).pathname, parsed.bodyText].join('\n'),
      now,
    },
    async (transaction) => keptAnswer(await handle(transaction)),
    (error) => problemAnswer(error, requestId),
  );
  const { status, headers } = kept;
  return settled(
    new Response(kept.body.length > 0 ? (kept.body as Uint8Array<ArrayBuffer>) : null, { status, headers }),
  );
}

/** The head of an answer; what would have been read is given up. */
async function withoutBody(answer: Response): Promise<Response> {
  await answer.body?.cancel();
  return new Response(null, { status: answer.status, headers: answer.headers });
}

function keyOf(
  request: Request,
  method: string,
  idempotency: Route['operation']['idempotency'],
): string | undefined {
  if (method === 'GET' || idempotency === 'none') return undefined;
  const key = request.headers.get('idempotency-key') ?? undefined;
  if (key === undefined && idempotency === 'required') throw new ProblemError('idempotency_key_required');
  if (key !== undefined && !/^[\x21-\x7e]{8,200}$/.test(key))
    throw new ProblemError('invalid_request', {
      pointer: '/header/Idempotency-Key',
      detail: '8 to 200 visible ASCII characters',
    });
  return key;
}

function versionOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const version = /^"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined)
    throw new ProblemError('invalid_request', { pointer: '/header/If-Match', detail: 'A version in quotes' });
  return Number(version);
}

async function keptAnswer(response: Response): Promise<KeptAnswer> {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

function problemAnswer(error: ProblemError, requestId: string): KeptAnswer {
  return {
    status: error.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    body: new TextEncoder().encode(JSON.stringify(error.toProblem(requestId))),
  };
}
