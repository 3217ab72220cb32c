import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

import { createInMemoryGateway } from '@kontor/gateway/in-memory';

/** A gateway with the demo supplier on loopback. */
export interface ShopServer {
  readonly address: string;
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

/** @param size of the demo supplier: `full` has 46,000 variants */
export async function openShopServer(size: 'full' | 'small'): Promise<ShopServer> {
  const gateway = await createInMemoryGateway({ demo: size });
  const server = createServer((message, response) => {
    void toRequest(message)
      .then((request) => gateway.fetch(request))
      .then((answer) => {
        response.writeHead(answer.status, Object.fromEntries(answer.headers));
        if (answer.body) Readable.fromWeb(answer.body as never).pipe(response);
        else response.end();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    fetch: (request) => gateway.fetch(request),
    async close() {
      server.closeAllConnections();
      server.close();
      await gateway.close();
    },
  };
}

async function toRequest(message: IncomingMessage): Promise<Request> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) chunks.push(chunk as Uint8Array);
  const { method = 'GET', url = '/', headers } = message;
  const texts = Object.entries(headers).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return new Request(`http://${headers.host ?? ''}${url}`, {
    method,
    headers: texts,
    ...(chunks.length > 0 ? { body: new Blob(chunks as never[]) } : {}),
  });
}
