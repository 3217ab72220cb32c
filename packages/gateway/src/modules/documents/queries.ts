import type { Document } from '@kontor/contract';
import type { Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';
import { newId } from '../../identifiers.js';
import type { Scope } from '../../scope.js';

/** A document as it is stored. */
export interface StoredDocument {
  id: string;
  companyId: string;
  orderId: string | null;
  kind: Document['kind'];
  number: string;
  date: string;
  status: Document['status'];
  mediaType: string;
  blobKey: string | null;
}

function documents(db: Kysely<Tables>) {
  return db
    .selectFrom('document')
    .select([
      'id',
      'company_id as companyId',
      'order_id as orderId',
      'kind',
      'number',
      'date',
      'status',
      'media_type as mediaType',
      'blob_key as blobKey',
    ]);
}

export async function findDocument(
  scope: Pick<Scope, 'db'>,
  id: string,
): Promise<StoredDocument | undefined> {
  return (await documents(scope.db).where('id', '=', id).executeTakeFirst()) as StoredDocument | undefined;
}

export async function findDocumentsOf(scope: Pick<Scope, 'db'>, orderId: string): Promise<StoredDocument[]> {
  return (await documents(scope.db)
    .where('order_id', '=', orderId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()) as StoredDocument[];
}

export async function insertInvoice(
  scope: Pick<Scope, 'db' | 'now'>,
  { orderId, companyId, number, date }: { orderId: string; companyId: string; number: string; date: string },
): Promise<void> {
  await scope.db
    .insertInto('document')
    .values({
      id: newId('doc'),
      company_id: companyId,
      order_id: orderId,
      kind: 'invoice',
      number,
      date,
      status: 'pending',
      media_type: 'application/pdf',
      blob_key: null,
      created_at: scope.now,
    })
    .execute();
}

/** Documents that wait to be rendered, oldest first. */
export async function findPending(system: Kysely<Tables>, limit: number): Promise<StoredDocument[]> {
  return (await documents(system)
    .where('status', '=', 'pending')
    .orderBy('created_at')
    .limit(limit)
    .execute()) as StoredDocument[];
}

/** Ends the waiting of a document; false when another gateway did so first. */
export async function settleDocument(
  db: Kysely<Tables>,
  id: string,
  result: { status: 'ready'; blobKey: string } | { status: 'failed' },
): Promise<boolean> {
  const row = await db
    .updateTable('document')
    .set({ status: result.status, ...(result.status === 'ready' ? { blob_key: result.blobKey } : {}) })
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
