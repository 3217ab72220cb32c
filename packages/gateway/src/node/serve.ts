import type { AddressInfo } from 'node:net';

import { serve as serveNode } from '@hono/node-server';

import type { Gateway } from '../gateway.js';
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
  gateway: Pick<Gateway, 'fetch'>,
  { host, port, clients, grace = 10_000 }: ListenOptions,
): Promise<Listening> {
  const server = await new Promise<ReturnType<typeof serveNode>>((resolve, reject) => {
    const starting = serveNode(
      {
        hostname: host,
        port,
        fetch: (request, { incoming }) => {
          clients.note(request, incoming.socket.remoteAddress);
          return gateway.fetch(request);
        },
      },
      () => {
        resolve(starting);
      },
    );
    starting.once('error', reject);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${String(address.port)}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        const force = setTimeout(() => {
          if ('closeAllConnections' in server) server.closeAllConnections();
        }, grace);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}
