import { limits } from '@kontor/contract';

import { readLimited } from '../../http/parse.js';
import { hex } from '../../identifiers.js';
import type { GatewayDeps } from '../../ports.js';
import { ProblemError } from '../../problem-error.js';
import type { Scope } from '../../scope.js';
import type { Events } from '../events/service.js';

/**
 * Keeps the file of a document and tells the company of it; the same file again changes nothing.
 * @throws ProblemError `not_found`, `unsupported_media_type` for what is no PDF, `body_too_large`
 */
export async function keepDocumentFile(
  { blobs, events }: Pick<GatewayDeps, 'blobs'> & { readonly events: Events },
  outer: Scope,
  externalId: string,
  request: Request,
): Promise<void> {
  const bytes = await readLimited(request, limits.documentBytes);
  if (new TextDecoder().decode(bytes.subarray(0, 5)) !== '%PDF-')
    throw new ProblemError('unsupported_media_type', { detail: 'Not a PDF' });
  const document = await outer.db
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
  await outer.transaction(async (scope) => {
    await scope.db
      .updateTable('document')
      .set({ status: 'ready', media_type: 'application/pdf', blob_key: blobKey })
      .where('id', '=', document.id)
      .execute();
    const { id, companyId, orderId, memberId } = document;
    if (orderId !== null)
      await events.publish(
        scope,
        { companyId, about: 'document', memberId },
        { type: 'document.ready', orderId, documentId: id },
      );
  });
}
