import { Hono } from 'hono';

import { cors } from './http/cors.js';
import { answerProblems, notFound } from './http/problems.js';
import { limitRate } from './http/rate-limit.js';
import { requestIds, type RequestVariables } from './http/request-id.js';
import type { Route } from './http/route.js';
import { serveOperation } from './http/serve-operation.js';
import { createJobs, type Jobs } from './jobs.js';
import { agreementRoutes } from './modules/access/agreement-routes.js';
import { companyRoutes } from './modules/access/company-routes.js';
import { createForgetting } from './modules/access/forget.js';
import { createAccess } from './modules/access/service.js';
import { sessionRoutes } from './modules/access/session-routes.js';
import { backofficePeopleRoutes } from './modules/backoffice/people-routes.js';
import { createCarts } from './modules/cart/service.js';
import { createCatalog } from './modules/catalog/service.js';
import { createEvents } from './modules/events/service.js';
import { createPricing } from './modules/pricing/service.js';
import { createStock } from './modules/stock/service.js';
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
  const access = createAccess(deps, events);
  const pricing = createPricing(deps);
  const stock = createStock(deps);
  const carts = createCarts({ variants: createCatalog(), pricing, stock, events });
  const routes: Route[] = [
    ...sessionRoutes(access),
    ...agreementRoutes(access, carts),
    ...companyRoutes(access),
    ...backofficePeopleRoutes(access),
  ];
  const jobs = createJobs([createForgetting(deps)], deps.log);

  const app = new Hono<{ Variables: RequestVariables }>();
  app.use(requestIds());
  app.use(cors(deps.settings));
  app.use(limitRate(deps.clock, deps.settings));
  app.onError(answerProblems(deps.log));
  app.notFound(notFound);
  for (const route of routes) {
    const { method, path } = route.operation;
    app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) =>
      serveOperation(deps, route, {
        request: context.req.raw,
        params: context.req.param(),
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
      await access.close();
      await events.close();
    },
  };
}
