import {
  defaultExchangeSettings,
  handleExchange,
  partStart,
  readQuery,
  resumeExchange,
  type ExchangeRequest,
  type UploadedPart,
} from '@kontor/commerceml';

import { addressGroup } from '../../../http/address-group.js';
import { giveBack, spend } from '../../../http/allowance.js';
import { hex, newSecret } from '../../../identifiers.js';
import { ProblemError } from '../../../problem-error.js';
import { isAuthentic } from './basic-auth.js';
import { perform, type Performing } from './perform.js';
import { findSession, isImportBusy, keepSession, sessionId } from './sessions.js';

/** Addresses that 1C may be given; the second is the one that it knows from other sites. */
export const exchangePaths = ['/1c/exchange', '/1c/exchange/', '/bitrix/admin/1c_exchange.php'] as const;

/** The server's side of 1C's exchange with a site. */
export function createExchangeEndpoint(
  given: Omit<Performing, 'unpacking'>,
  login: { readonly user: string; readonly password: string },
): (request: Request) => Promise<Response> {
  const performing: Performing = { ...given, unpacking: new Map() };
  const { database, clock, settings } = performing;
  const version = settings.oneC.allowsSplit ? '3.1' : undefined;
  const terms = { catalogVersion: version, saleVersion: settings.oneC.allowsSplit ? '2.09' : undefined };
  const all = { ...defaultExchangeSettings, ...terms };
  /** Requests of a session are handled one after the other. */
  const turns = new Map<string, Promise<unknown>>();

  return async (request) => {
    const query = new URL(request.url).search.slice(1);
    const token = tokenOf(request, readQuery(query), all.cookieName);
    const key = token ?? '';
    const answer = (turns.get(key) ?? Promise.resolve()).then(() => serve(request, query, token));
    const turn = answer.catch(() => undefined);
    if (token !== undefined) turns.set(key, turn);
    try {
      return await answer;
    } finally {
      if (turns.get(key) === turn) turns.delete(key);
    }
  };

  async function serve(request: Request, query: string, token: string | undefined): Promise<Response> {
    const { system } = database;
    const now = clock.now();
    const kept = token === undefined ? undefined : await findSession(system, token);
    const isAllowed = await mayEnter(request, now);
    // Nobody else's bytes are read.
    const body = kept || isAllowed ? await bodyOf(request, all.fileLimit) : new Uint8Array();
    if (body === undefined) return answerTo(tooLarge);
    const asked: ExchangeRequest = {
      query,
      isAuthentic: isAllowed,
      part: await partOf(body),
      now: Math.floor(now.getTime() / 1000),
      newToken: newSecret('ex'),
      isBusy: readQuery(query).get('type') === 'catalog' && (await isImportBusy(system, kept?.id, now)),
    };
    let step = handleExchange(kept?.state, asked, terms);
    let current = kept;
    let document: Uint8Array | undefined;
    while (step.task) {
      const session = await sessionId(step.state.token);
      // A file or a run belongs to a session that is there.
      if (current?.id !== session) {
        await keepSession(system, step.state, undefined, now);
        current = await findSession(system, step.state.token);
      }
      const performed = await perform(performing, session, step.task, body);
      document = performed.document ?? document;
      step = resumeExchange(step, performed.outcome, terms);
    }
    if (step.state && !(await keepSession(system, step.state, current, now))) return answerTo(conflict);
    const { reply } = step;
    if (reply.text === undefined) return documentAnswer(document, settings.oneC.orders.encoding);
    const cookie = `${all.cookieName}=${step.state?.token ?? ''}; Path=/; HttpOnly; SameSite=Lax`;
    return answerTo(
      { ...reply, text: reply.text },
      reply.setsCookie ? `${cookie}${settings.isCookieSecure ? '; Secure' : ''}` : undefined,
    );
  }

  /** Guesses are counted; who has guessed too often is not even asked. */
  async function mayEnter(request: Request, now: Date): Promise<boolean> {
    const header = request.headers.get('authorization');
    if (header === null) return false;
    const allowance = {
      key: `1c:${addressGroup(settings.clientAddress(request))}`,
      tries: 30,
      seconds: 900,
    };
    try {
      await spend(database.system, allowance, now);
    } catch (error) {
      if (error instanceof ProblemError) return false;
      throw error;
    }
    const isRight = await isAuthentic(header, login);
    if (isRight) await giveBack(database.system, allowance);
    return isRight;
  }
}

const tooLarge = { status: 200, text: 'failure\nЧасть файла слишком велика' } as const;
const conflict = { status: 200, text: 'failure\nДва запроса одного сеанса пришли одновременно' } as const;

function tokenOf(
  request: Request,
  query: ReadonlyMap<string, string>,
  cookieName: string,
): string | undefined {
  const cookies = request.headers.get('cookie')?.split(';') ?? [];
  const cookie = cookies.map((each) => each.trim()).find((each) => each.startsWith(`${cookieName}=`));
  const token = cookie?.slice(cookieName.length + 1) ?? query.get('sessid');
  return token !== undefined && /^ex_\w{40}$/.test(token) ? token : undefined;
}

/** Some slack over what 1C was told: it counts in its own way. Undefined when there is more. */
async function bodyOf(request: Request, limit: number): Promise<Uint8Array | undefined> {
  const most = limit * 2;
  if (Number(request.headers.get('content-length') ?? 0) > most) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}

async function partOf(body: Uint8Array): Promise<UploadedPart | undefined> {
  if (body.length === 0) return undefined;
  const hash = await crypto.subtle.digest('SHA-256', body as Uint8Array<ArrayBuffer>);
  return { size: body.length, hash: hex(new Uint8Array(hash)), start: partStart(body) };
}

function answerTo({ status, text }: { status: number; text: string }, cookie?: string): Response {
  const headers = new Headers({ 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' });
  if (status === 401) headers.set('www-authenticate', 'Basic realm="1C"');
  if (cookie !== undefined) headers.set('set-cookie', cookie);
  return new Response(text, { status, headers });
}

function documentAnswer(document: Uint8Array | undefined, encoding: string): Response {
  return new Response(document as Uint8Array<ArrayBuffer> | undefined, {
    headers: { 'cache-control': 'no-store', 'content-type': `application/xml; charset=${encoding}` },
  });
}
