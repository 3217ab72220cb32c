import { messages } from './messages.js';
import type { ExchangeSettings } from './settings.js';
import type { ExchangeState } from './state.js';
import { answer, need, type ExchangeStep, type QueryOutcome } from './step.js';

/** `mode=query`: a second one confirms the first where 1C never says `success`. */
export function queryOrders(state: ExchangeState, settings: ExchangeSettings): ExchangeStep {
  if (state.openBatch !== null && settings.confirmsByQuery)
    return need(state, { kind: 'confirm', batch: state.openBatch, isBeforeQuery: true });
  return askForBatch(state);
}

export function askForBatch(state: ExchangeState): ExchangeStep {
  // Where only `success` confirms, a repeated query gives the same batch again.
  const batch = state.openBatch ?? state.lastBatch + 1;
  return need(state, { kind: 'query', batch, isFirst: state.lastBatch === 0 });
}

export function afterQuery(state: ExchangeState, batch: number, outcome: QueryOutcome): ExchangeStep {
  if (outcome.status === 'failed') return answer(state, 'failure', messages.noOrders, outcome.message);
  const openBatch = outcome.count > 0 ? batch : null;
  const next = { ...state, lastBatch: Math.max(state.lastBatch, batch), openBatch };
  return { state: next, reply: { status: 200, text: undefined, setsCookie: false } };
}

/** `mode=success`: confirms exactly what the last query of this session gave; without one there is nothing to confirm. */
export function confirmOrders(state: ExchangeState): ExchangeStep {
  if (state.openBatch === null) return answer(state, 'success');
  return need(state, { kind: 'confirm', batch: state.openBatch, isBeforeQuery: false });
}

export function afterConfirm(
  state: ExchangeState,
  isConfirmed: boolean,
  isBeforeQuery: boolean,
  message: string | undefined,
): ExchangeStep {
  if (!isConfirmed) return answer(state, 'failure', messages.notConfirmed, message);
  const next = { ...state, openBatch: null };
  return isBeforeQuery ? askForBatch(next) : answer(next, 'success');
}
