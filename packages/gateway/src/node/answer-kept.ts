import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Gateway } from '../gateway.js';
import type { RequestHead } from '../ports.js';
import type { ClientAddresses } from './client-address.js';

/** A request as Node has it, and who may know the answer. */
export interface NodeExchange {
  recall: Gateway['recall'];
  clients: ClientAddresses;
  incoming: IncomingMessage;
  outgoing: ServerResponse;
}

/** Answers what the gateway has ready; false: nothing was ready and nothing has been answered. */
export function answerKept({ recall, clients, incoming, outgoing }: NodeExchange): boolean {
  const { method, url, headers, socket } = incoming;
  if (method !== 'GET' || url === undefined || !isPlain(headers)) return false;
  const head: RequestHead = { method, headers: { get: (name) => valueOf(headers[name]) } };
  clients.note(head, socket.remoteAddress);
  const page = recall(url, head);
  if (!page) return false;
  const { status, body } = page;
  if (body) page.headers.push('content-length', String(body.byteLength));
  outgoing.writeHead(status, page.headers).end(body ?? undefined);
  return true;
}

/** Neither a body that somebody would have to read, nor a host that somebody would have to judge. */
function isPlain(headers: IncomingMessage['headers']): boolean {
  return (
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined &&
    /^[a-z\d._-]+(:\d+)?$/.test(headers.host ?? '')
  );
}

function valueOf(value: string | string[] | undefined): string | null {
  return value === undefined ? null : String(value);
}
