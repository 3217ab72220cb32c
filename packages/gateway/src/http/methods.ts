import type { Hono } from 'hono';

import { ProblemError } from '../problem-error.js';
import type { LoggedVariables } from './logging.js';

/** Answers every other method on a known path as `method_not_allowed`. Call it after all routes are there. */
export function refuseOtherMethods(app: Hono<{ Variables: LoggedVariables }>): void {
  const methods = new Map<string, Set<string>>();
  for (const { method, path } of app.routes) {
    if (method === 'ALL') continue;
    const known = methods.get(path) ?? new Set();
    methods.set(path, known.add(method));
    if (method === 'GET') known.add('HEAD');
  }
  for (const [path, known] of methods) {
    app.all(path, () => {
      throw new ProblemError('method_not_allowed', { params: { allow: [...known].sort() } });
    });
  }
}
