import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { getRequestListener } from '@hono/node-server';

import type { Gateway } from '../gateway.js';
import { answerKept } from './answer-kept.js';
import type { ClientAddresses } from './client-address.js';

/** A gateway that listens. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Takes no new requests and waits for the running ones, at most the grace. */
  close(): Promise<void>;
}

/** How to listen. */
export interface ListenOptions {
  host: string;
  /** 0: any free port. */
  port: number;
  clients: ClientAddresses;
  /** Milliseconds that running requests may take at the end. @default 10000 */
  grace?: number;
}

/** Puts a gateway on a socket. @throws when the port is taken */
export async function listen(
  gateway: Pick<Gateway, 'fetch' | 'recall'>,
  { host, port, clients, grace = 10_000 }: ListenOptions,
): Promise<Listening> {
  const answer = getRequestListener(
    (request, { incoming }) => {
      clients.note(request, incoming.socket.remoteAddress);
      return gateway.fetch(request);
    },
    { hostname: host },
  );
  const server = createServer((incoming, outgoing) => {
    if (!answerKept({ recall: gateway.recall, incoming, outgoing })) void answer(incoming, outgoing);
  });
  // Longer than proxies and clients keep theirs: else they sometimes write to a connection that is being closed.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${String(address.port)}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        const force = setTimeout(() => {
          server.closeAllConnections();
        }, grace);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
