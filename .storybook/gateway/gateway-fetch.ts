import type { ToPage, ToWorker } from './messages.js';

interface Waiting {
  head(message: Extract<ToPage, { kind: 'head' }>): void;
  chunk(chunk: Uint8Array<ArrayBuffer>): void;
  end(error?: Error): void;
}

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/** One gateway for all stories of a page, started by the first request. */
function gateway(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: document.baseURI });
  worker.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    const asker = waiting.get(data.id);
    if (data.kind === 'head') asker?.head(data);
    else if (data.kind === 'chunk') asker?.chunk(data.chunk);
    else asker?.end(data.kind === 'failure' ? new TypeError(data.message) : undefined);
  });
  return worker;
}

/** `fetch` that is answered by the gateway in the worker; bodies stream, events too. */
export async function gatewayFetch(request: Request): Promise<Response> {
  const id = ++lastId;
  const { url, method, signal } = request;
  const body = request.body ? await request.arrayBuffer() : undefined;
  signal.throwIfAborted();
  const send = (message: ToWorker): void => gateway().postMessage(message);
  return new Promise((resolve, reject) => {
    let sink: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
    const leave = (): void => {
      send({ kind: 'abort', id });
      const reason = signal.reason as Error;
      if (sink) sink.error(reason);
      else reject(reason);
      waiting.delete(id);
    };
    signal.addEventListener('abort', leave, { once: true });
    waiting.set(id, {
      head({ status, headers }) {
        const hasBody = status !== 204 && status !== 304;
        const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
          start: (controller) => void (sink = controller),
          cancel() {
            waiting.delete(id);
            send({ kind: 'abort', id });
          },
        });
        resolve(
          new Response(hasBody ? stream : null, {
            status,
            headers: headers.map(([name, value]): [string, string] => [name, value]),
          }),
        );
      },
      chunk: (chunk) => sink?.enqueue(chunk),
      end(error) {
        waiting.delete(id);
        signal.removeEventListener('abort', leave);
        if (!error) sink?.close();
        else if (sink) sink.error(error);
        else reject(error);
      },
    });
    send({ kind: 'request', id, url, method, headers: [...request.headers], body });
  });
}
