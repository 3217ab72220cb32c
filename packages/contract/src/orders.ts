import * as z from 'zod/mini';

import { Totals } from './agreement.js';
import { Unit } from './catalog.js';
import { DeliveryKind } from './delivery.js';
import { described, named } from './named.js';
import { operation } from './operation.js';
import { page, pageQuery } from './paging.js';
import { DateOnly, Decimal, Id, Instant, Location, Quantity, Sku, text } from './primitives.js';

/** Where an order stands. */
export const OrderStatus = named(
  'OrderStatus',
  'Where an order stands.',
  z.enum(['placed', 'confirmed', 'assembling', 'shipped', 'delivered', 'canceled']),
);
export type OrderStatus = z.infer<typeof OrderStatus>;

/** How an order was born. */
export const Provenance = named(
  'Provenance',
  'How an order was born.',
  z.enum(['online', 'manager', 'phone', 'erp']),
);
export type Provenance = z.infer<typeof Provenance>;

/** A line of an order, as it was ordered. */
export const OrderLine = named(
  'OrderLine',
  'A line as it was ordered; it never changes with the catalogue. Price fields are absent when prices are hidden.',
  z.object({
    position: z.number(),
    sku: Sku,
    name: z.string(),
    unit: Unit,
    quantity: Quantity,
    unitPrice: z.optional(Decimal),
    vatRate: z.optional(z.nullable(Decimal)),
    net: z.optional(Decimal),
    vat: z.optional(Decimal),
    total: z.optional(Decimal),
    warehouses: described(
      'Where the goods come from; empty for those who do not see exact stock.',
      z.array(z.object({ warehouseId: Id, quantity: Quantity })),
    ),
    comment: z.nullable(z.string()),
  }),
);
export type OrderLine = z.infer<typeof OrderLine>;

/** What a list shows of an order. */
export const OrderSummary = named(
  'OrderSummary',
  'What a list shows of an order.',
  z.object({
    id: Id,
    number: z.string(),
    status: OrderStatus,
    provenance: Provenance,
    placedAt: Instant,
    placedBy: described("The person's name; it stays when the member is removed.", z.nullable(z.string())),
    agreementId: z.nullable(Id),
    lineCount: z.number(),
    purchaseOrderNumber: z.nullable(z.string()),
    accountingNumber: described(
      'Number that the accounting system gave it; null while it gave none of its own.',
      z.nullable(z.string()),
    ),
    totals: z.nullable(Totals),
  }),
);
export type OrderSummary = z.infer<typeof OrderSummary>;

/** A step of an order's life. */
export const OrderEvent = named(
  'OrderEvent',
  "A step of an order's life.",
  z.object({ status: OrderStatus, at: Instant, by: z.nullable(z.string()), comment: z.nullable(z.string()) }),
);
export type OrderEvent = z.infer<typeof OrderEvent>;

/** What a document is. */
export const DocumentKind = z.enum([
  'invoice',
  'deliveryNote',
  'taxInvoice',
  'universalTransferDocument',
  'act',
  'reconciliation',
  'certificate',
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** A document of an order or of the company. */
export const Document = named(
  'Document',
  'A document; its content is at `/v1/documents/{id}/content` once it is `ready`. Of one that the accounting system told of, number and date may be all that is known: `noFile`.',
  z.object({
    id: Id,
    kind: DocumentKind,
    number: z.string(),
    date: DateOnly,
    status: z.enum(['pending', 'ready', 'failed', 'noFile']),
    mediaType: z.string(),
  }),
);
export type Document = z.infer<typeof Document>;

/** An order. */
export const Order = named(
  'Order',
  'Immutable lines, status history, documents and provenance.',
  z.object({
    ...OrderSummary.shape,
    sellerId: Id,
    lines: z.array(OrderLine),
    history: z.array(OrderEvent),
    documents: z.array(Document),
    delivery: z.nullable(
      z.object({
        methodId: Id,
        kind: DeliveryKind,
        name: z.string(),
        location: z.nullable(Location),
        street: z.nullable(z.string()),
        cost: z.optional(z.nullable(Decimal)),
      }),
    ),
    requestedDate: z.nullable(DateOnly),
    urgency: z.enum(['planned', 'normal', 'urgent']),
    comment: z.nullable(z.string()),
    canCancel: z.boolean(),
  }),
);
export type Order = z.infer<typeof Order>;

export const OrderListQuery = z.strictObject({
  ...pageQuery,
  status: z.optional(OrderStatus),
  provenance: z.optional(Provenance),
  query: z.optional(
    described('Order number, purchase-order number, number in accounting or SKU.', text(120)),
  ),
  from: z.optional(DateOnly),
  to: z.optional(DateOnly),
  placedByMe: z.optional(z.enum(['true', 'false'])),
});
export type OrderListQuery = z.infer<typeof OrderListQuery>;

export const CancelOrder = named(
  'CancelOrder',
  'Why, in free words.',
  z.strictObject({ comment: z.optional(text(500)) }),
);
export type CancelOrder = z.infer<typeof CancelOrder>;

const byId = z.object({ id: Id });

export const orderOperations = {
  list: operation({
    method: 'GET',
    path: '/v1/orders',
    summary: "The company's orders, offline ones included, newest first",
    access: 'member',
    query: OrderListQuery,
    answer: page(OrderSummary),
  }),
  get: operation({
    method: 'GET',
    path: '/v1/orders/{id}',
    summary: 'An order by id',
    access: 'member',
    params: byId,
    answer: Order,
    problems: ['not_found'],
  }),
  cancel: operation({
    method: 'POST',
    path: '/v1/orders/{id}/cancel',
    summary: 'Cancel an order while that is allowed',
    access: 'member',
    needs: 'placeOrders',
    params: byId,
    body: CancelOrder,
    answer: Order,
    problems: ['not_found', 'order_not_cancelable'],
  }),
  documents: operation({
    method: 'GET',
    path: '/v1/orders/{id}/documents',
    summary: 'Documents of an order',
    access: 'member',
    needs: 'seeDocuments',
    params: byId,
    answer: z.object({ items: z.array(Document) }),
    problems: ['not_found'],
  }),
} as const;

export const documentOperations = {
  get: operation({
    method: 'GET',
    path: '/v1/documents/{id}',
    summary: 'A document',
    access: 'member',
    needs: 'seeDocuments',
    params: byId,
    answer: Document,
    problems: ['not_found'],
  }),
  content: operation({
    method: 'GET',
    path: '/v1/documents/{id}/content',
    summary: 'The file of a document',
    access: 'member',
    needs: 'seeDocuments',
    params: byId,
    media: ['application/pdf'],
    problems: ['not_found', 'document_not_ready', 'prices_hidden'],
  }),
} as const;
