import { isExchanged, normaliseFileName } from './file-name.js';
import { messages } from './messages.js';
import type { ExchangeRequest, UploadedPart } from './request.js';
import type { ExchangeSettings } from './settings.js';
import { isArchive, isPicture, type ExchangeFile, type ExchangeState, type ExchangeType } from './state.js';
import { answer, need, type ExchangeStep } from './step.js';

/** `mode=file`: parts carry neither number nor offset; they are told apart by what they begin with and by their hashes. */
export function receiveFile(
  state: ExchangeState,
  type: ExchangeType,
  given: string,
  request: ExchangeRequest,
  settings: ExchangeSettings,
): ExchangeStep {
  const name = normaliseFileName(given);
  if (name === undefined) return answer(state, 'failure', messages.badName);
  // A refusal would end the whole exchange.
  if (!isExchanged(name)) return answer(state, 'success', messages.skipped);
  const known = state.files[name];
  const { part } = request;
  if (part === undefined || part.size === 0)
    return known === undefined ? answer(state, 'failure', messages.noBody) : answer(state, 'success');
  if (known?.status === 'received' && isRepeated(known, part)) return answer(state, 'success');

  const isNew = known?.status !== 'received' || beginsAnew(known, part, settings);
  const others = Object.entries(state.files)
    .filter(([other]) => other !== name)
    .reduce((sum, [, { bytes }]) => sum + bytes, 0);
  const offset = isNew ? 0 : known.bytes;
  if (others + offset + part.size > settings.inboxLimit) return answer(state, 'failure', messages.tooMuch);

  const lastKey = isNew ? state.lastKey + 1 : state.lastKey;
  const file: ExchangeFile = {
    type,
    key: isNew ? String(lastKey) : known.key,
    bytes: offset + part.size,
    status: 'received',
    isUnpacked: false,
    receivedAt: request.now,
    firstPart: isNew ? part.hash : known.firstPart,
    lastPart: part.hash,
    lastSize: part.size,
    message: '',
  };
  const next = { ...state, lastKey, files: { ...withoutOtherPictures(state.files, name), [name]: file } };
  return need(next, { kind: 'write', name, key: file.key, offset });
}

/** Parts of a picture come one after the other, and nobody asks for it again: of thousands only the last one is remembered. */
function withoutOtherPictures(files: ExchangeState['files'], name: string): ExchangeState['files'] {
  return Object.fromEntries(Object.entries(files).filter(([other]) => other === name || !isPicture(other)));
}

/** A part whose reply was lost comes again. It is no next part: those of one file differ. */
const isRepeated = (known: ExchangeFile, part: UploadedPart): boolean =>
  known.lastPart === part.hash && known.lastSize === part.size;

/** A later part of an archive may begin with `PK` by chance: only where the file so far may be whole is it a new one. So with pictures. */
function beginsAnew(known: ExchangeFile, part: UploadedPart, settings: ExchangeSettings): boolean {
  if (part.start === 'xml') return true;
  return part.start !== 'other' && (part.hash === known.firstPart || known.lastSize < settings.fileLimit);
}

/** After the part was written. In the classic exchange orders' files are read at once: nobody asks for their import. */
export function afterWrite(
  state: ExchangeState,
  name: string,
  isWritten: boolean,
  message: string | undefined,
  settings: ExchangeSettings,
): ExchangeStep {
  const file = state.files[name];
  if (!isWritten || file === undefined) {
    const { [name]: _lost, ...files } = state.files;
    return answer({ ...state, files }, 'failure', messages.notStored, message);
  }
  const isClassicSale = file.type === 'sale' && !state.versions.sale;
  if (!isClassicSale || file.lastSize === settings.fileLimit) return answer(state, 'success');
  if (isArchive(name))
    return need(state, {
      kind: 'unpack',
      archives: [{ name, key: file.key, type: file.type }],
      wanted: name,
    });
  return need(state, { kind: 'import', type: file.type, name, key: file.key, isImmediate: true });
}
