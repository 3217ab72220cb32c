import { messages } from './messages.js';
import type { ExchangeRequest } from './request.js';
import type { ExchangeSettings } from './settings.js';
import { isData, startSession, type ExchangeState, type ExchangeType } from './state.js';
import { answer, linesOf, need, type ExchangeStep } from './step.js';

/** `mode=checkauth`: a session of its own for every job of 1C; several may overlap. */
export function checkAuth(request: ExchangeRequest, settings: ExchangeSettings): ExchangeStep {
  if (!request.isAuthentic) return refuseToken();
  const state = startSession(request.newToken, request.now);
  const lines = [
    'success',
    settings.cookieName,
    state.token,
    `sessid=${state.token}`,
    `timestamp=${String(state.startedAt)}`,
  ];
  return { state, reply: { status: 200, text: linesOf(lines), setsCookie: true } };
}

const refuseToken = (): ExchangeStep => ({
  state: undefined,
  reply: { status: 401, text: linesOf(['failure', messages.wrongCredentials]), setsCookie: false },
});

/** `mode=init`: comes several times in one cycle; only what is done with, or forgotten, is cleared. */
export function beginCycle(
  state: ExchangeState,
  type: ExchangeType,
  version: string | null,
  request: ExchangeRequest,
  settings: ExchangeSettings,
): ExchangeStep {
  if (request.isBusy) return answer(state, 'failure', messages.busy);
  const next: ExchangeState = { ...state, versions: { ...state.versions, [type]: version } };
  const isStale = request.now - newestFile(state, type) > settings.staleSeconds;
  const isDone = Object.entries(state.files).every(
    ([name, file]) =>
      file.type !== type || !isData(name) || file.status === 'imported' || file.status === 'failed',
  );
  const names = Object.keys(state.files).filter((name) => state.files[name]?.type === type);
  const canClear = isStale || (isDone && hasData(state, names));
  if (names.length === 0 || !canClear) return tellTerms(next, type, settings);
  const keys = names.flatMap((name) => state.files[name]?.key ?? []);
  const files = Object.fromEntries(Object.entries(state.files).filter(([name]) => !names.includes(name)));
  return need({ ...next, files }, { kind: 'clear', keys, type });
}

/** Pictures alone, or an archive that is not unpacked, belong to a cycle whose files are still to come. */
const hasData = (state: ExchangeState, names: readonly string[]): boolean =>
  names.some((name) => isData(name)) && names.every((name) => !isWaiting(state, name));

const isWaiting = (state: ExchangeState, name: string): boolean => {
  const file = state.files[name];
  return file !== undefined && /\.zip$/i.test(name) && !file.isUnpacked;
};

const newestFile = (state: ExchangeState, type: ExchangeType): number =>
  Math.max(
    0,
    ...Object.values(state.files)
      .filter((file) => file.type === type)
      .map(({ receivedAt }) => receivedAt),
  );

export function tellTerms(
  state: ExchangeState,
  type: ExchangeType,
  settings: ExchangeSettings,
): ExchangeStep {
  const accepted = type === 'sale' ? settings.saleVersion : settings.catalogVersion;
  const asksForVersion = Boolean(state.versions[type]) && accepted !== undefined;
  const lines = [
    `zip=${settings.acceptsZip ? 'yes' : 'no'}`,
    `file_limit=${String(settings.fileLimit)}`,
    ...(asksForVersion ? [`sessid=${state.token}`, `version=${accepted}`] : []),
  ];
  return { state, reply: { status: 200, text: linesOf(lines), setsCookie: false } };
}
