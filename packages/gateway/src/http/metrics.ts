import type { Metrics, Settings } from '../ports.js';
import { sha256 } from '../identifiers.js';
import { ProblemError } from '../problem-error.js';

/** Counts nothing: for tests and pages. */
export const noMetrics: Metrics = {
  inFlight: () => undefined,
  observe: () => undefined,
  gauge: () => undefined,
  text: () => Promise.resolve(''),
};

const proxyHeaders = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'];

/**
 * Answers the numbers to this machine itself and to whoever has the token. A request that came through a proxy is not of
 * this machine, whatever its connection says.
 * @throws ProblemError `unauthenticated`
 */
export async function serveMetrics(
  metrics: Metrics,
  { metricsToken, clientAddress }: Pick<Settings, 'metricsToken' | 'clientAddress'>,
  request: Request,
): Promise<Response> {
  const isLocal =
    /^(127(\.\d+){3}|::1)$/.test(clientAddress(request)) &&
    !proxyHeaders.some((name) => request.headers.has(name));
  if (!isLocal && !(await hasToken(request, metricsToken))) throw new ProblemError('unauthenticated');
  return new Response(await metrics.text(), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
  });
}

async function hasToken(request: Request, token: string | null): Promise<boolean> {
  const given = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === null || given === undefined) return false;
  // Digests are compared, so that time tells nothing of the token.
  const [left, right] = await Promise.all([sha256(given), sha256(token)]);
  return left.every((byte, index) => byte === right[index]);
}
