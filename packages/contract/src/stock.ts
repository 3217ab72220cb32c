import * as z from 'zod/mini';

import { limits } from './limits.js';
import { described, named } from './named.js';
import { operation } from './operation.js';
import { DateOnly, Id, Instant, Location, Quantity, Sku } from './primitives.js';

/** A quantity as the company's display policy shows it. */
export const ShownQuantity = named(
  'ShownQuantity',
  'A quantity as the display policy shows it: exact, capped ("more than shown"), or a level.',
  z.object({
    shown: z.optional(described('The figure; with `isCapped` there is more than this.', Quantity)),
    isCapped: z.optional(z.boolean()),
    level: z.optional(z.enum(['none', 'low', 'enough', 'many'])),
  }),
);
export type ShownQuantity = z.infer<typeof ShownQuantity>;

/** Stock of one variant in one warehouse. */
export const WarehouseStock = named(
  'WarehouseStock',
  'Stock of one variant in one warehouse; nearest first.',
  z.object({
    warehouseId: Id,
    quantity: ShownQuantity,
    nextReceipt: z.nullable(z.object({ expectedOn: DateOnly, quantity: z.nullable(ShownQuantity) })),
    leadTime: z.nullable(
      described(
        'Days from order to the delivery location.',
        z.object({ minDays: z.number(), maxDays: z.number() }),
      ),
    ),
  }),
);
export type WarehouseStock = z.infer<typeof WarehouseStock>;

/** What can be had of a variant. */
export const Availability = named(
  'Availability',
  'What can be had of a variant under the buyer context. `hidden`: only `sku` and `status` stand.',
  z.object({
    sku: Sku,
    status: z.enum(['ok', 'hidden', 'notAssorted', 'stale']),
    total: z.optional(ShownQuantity),
    byWarehouse: z.optional(z.array(WarehouseStock)),
    asOf: z.optional(z.nullable(Instant)),
  }),
);
export type Availability = z.infer<typeof Availability>;

export const ResolveStock = named(
  'ResolveStock',
  'SKUs to look up.',
  z.strictObject({ skus: z.array(Sku).check(z.minLength(1), z.maxLength(limits.stockPerCall)) }),
);
export type ResolveStock = z.infer<typeof ResolveStock>;

export const Stock = named(
  'Stock',
  'One outcome per SKU asked, in order.',
  z.object({ contextId: Id, revision: z.number(), items: z.array(Availability) }),
);
export type Stock = z.infer<typeof Stock>;

/** A place where goods lie. */
export const Warehouse = named(
  'Warehouse',
  'A place where goods lie.',
  z.object({ id: Id, name: z.string(), location: Location }),
);
export type Warehouse = z.infer<typeof Warehouse>;

export const stockOperations = {
  resolve: operation({
    method: 'POST',
    path: '/v1/stock/resolve',
    summary: 'Availability of many variants',
    access: 'buyer',
    body: ResolveStock,
    answer: Stock,
    idempotency: 'none',
  }),
  warehouses: operation({
    method: 'GET',
    path: '/v1/warehouses',
    summary: 'Warehouses that may serve the buyer, nearest first',
    access: 'buyer',
    answer: z.object({ items: z.array(Warehouse) }),
  }),
} as const;
