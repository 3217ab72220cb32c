import type { Job } from '../../jobs.js';
import type { GatewayDeps } from '../../ports.js';
import type { Events } from '../events/service.js';
import type { OrderReader } from '../orders/types.js';
import { invoiceOf, type FindParties } from './invoice-of-order.js';
import { findPending, settleDocument, type StoredDocument } from './queries.js';

/** What rendering needs. */
export interface RenderDeps extends Pick<GatewayDeps, 'database' | 'blobs' | 'clock' | 'log' | 'loadFonts'> {
  orders: OrderReader;
  events: Events;
  findParties: FindParties;
}

const batch = 10;
const mostAttempts = 5;

/**
 * Renders documents that wait. Two gateways may render the same one: the bytes are equal, and only the first tells of it.
 * One that fails again and again is given up and says so.
 */
export function createRenderJob({
  database,
  blobs,
  clock,
  log,
  loadFonts,
  orders,
  events,
  findParties,
}: RenderDeps): Job {
  const failures = new Map<string, number>();
  return {
    name: 'documents',
    every: 1000,
    async run() {
      const pending = await findPending(database.system, batch);
      let rendered = 0;
      for (const document of pending) {
        try {
          await render(document);
          rendered += 1;
        } catch (error) {
          await noteFailure(document, error);
        }
      }
      return rendered === batch;
    },
  };

  async function render(document: StoredDocument): Promise<void> {
    const order =
      document.orderId === null ? undefined : await orders.full({ db: database.system }, document.orderId);
    const parties = order && (await findParties(database.system, order));
    if (!order || !parties) throw new Error('The order or a party of it is not there');
    // Loading the PDF library takes longer than an invoice does: only those who render pay for it.
    const { renderInvoice } = await import('./render/invoice-pdf.js');
    const blobKey = `documents/${document.id}.pdf`;
    await blobs.put(blobKey, await renderInvoice(invoiceOf(document, order, parties), await loadFonts()));
    await database.system.transaction().execute(async (transaction) => {
      if (!(await settleDocument(transaction, document.id, { status: 'ready', blobKey }))) return;
      const scope = { db: transaction, now: clock.now() };
      await events.publish(
        scope,
        { companyId: document.companyId, about: 'document', memberId: order.memberId },
        { type: 'document.ready', orderId: order.id, documentId: document.id },
      );
    });
    failures.delete(document.id);
  }

  async function noteFailure({ id }: StoredDocument, error: unknown): Promise<void> {
    const count = (failures.get(id) ?? 0) + 1;
    failures.set(id, count);
    log.error({ document: id, attempt: count, error }, 'document not rendered');
    if (count < mostAttempts) return;
    failures.delete(id);
    await settleDocument(database.system, id, { status: 'failed' });
  }
}
