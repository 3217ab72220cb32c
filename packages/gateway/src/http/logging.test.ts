import { Hono } from 'hono';
import { expect, it } from 'vitest';

import { logRequests, type LoggedVariables } from './logging.js';
import { noMetrics } from './metrics.js';

it('warns of a request that took too long', async () => {
  const lines: string[] = [];
  const log = {
    info: (_fields: object, message: string) => void lines.push(`info ${message}`),
    warn: (_fields: object, message: string) => void lines.push(`warn ${message}`),
    error: () => undefined,
  };
  const app = new Hono<{ Variables: LoggedVariables }>();
  app.use('/slow', logRequests(log, noMetrics, 0));
  app.use('/quick', logRequests(log, noMetrics, 60_000));
  app.get('*', (context) => context.text('done'));
  await app.request('/slow');
  await app.request('/quick');
  expect(lines).toEqual(['warn slow request', 'info request']);
});
