import type { StoredEvent } from './queries.js';

/** How long a browser waits before it connects again, in milliseconds. */
const retry = 2000;

/**
 * The head of a stream: where it begins, so that a connection which breaks before its first event is taken up there.
 * The id is for `EventSource`, the comment for parsers that tell no id without an event.
 */
export function openingFrame(cursor: number): string {
  return `retry: ${retry}\nid: ${cursor}\n: cursor ${cursor}\n\n`;
}

/** One event in the format of server-sent events (HTML Living Standard, 9.2). */
export function eventFrame({ seq, at, payload }: StoredEvent): string {
  const id = String(seq);
  const data = JSON.stringify({ ...payload, id, at: at.toISOString() });
  return `id: ${id}\nevent: ${payload.type}\ndata: ${data}\n\n`;
}

/** Keeps proxies from closing a quiet connection. */
export const heartbeatFrame = ': still here\n\n';
