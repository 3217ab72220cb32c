import { Hono } from 'hono';
import { expect, it } from 'vitest';

import { createRecord, logRequests, type LoggedVariables } from './logging.js';
import { noMetrics } from './metrics.js';

it('warns of a request that took too long', async () => {
  const lines: string[] = [];
  const log = {
    info: (_fields: object, message: string) => void lines.push(`info ${message}`),
    warn: (_fields: object, message: string) => void lines.push(`warn ${message}`),
    error: () => undefined,
  };
  const app = new Hono<{ Variables: LoggedVariables }>();
  app.use('/slow', logRequests(createRecord(log, noMetrics, 0), noMetrics));
  app.use('/quick', logRequests(createRecord(log, noMetrics, 60_000), noMetrics));
  app.get('*', (context) => context.text('done'));
  await app.request('/slow');
  await app.request('/quick');
  expect(lines).toEqual(['warn slow request', 'info request']);
});
