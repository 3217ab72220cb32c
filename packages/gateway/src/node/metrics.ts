import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

import type { Metrics } from '../ports.js';

/** Bounds of the histogram in seconds: what a person does not notice, notices, and leaves for. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Metrics of this process in the format of Prometheus, in a registry of their own. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'kontor_request_duration_seconds',
    help: 'Seconds until the answer begins, by route and class of status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets,
    registers: [registry],
  });
  const running = new Gauge({
    name: 'kontor_requests_in_flight',
    help: 'Requests that are being answered',
    registers: [registry],
  });
  const waiting: (() => void)[] = [];
  const countWaiting = (): void => {
    for (const count of waiting.splice(0)) count();
  };
  return {
    inFlight(change) {
      running.inc(change);
    },
    observe(method, route, status, seconds) {
      // Many at once cost a fraction of one by one between requests.
      waiting.push(() => {
        durations.observe({ method, route, status: `${String(Math.floor(status / 100))}xx` }, seconds);
      });
      if (waiting.length >= 1000) countWaiting();
    },
    gauge(name, help, read) {
      const gauge: Gauge = new Gauge({
        name,
        help,
        registers: [registry],
        // What cannot be read now is no number; the others still are.
        collect: async () => {
          gauge.set(await read().catch(() => Number.NaN));
        },
      });
    },
    text() {
      countWaiting();
      return registry.metrics();
    },
  };
}
