import { Hono } from 'hono';

import { createAnswerCache } from './http/answer-cache.js';
import { cors } from './http/cors.js';
import { serveDocsAsset, serveDocsPage } from './http/docs-page.js';
import { createHealth } from './http/health.js';
import { createKeptPages, type KeptPages } from './http/kept-pages.js';
import { createRecord, logRequests, type LoggedVariables } from './http/logging.js';
import { refuseOtherMethods } from './http/methods.js';
import { noMetrics, serveMetrics } from './http/metrics.js';
import { createOpenapiAnswer } from './http/openapi-answer.js';
import { privateAnswers } from './http/private-answers.js';
import { answerProblems, notFound } from './http/problems.js';
import { createRateLimit, limitRate } from './http/rate-limit.js';
import { createRequestIds, nameRequests } from './http/request-id.js';
import type { Route } from './http/route.js';
import { securityHeaders } from './http/security-headers.js';
import { serveOperation } from './http/serve-operation.js';
import { createTraffic } from './http/traffic.js';
import { addBacklogGauges } from './backlog-gauges.js';
import { createJobs, type Jobs } from './jobs.js';
import { agreementRoutes } from './modules/access/agreement-routes.js';
import { companyRoutes } from './modules/access/company-routes.js';
import { createForgetting } from './modules/access/forget.js';
import { createLetters, letterTopics } from './modules/access/send-letters.js';
import { createAccess } from './modules/access/service.js';
import { sessionRoutes } from './modules/access/session-routes.js';
import { backofficeExchangeRoutes } from './modules/backoffice/exchange-routes.js';
import { backofficePeopleRoutes } from './modules/backoffice/people-routes.js';
import { addressBook } from './modules/access/addresses.js';
import { findParties } from './modules/access/parties.js';
import { callRoutes } from './modules/calls/routes.js';
import { callTopic, createCallLetters, createCalls } from './modules/calls/service.js';
import { capabilityRoutes } from './modules/capabilities/routes.js';
import { cartRoutes } from './modules/cart/routes.js';
import { createCarts } from './modules/cart/service.js';
import { servePicture } from './modules/catalog/pictures.js';
import { catalogRoutes } from './modules/catalog/routes.js';
import { createCatalog } from './modules/catalog/service.js';
import { deliveryRoutes } from './modules/delivery/routes.js';
import { createDelivery } from './modules/delivery/service.js';
import { createRenderJob } from './modules/documents/render-job.js';
import { documentRoutes } from './modules/documents/routes.js';
import { createDocuments } from './modules/documents/service.js';
import { createEventForgetting } from './modules/events/forget.js';
import { eventRoutes } from './modules/events/routes.js';
import { createEvents } from './modules/events/service.js';
import { createEventStreams } from './modules/events/streams.js';
import { createExchange, exchangePaths } from './modules/exchange/service.js';
import { createODataJob } from './modules/integration/odata/odata-job.js';
import { integrationRoutes } from './modules/integration/routes.js';
import { createChannels } from './modules/orders/channels.js';
import { createCheckouts } from './modules/orders/checkout.js';
import { orderTopics } from './modules/orders/order-messages.js';
import { createStatusJob } from './modules/orders/receive-status.js';
import { checkoutRoutes, orderRoutes } from './modules/orders/routes.js';
import { createOrders } from './modules/orders/service.js';
import { createOutboxWorker } from './modules/outbox/worker.js';
import { createPriceListExport } from './modules/pricing/price-list.js';
import { pricingRoutes } from './modules/pricing/routes.js';
import { createPricing } from './modules/pricing/service.js';
import { stockRoutes } from './modules/stock/routes.js';
import { createStock } from './modules/stock/service.js';
import type { GatewayDeps } from './ports.js';

/** A Kontor server without sockets: the same in Node, in tests and inside a page. */
export interface Gateway {
  /** Answers a request; never throws. */
  fetch(this: void, request: Request): Promise<Response>;
  /** Answers a page that everybody gets, from its path with the query, before a `Request` is made; undefined: `fetch` has to. */
  readonly recall: KeptPages['recall'];
  /** Every operation that is served. */
  readonly routes: readonly Route[];
  readonly jobs: Jobs;
  /** Ends streams and says to balancers that no more requests are wanted; running ones go on. */
  drain(this: void): void;
  /** Ends jobs and subscriptions; the database stays open, it is its owner's. */
  close(): Promise<void>;
}

