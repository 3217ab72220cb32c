import { foldName, orderFacts, type DocumentRecord } from '@kontor/commerceml';
import type { Kysely } from 'kysely';

import { inTransaction } from '../../../database/in-transaction.js';
import type { Tables } from '../../../database/tables.js';
import { countInRun, writeProblems, type JournalProblem } from '../journal.js';
import type { Applying, KnownOrder } from './applying.js';
import { attachedKinds } from './attach-document.js';
import { changeOrder } from './change-order.js';
import { createOrder } from './create-order.js';
import { findBuyer, namedBuyer } from './find-buyer.js';
import { findBasis, findOrder } from './find-order.js';

export interface ApplyOptions extends Omit<Applying, 'db' | 'report'> {
  /** The run whose journal tells of documents that found no place, with the file that they stood in. */
  readonly run: number;
  readonly file?: number | null;
}

/** What documents did, by how many of them. */
export interface AppliedDocuments {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Without a place here, or of kinds that mean nothing here. */
  readonly ignored: number;
}

type Outcome = keyof AppliedDocuments;

/**
 * Takes documents of 1C into the shop: what it says of the shop's orders, orders that were made in 1C, and invoices, shipments
 * and payments of either. Each is taken whole or not at all; the same documents again change nothing.
 */
export async function applyDocuments(
  db: Kysely<Tables>,
  documents: readonly DocumentRecord[],
  { run, file = null, ...given }: ApplyOptions,
): Promise<AppliedDocuments> {
  const counts: Record<Outcome, number> = { created: 0, changed: 0, unchanged: 0, ignored: 0 };
  const problems: JournalProblem[] = [];
  for (const document of documents) {
    const found: JournalProblem[] = [];
    const outcome = await inTransaction(db, (db) =>
      applyDocument({ ...given, db, report: (problem) => void found.push(problem) }, document),
    ).catch((error: unknown): Outcome => {
      if (!isOfData(error)) throw error;
      found.push({
        severity: 'error',
        code: 'document_refused',
        message: `The document cannot be kept: ${error.message}`,
        recordId: document.id,
        recordName: document.number1C ?? document.number,
      });
      return 'ignored';
    });
    counts[outcome] += 1;
    problems.push(...found.map((problem) => ({ line: document.line, ...problem })));
  }
  await writeProblems(db, run, file, problems);
  await countInRun(db, run, 'documents', counts.created + counts.changed);
  return counts;
}

/** Figures that no column holds, or that cannot be divided: the fault of this document alone. */
const isOfData = (error: unknown): error is Error =>
  error instanceof RangeError ||
  (error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code)));

async function applyDocument(applying: Applying, document: DocumentRecord): Promise<Outcome> {
  if (document.kind === 'order') return applyOrder(applying, document);
  if (document.kind !== 'payment' && attachedKinds[document.kind] === undefined) return 'ignored';
  return applyBeside(applying, document);
}

async function applyOrder(applying: Applying, document: DocumentRecord): Promise<Outcome> {
  const { db, report } = applying;
  const buyer = await findBuyer(db, document);
  const order = await findOrder(db, document, buyer);
  if (order) {
    await keepExternalId(db, order, document.id);
    return (await changeOrder(applying, order, document)) ? 'changed' : 'unchanged';
  }
  if (isOfSupplier(document) || isGone(document)) return 'ignored';
  const about = { recordId: document.id, recordName: document.number1C ?? document.number };
  if (buyer === undefined || buyer === null) {
    const { name, fullName, officialName, id } = namedBuyer(document) ?? {};
    const named = name || officialName || fullName || id;
    report({
      severity: 'warning',
      code: 'unknown_counterparty',
      message: named
        ? `The order is of "${named}", whom nobody here is: it is not shown`
        : 'The order names no buyer: it is not shown',
      ...about,
    });
    return 'ignored';
  }
  if (!document.lines?.some(({ quantity }) => Number(quantity ?? 0) > 0)) {
    report({
      severity: 'warning',
      code: 'order_without_lines',
      message: 'The order has no lines: it is not shown',
      ...about,
    });
    return 'ignored';
  }
  await changeOrder(applying, await createOrder(applying, document, buyer), document);
  return 'created';
}

/** 1C may have an id of its own for what the shop told it. */
async function keepExternalId(
  db: Kysely<Tables>,
  { id: orderId, parts, part, ...order }: KnownOrder,
  id: string,
): Promise<void> {
  const { number, externalId } = part ?? order;
  if (externalId !== null || [orderId, part?.id, number].includes(id)) return;
  if (part)
    await db
      .updateTable('order_part')
      .set({ external_id: id })
      .where('order_id', '=', orderId)
      .where('part', '=', part.part)
      .execute();
  else if (parts.length === 0)
    await db.updateTable('orders').set({ external_id: id }).where('id', '=', orderId).execute();
}

/** An order that the supplier itself makes with somebody. */
const isOfSupplier = ({ role }: DocumentRecord): boolean => foldName(role ?? '') === foldName('Покупатель');

/** Nobody hears of an order for the first time when it is gone. */
const isGone = (document: DocumentRecord): boolean => orderFacts(document).isCancelled === true;

/** An invoice, a shipment or a payment that stands beside its order. It never makes one. */
async function applyBeside(applying: Applying, document: DocumentRecord): Promise<Outcome> {
  const { db, report } = applying;
  if (document.isDeleted === true) return 'ignored';
  const order = await findBasis(db, document, await findBuyer(db, document));
  if (order) return (await changeOrder(applying, order, besideOrder(document))) ? 'changed' : 'unchanged';
  report({
    severity: 'info',
    code: 'unknown_order',
    message: `"${document.operation ?? document.kind}" names no order that is known here`,
    recordId: document.id,
    recordName: document.number1C ?? document.number,
  });
  return 'ignored';
}

/** As if it stood under its order, of which nothing else is said. */
const besideOrder = (document: DocumentRecord) => ({
  date1C: undefined,
  discounts: undefined,
  total: undefined,
  isDeleted: undefined,
  lines: undefined,
  number1C: undefined,
  requisites: undefined,
  subordinates: [document],
});
