import { createInMemoryGateway } from '@kontor/gateway/in-memory';

import type { ToPage, ToWorker } from './messages.js';

/** The real gateway with the small demo supplier, inside this worker. */
const opening = open();
const leaving = new Map<number, AbortController>();

async function open() {
  // A worker's own address is that of its chunk; the page tells its own as the worker's name.
  const folder = new URL('./demo/', self.name);
  const [archive, { madeAt }] = await Promise.all([
    fetch(new URL('supplier.bin', folder)),
    fetch(new URL('supplier.json', folder)).then((answer) => answer.json() as Promise<{ madeAt: string }>),
  ]);
  if (!archive.ok || !archive.body) throw new Error('The demo supplier is not there');
  const unpacked = archive.body.pipeThrough(new DecompressionStream('gzip'));
  const from = await new Response(unpacked).blob();
  // The supplier's prices and stock stay as fresh as on the day when it was made.
  const late = Date.now() - Date.parse(madeAt);
  return createInMemoryGateway({ from, clock: { now: () => new Date(Date.now() - late) } });
}

const tell = (message: ToPage): void => postMessage(message);

async function answer(request: Extract<ToWorker, { kind: 'request' }>): Promise<void> {
  const { id, url, method, headers, body } = request;
  const controller = new AbortController();
  leaving.set(id, controller);
  try {
    const gateway = await opening;
    const response = await gateway.fetch(
      new Request(url, {
        method,
        headers: headers.map(([name, value]): [string, string] => [name, value]),
        signal: controller.signal,
        ...(body && body.byteLength > 0 ? { body } : {}),
      }),
    );
    tell({ kind: 'head', id, status: response.status, headers: [...response.headers] });
    const reader = response.body?.getReader();
    for (;;) {
      const piece = await reader?.read();
      if (!piece || piece.done || controller.signal.aborted) break;
      tell({ kind: 'chunk', id, chunk: piece.value });
    }
    if (controller.signal.aborted) void reader?.cancel();
    tell({ kind: 'end', id });
  } catch (error) {
    tell({ kind: 'failure', id, message: String(error) });
  } finally {
    leaving.delete(id);
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'abort') leaving.get(data.id)?.abort();
  else void answer(data);
});
