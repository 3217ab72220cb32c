import { countPendingDocuments } from './modules/documents/backlog.js';
import { findOutboxBacklog } from './modules/outbox/backlog.js';
import type { GatewayDeps, Metrics } from './ports.js';

/** Makes the work that waits visible to monitoring. */
export function addBacklogGauges(
  metrics: Metrics,
  { database: { system }, clock }: Pick<GatewayDeps, 'database' | 'clock'>,
  countStreams: () => number,
): void {
  const outbox = () => findOutboxBacklog(system, clock.now());
  metrics.gauge('kontor_outbox_pending', 'Messages that wait to leave', async () => (await outbox()).pending);
  metrics.gauge('kontor_outbox_failed', 'Messages that were given up', async () => (await outbox()).failed);
  metrics.gauge(
    'kontor_outbox_oldest_seconds',
    'Seconds for which the oldest message waits',
    async () => (await outbox()).oldestSeconds,
  );
  metrics.gauge('kontor_documents_pending', 'Documents that wait to be rendered', () =>
    countPendingDocuments(system),
  );
  metrics.gauge('kontor_event_streams', 'Open streams of events', () => Promise.resolve(countStreams()));
}
