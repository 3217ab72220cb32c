import { createClient, type Client } from '../src/client.js';
import type { ClientOptions } from '../src/options.js';

/** What a scripted gateway got. */
export interface Sent {
  method: string;
  path: string;
  headers: Headers;
  body: string;
}

/** One answer of a script: a response, a failure, or something made of the request. */
export type Answer = Response | Error | ((request: Request) => Response | Promise<Response>);

/** A client whose gateway answers by a script; the last answer is repeated. */
export function scripted(
  answers: readonly Answer[],
  options: Partial<ClientOptions> = {},
): { client: Client; sent: Sent[] } {
  const sent: Sent[] = [];
  const client = createClient({
    baseUrl: 'http://gateway.test',
    gatherFor: 0,
    fetch: async (request) => {
      const { pathname, search } = new URL(request.url);
      const body = await request.clone().text();
      const answer = answers[Math.min(sent.length, answers.length - 1)];
      sent.push({ method: request.method, path: pathname + search, headers: request.headers, body });
      if (answer instanceof Error) throw answer;
      if (answer instanceof Response) return answer.clone();
      if (!answer) throw new Error('The script is empty');
      return answer(request);
    },
    ...options,
  });
  return { client, sent };
}

/** A problem as a gateway sends it. */
export function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  return Response.json(
    { type: `/problems/${code}`, code, title: 'A problem', status, requestId: 'req_1', params: {} },
    { status, headers: { 'content-type': 'application/problem+json', ...headers } },
  );
}

/** An answer whose body breaks in the midst. */
export function broken(start = '{"items":['): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(start));
    },
    pull(controller) {
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}

/** Never answers, and heeds no signal. */
export const silence = (): Promise<Response> => new Promise(() => undefined);
