import { limits } from '@kontor/contract';

import { inTransaction } from '../../database/in-transaction.js';
import { readLimited } from '../../http/parse.js';
import { hex } from '../../identifiers.js';
import type { GatewayDeps } from '../../ports.js';
import { ProblemError } from '../../problem-error.js';
import type { Events } from '../events/service.js';
import type { Writing } from './writing.js';

/** What keeping files takes. */
export interface FileDeps extends Pick<GatewayDeps, 'blobs'> {
  readonly events: Events;
}

/**
 * Keeps the file of a document that somebody sends.
 * @throws ProblemError `not_found`, `unsupported_media_type` for what is no PDF, `body_too_large`
 */
export async function keepDocumentFile(
  deps: FileDeps,
  writing: Writing,
  externalId: string,
  request: Request,
): Promise<void> {
  await keepFile(deps, writing, externalId, await readLimited(request, limits.documentBytes));
}

/**
 * Keeps the file of a document and tells the company of it; the same file again changes nothing.
 * @throws ProblemError `not_found`, `unsupported_media_type` for what is no PDF
 */
export async function keepFile(
  { blobs, events }: FileDeps,
  { db, now }: Writing,
  externalId: string,
  bytes: Uint8Array,
): Promise<void> {
  if (new TextDecoder().decode(bytes.subarray(0, 5)) !== '%PDF-')
    throw new ProblemError('unsupported_media_type', { detail: 'Not a PDF' });
  const document = await db
    .selectFrom('document')
    .leftJoin('orders', 'orders.id', 'document.order_id')
    .select([
      'document.id as id',
      'document.company_id as companyId',
      'document.order_id as orderId',
      'document.blob_key as blobKey',
      'orders.member_id as memberId',
    ])
    .where('document.external_id', '=', externalId)
    .executeTakeFirst();
  if (!document) throw new ProblemError('not_found');
  const digest = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
  // Named by its content: whoever is reading the one before is not disturbed.
  const blobKey = `documents/${document.id}-${digest.slice(0, 16)}.pdf`;
  if (document.blobKey === blobKey) return;
  await blobs.put(blobKey, bytes);
  const { id, companyId, orderId, memberId } = document;
  await inTransaction(db, async (inner) => {
    await inner
      .updateTable('document')
      .set({ status: 'ready', media_type: 'application/pdf', blob_key: blobKey })
      .where('id', '=', id)
      .execute();
    if (orderId !== null)
      await events.publish(
        { db: inner, now },
        { companyId, about: 'document', memberId },
        { type: 'document.ready', orderId, documentId: id },
      );
  });
}
