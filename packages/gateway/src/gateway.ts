import { Hono } from 'hono';

import { cors } from './http/cors.js';
import { answerProblems, notFound } from './http/problems.js';
import { requestIds, type RequestVariables } from './http/request-id.js';
import type { Route } from './http/route.js';
import { serveOperation } from './http/serve-operation.js';
import { createJobs, type Jobs } from './jobs.js';
import { createAccess } from './modules/access/service.js';
import { createEvents } from './modules/events/service.js';
import type { GatewayDeps } from './ports.js';

/** A Kontor server without sockets: the same in Node, in tests and inside a page. */
export interface Gateway {
  /** Answers a request; never throws. */
  fetch(this: void, request: Request): Promise<Response>;
  /** Every operation that is served. */
  readonly routes: readonly Route[];
  readonly jobs: Jobs;
  /** Ends jobs and subscriptions; the database stays open, it is its owner's. */
  close(): Promise<void>;
}

/** Builds the whole server: modules, then routes, then middleware. */
export function createGateway(deps: GatewayDeps): Gateway {
  const events = createEvents(deps.database);
  const access = createAccess(deps);
  const routes: Route[] = [];
  const jobs = createJobs([], deps.log);

  const app = new Hono<{ Variables: RequestVariables }>();
  app.use(requestIds());
  app.use(cors(deps.settings));
  app.onError(answerProblems(deps.log));
  app.notFound(notFound);
  for (const route of routes) {
    const { method, path } = route.operation;
    app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) =>
      serveOperation(deps, route, {
        request: context.req.raw,
        params: context.req.param() as Record<string, string>,
        caller: await access.authenticate(context.req.raw),
        requestId: context.var.requestId,
      }),
    );
  }
  return {
    fetch: async (request) => app.fetch(request),
    routes,
    jobs,
    async close() {
      await jobs.stop();
      await events.close();
    },
  };
}
