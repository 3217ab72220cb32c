import { findFileName, normaliseFileName } from './file-name.js';
import { messages } from './messages.js';
import {
  isArchive,
  isData,
  isPicture,
  type ExchangeFile,
  type ExchangeState,
  type ExchangeType,
} from './state.js';
import {
  answer,
  need,
  type ExchangeStep,
  type ExchangeTask,
  type ImportOutcome,
  type UnpackOutcome,
} from './step.js';

/** `mode=import`: a poll, repeated until the first line is not `progress`, and again after a lost reply. */
export function importFile(state: ExchangeState, type: ExchangeType, given: string): ExchangeStep {
  const wanted = normaliseFileName(given);
  if (wanted === undefined) return answer(state, 'failure', messages.badName);
  const archives = Object.entries(state.files)
    .filter(([name, file]) => isArchive(name) && !file.isUnpacked)
    .map(([name, { key, type: archiveType }]) => ({ name, key, type: archiveType }));
  if (archives.length > 0) return need(state, { kind: 'unpack', archives, wanted });
  return importNamed(state, type, wanted);
}

function importNamed(state: ExchangeState, type: ExchangeType, wanted: string): ExchangeStep {
  // There is nothing to read in a picture, and those that came are not remembered.
  if (isPicture(wanted)) return answer(state, 'success');
  const names = Object.keys(state.files);
  const name = findFileName(names, wanted);
  const file = name === undefined ? undefined : state.files[name];
  if (name === undefined || file === undefined) return answer(state, 'failure', messages.notFound(wanted));
  // An archive's own name.
  if (!isData(name)) return answer(state, 'success');
  if (file.status === 'imported') return answer(state, 'success', file.message);
  return need(state, { kind: 'import', type: file.type, name, key: file.key, isImmediate: false });
}

export function afterUnpack(
  state: ExchangeState,
  task: Extract<ExchangeTask, { kind: 'unpack' }>,
  outcome: UnpackOutcome,
  now: number,
): ExchangeStep {
  if (outcome.status === 'running') return answer(state, 'progress', outcome.message ?? messages.unpacking);
  if (outcome.status === 'failed') {
    // Without the archives 1C can send them anew.
    const files = Object.fromEntries(
      Object.entries(state.files).filter(([name]) => !task.archives.some((archive) => archive.name === name)),
    );
    return answer({ ...state, files }, 'failure', messages.notUnpacked, outcome.message);
  }
  const files: Record<string, ExchangeFile> = { ...state.files };
  for (const { name } of task.archives) {
    const archive = files[name];
    if (archive !== undefined) files[name] = { ...archive, isUnpacked: true, status: 'imported' };
  }
  const told = (outcome.files ?? []).flatMap((each) => {
    const name = normaliseFileName(each.name);
    const archive = state.files[each.archive];
    return name === undefined || archive === undefined ? [] : [{ ...each, name, type: archive.type }];
  });
  for (const { name, key, bytes, type } of told) {
    const parts = { firstPart: '', lastPart: '', lastSize: 0 };
    files[name] = {
      type,
      key,
      bytes,
      status: 'received',
      isUnpacked: false,
      receivedAt: now,
      message: '',
      ...parts,
    };
  }
  const next = { ...state, files };
  if (!isArchive(task.wanted)) return importNamed(next, task.archives[0]?.type ?? 'catalog', task.wanted);
  const isClassicSale = task.archives[0]?.type === 'sale' && !state.versions.sale;
  return (isClassicSale ? importNext(next) : undefined) ?? answer(next, 'success', outcome.message);
}

/** Files of an archive that nobody will ask for by their names: one after the other. */
function importNext(state: ExchangeState): ExchangeStep | undefined {
  for (const [name, file] of Object.entries(state.files)) {
    const isFromArchive = file.firstPart === '';
    if (file.type === 'sale' && isFromArchive && file.status === 'received' && isData(name))
      return need(state, { kind: 'import', type: file.type, name, key: file.key, isImmediate: true });
  }
  return undefined;
}

export function afterImport(
  state: ExchangeState,
  task: Extract<ExchangeTask, { kind: 'import' }>,
  outcome: ImportOutcome,
): ExchangeStep {
  const file = state.files[task.name];
  const statuses = { done: 'imported', failed: 'failed', running: 'importing' } as const;
  const message = outcome.message ?? '';
  const next: ExchangeState = {
    ...state,
    hadFullImport: state.hadFullImport || (outcome.status === 'done' && outcome.isFull === true),
    files:
      file === undefined
        ? state.files
        : { ...state.files, [task.name]: { ...file, status: statuses[outcome.status], message } },
  };
  if (outcome.status === 'failed') return answer(next, 'failure', message || messages.notImported);
  if (task.isImmediate)
    return importNext(next) ?? answer(next, 'success', outcome.status === 'done' ? message : '');
  if (outcome.status === 'running') return answer(next, 'progress', message || messages.importing);
  return answer(next, 'success', message);
}

/** Files that were sent and that nobody asked to import for so long: some 1C never do. */
export function overdueFiles(
  state: ExchangeState,
  now: number,
  seconds: number,
): readonly { readonly name: string; readonly key: string; readonly type: ExchangeType }[] {
  return Object.entries(state.files)
    .filter(([name, file]) => isData(name) && file.status === 'received' && now - file.receivedAt >= seconds)
    .map(([name, { key, type }]) => ({ name, key, type }));
}
