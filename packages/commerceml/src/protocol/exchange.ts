import { beginCycle, checkAuth, tellTerms } from './begin-cycle.js';
import { afterImport, afterUnpack, importFile } from './import-file.js';
import { messages } from './messages.js';
import { afterConfirm, afterQuery, confirmOrders, queryOrders } from './orders.js';
import { afterWrite, receiveFile } from './receive-file.js';
import { readQuery } from './query.js';
import type { ExchangeRequest } from './request.js';
import { defaultExchangeSettings, type ExchangeSettings } from './settings.js';
import { startSession, type ExchangeState, type ExchangeType } from './state.js';
import {
  answer,
  need,
  type ExchangeStep,
  type ExchangeTask,
  type QueryOutcome,
  type TaskOutcome,
} from './step.js';

const types: readonly string[] = ['catalog', 'reference', 'sale'] satisfies ExchangeType[];
const isType = (type: string): type is ExchangeType => types.includes(type);

/**
 * Answers a request of 1C, or says what has to be done first. Nothing is done here: the caller performs the task, gives its
 * outcome to `resumeExchange` until there is a reply, keeps the last state, and sends the reply. Requests of one session have to
 * be handled one after the other.
 * @param state what was kept of the session that the request names by its cookie or `sessid`; `undefined` without one
 */
export function handleExchange(
  state: ExchangeState | undefined,
  request: ExchangeRequest,
  settings: Partial<ExchangeSettings> = {},
): ExchangeStep {
  const all = { ...defaultExchangeSettings, ...settings };
  const query = readQuery(request.query);
  const type = query.get('type')?.trim().toLowerCase() ?? '';
  const mode = query.get('mode')?.trim().toLowerCase() ?? '';
  if (mode === 'checkauth') {
    if (!isType(type)) return answer(undefined, 'failure', messages.unknownType(type));
    return checkAuth(request, all);
  }
  const isOver = state !== undefined && request.now - state.usedAt > all.sessionSeconds;
  if ((state === undefined || isOver) && !request.isAuthentic)
    return answer(state, 'failure', isOver ? messages.sessionOver : messages.signIn);
  // Some configurations send credentials with every request and never a cookie.
  const session = state === undefined || isOver ? startSession(request.newToken, request.now) : state;
  const used = { ...session, usedAt: request.now };
  if (!isType(type)) return answer(used, 'failure', messages.unknownType(type));
  return dispatch(used, { type, mode, query, request, settings: all });
}

interface Call {
  readonly type: ExchangeType;
  readonly mode: string;
  readonly query: ReadonlyMap<string, string>;
  readonly request: ExchangeRequest;
  readonly settings: ExchangeSettings;
}

function dispatch(state: ExchangeState, { type, mode, query, request, settings }: Call): ExchangeStep {
  const filename = query.get('filename') ?? '';
  switch (mode) {
    case 'init':
      return beginCycle(state, type, query.get('version') ?? null, request, settings);
    case 'file':
      return receiveFile(state, type, filename, request, settings);
    case 'import':
      return importFile(state, type, filename);
    case 'complete':
      return need(state, { kind: 'complete', type });
    case 'deactivate':
      return deactivate(state, type, query.get('timestamp') ?? null);
    case 'query':
      return type === 'sale' ? queryOrders(state, settings) : unknownMode(state, mode);
    case 'success':
      return type === 'sale' ? confirmOrders(state) : answer(state, 'success');
    case 'info':
      return type === 'sale' ? need(state, { kind: 'info' }) : unknownMode(state, mode);
    default:
      return unknownMode(state, mode);
  }
}

const unknownMode = (state: ExchangeState, mode: string): ExchangeStep =>
  answer(state, 'failure', messages.unknownMode(mode.slice(0, 40)));

/** Only a session that brought everything may say that the rest is gone; older sites don't know the command at all. */
function deactivate(state: ExchangeState, type: ExchangeType, timestamp: string | null): ExchangeStep {
  if (type !== 'catalog') return answer(state, 'success');
  if (!state.hadFullImport) return answer(state, 'success', messages.nothingDeactivated);
  const given = Number(timestamp);
  const isOurs = Number.isSafeInteger(given) && given > 0 && given <= state.usedAt;
  // A time before this session would spare nothing more, a later one would deactivate what this session brought.
  return need(state, {
    kind: 'deactivate',
    since: isOurs ? Math.min(given, state.startedAt) : state.startedAt,
  });
}

/**
 * Goes on after a task.
 * @param step what `handleExchange` or this function gave, with a task
 */
export function resumeExchange(
  step: ExchangeStep & { readonly task: ExchangeTask },
  outcome: TaskOutcome,
  settings: Partial<ExchangeSettings> = {},
): ExchangeStep {
  const all = { ...defaultExchangeSettings, ...settings };
  const { state, task } = step;
  const isDone = outcome.status === 'done';
  const { message } = outcome;
  switch (task.kind) {
    case 'write':
      return afterWrite(state, task.name, isDone, message, all);
    case 'unpack':
      return afterUnpack(state, task, outcome, state.usedAt);
    case 'import':
      return afterImport(state, task, outcome);
    case 'clear':
      return tellTerms(state, task.type, all);
    case 'deactivate':
      if (outcome.status === 'running') return answer(state, 'progress', message ?? messages.deactivating);
      return answer(
        state,
        isDone ? 'success' : 'failure',
        message ?? (isDone ? '' : messages.notDeactivated),
      );
    case 'complete':
      // No configuration is known to ask again: it has told everything, and the rest is the site's own affair.
      if (outcome.status === 'running') return answer(state, 'success', message ?? messages.completing);
      return isDone
        ? answer(state, 'success', message)
        : answer(state, 'failure', messages.notCompleted, message);
    case 'confirm':
      return afterConfirm(state, isDone, task.isBeforeQuery, message);
    case 'query':
      return afterQuery(state, task.batch, outcome as QueryOutcome);
    case 'info':
      if (!isDone) return answer(state, 'failure', messages.noInfo, message);
      return { state, reply: { status: 200, text: undefined, setsCookie: false } };
  }
}