/** Builds the whole server: modules, then routes, then middleware. */
export function createGateway(deps: GatewayDeps): Gateway {
  const events = createEvents(deps.database, deps.log);
  const access = createAccess(deps, events, () => jobs.wake('letters'));
  const streams = createEventStreams({
    ...deps,
    events,
    authenticate: (request) => access.authenticate(request),
    limits: deps.streamLimits,
  });
  const pricing = createPricing(deps);
  const stock = createStock(deps);
  const catalog = createCatalog(deps);
  const server = { ...deps, answers: createAnswerCache(catalog.revision) };
  const carts = createCarts({ variants: catalog, pricing, stock, events });
  const delivery = createDelivery({ addresses: addressBook, pricing, carts, stock });
  const documents = createDocuments(deps);
  const orders = createOrders({ stock, documents, events });
  const checkouts = createCheckouts({ carts, delivery, stock, documents, events, orders });
  const calls = createCalls({ catalog, carts, orders });
  const routes: Route[] = [
    ...capabilityRoutes(deps.settings),
    ...sessionRoutes(access),
    ...agreementRoutes(access, carts),
    ...companyRoutes(access),
    ...callRoutes(calls, () => jobs.wake('letters')),
    ...backofficePeopleRoutes(access),
    ...catalogRoutes(catalog),
    ...pricingRoutes(pricing, catalog, createPriceListExport(pricing, catalog)),
    ...stockRoutes(stock, catalog),
    ...cartRoutes(carts),
    ...deliveryRoutes(delivery),
    ...checkoutRoutes(checkouts, stock, () => {
      jobs.wake('outbox');
      jobs.wake('documents');
    }),
    ...orderRoutes(orders),
    ...documentRoutes(documents),
    ...eventRoutes(streams),
    ...integrationRoutes(deps, events),
    ...backofficeExchangeRoutes(),
  ];
  const traffic = createTraffic();
  const exchange = createExchange(deps, { stock, events, traffic }, () => jobs.wake('exchange'));
  const [sendLetter, sendCallLetter] = [createLetters(deps), createCallLetters(deps)];
  const jobs: Jobs = createJobs(
    [
      createOutboxWorker(deps, {
        name: 'outbox',
        topics: orderTopics,
        deliver: createChannels(deps, orders),
        keepsDelivered: true,
      }),
      // Apart from orders: nobody who waits for a link waits for the webhook of a slow receiver.
      createOutboxWorker(deps, {
        name: 'letters',
        topics: [...letterTopics, callTopic],
        deliver: (message) => (message.topic === callTopic ? sendCallLetter(message) : sendLetter(message)),
        keepsDelivered: false,
      }),
      ...(deps.broker ? [createStatusJob(deps, deps.broker, orders)] : []),
      createRenderJob({ ...deps, orders, events, findParties }),
      createForgetting(deps),
      createEventForgetting(deps),
      ...exchange.jobs,
      ...(deps.settings.oneC.odata ? [createODataJob({ ...deps, events }, deps.settings.oneC.odata)] : []),
    ],
    deps.log,
  );

  const health = createHealth(deps.database);
  const metrics = deps.metrics ?? noMetrics;
  addBacklogGauges(metrics, deps, streams.count);

  const [requestIds, rateLimit] = [createRequestIds(), createRateLimit(deps.clock, deps.settings)];
  const record = createRecord(deps.log, metrics);
  const keptPages = createKeptPages({ ...server, rateLimit, requestIds, record });

  const app = new Hono<{ Variables: LoggedVariables }>();
  app.use(keptPages.remember);
  app.use(nameRequests(requestIds));
  app.use(securityHeaders(deps.settings));
  app.use(privateAnswers());
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', async (context) => {
    await health.ready();
    return context.json({ status: 'ready' });
  });
  if (deps.metrics) app.get('/metrics', (context) => serveMetrics(metrics, deps.settings, context.req.raw));
  app.use(logRequests(record, metrics));
  app.use(cors(deps.settings));
  app.use(limitRate(rateLimit));
  app.onError(answerProblems(deps.log));
  app.notFound(notFound);
  for (const route of routes) {
    const { method, path } = route.operation;
    app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) =>
      traffic.count(async () => {
        context.set('route', path);
        const caller = await access.authenticate(context.req.raw);
        context.set('callerKind', caller.kind);
        return serveOperation(server, route, {
          request: context.req.raw,
          params: context.req.param(),
          caller,
          requestId: context.var.requestId,
        });
      }),
    );
  }
  app.get('/v1/pictures/:name', (context) => servePicture(deps, context.req.param('name')));
  const { endpoint } = exchange;
  if (endpoint)
    for (const path of exchangePaths)
      app.on(['GET', 'POST'], path, (context) => {
        context.set('route', '/1c/exchange');
        return endpoint(context.req.raw);
      });
  const openapi = createOpenapiAnswer(deps.settings);
  app.get('/v1/openapi.json', (context) => openapi(context.req.raw));
  app.get('/docs', () => serveDocsPage(deps.docsAssets));
  app.get('/docs/:name', (context) => serveDocsAsset(deps.docsAssets, context.req.param('name')));
  refuseOtherMethods(app);
  return {
    fetch: async (request) => app.fetch(request),
    recall: keptPages.recall,
    routes,
    jobs,
    drain() {
      health.drain();
      streams.close();
    },
    async close() {
      streams.close();
      await jobs.stop();
      await access.close();
      await catalog.close();
      await events.close();
    },
  };
}
