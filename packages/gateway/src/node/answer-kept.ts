import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Gateway } from '../gateway.js';
import { IncomingHead } from './incoming-head.js';

/** A request as Node has it, and who may know the answer. */
export interface NodeExchange {
  recall: Gateway['recall'];
  incoming: IncomingMessage;
  outgoing: ServerResponse;
}

/** Answers what the gateway has ready; false: nothing was ready and nothing has been answered. */
export function answerKept({ recall, incoming, outgoing }: NodeExchange): boolean {
  const { method, url, headers, socket } = incoming;
  if (method !== 'GET' || url === undefined || !isPlain(headers)) return false;
  const page = recall(url, new IncomingHead(headers, socket.remoteAddress));
  if (!page) return false;
  const { status, requestId, body } = page;
  const length = body ? ['content-length', String(body.byteLength)] : [];
  outgoing.writeHead(status, page.headers.concat('x-request-id', requestId, length)).end(body);
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
