import * as z from 'zod/mini';

import { Totals } from './agreement.js';
import { Unit } from './catalog.js';
import { limits } from './limits.js';
import { described, named } from './named.js';
import { operation } from './operation.js';
import { page, pageQuery, pageQueryOf } from './paging.js';
import { PriceStatus } from './prices.js';
import { Decimal, Id, Instant, Quantity, requiredText, Sku, text } from './primitives.js';
import { ShownQuantity } from './stock.js';

/** What is wrong with a line, or worth knowing. */
export const LineProblem = named(
  'LineProblem',
  'What is wrong with a line. `blocking` ones must be solved before the order. `params` carry what a message needs.',
  z.object({
    code: z.enum([
      'notEnoughStock',
      'priceChanged',
      'priceOnRequest',
      'notAssorted',
      'belowMinimum',
      'aboveMaximum',
      'notMultiple',
      'discontinued',
    ]),
    blocking: z.boolean(),
    available: z.optional(described('What can be had, as the display policy shows it.', ShownQuantity)),
    from: z.optional(described('The former unit price.', Decimal)),
    to: z.optional(described('The unit price now, or the quantity that would do.', Decimal)),
  }),
);
export type LineProblem = z.infer<typeof LineProblem>;

/** A line of a cart. Price fields are absent for members who see no prices. */
export const CartLine = named(
  'CartLine',
  'A line of a cart. Price fields are absent when prices are hidden from the member.',
  z.object({
    sku: Sku,
    name: z.string(),
    productId: z.nullable(Id),
    unit: Unit,
    quantity: Quantity,
    comment: z.nullable(z.string()),
    priceStatus: PriceStatus,
    unitPrice: z.optional(Decimal),
    vatRate: z.optional(z.nullable(Decimal)),
    net: z.optional(Decimal),
    vat: z.optional(Decimal),
    total: z.optional(Decimal),
    problems: z.array(LineProblem),
    position: described('Order within the cart; stable while the line lives.', z.number()),
  }),
);
export type CartLine = z.infer<typeof CartLine>;

/** What a list of carts shows. */
export const CartSummary = named(
  'CartSummary',
  'A cart without its lines.',
  z.object({
    id: Id,
    name: z.string(),
    isCurrent: z.boolean(),
    agreementId: Id,
    version: z.number(),
    lineCount: z.number(),
    problemCount: described('Lines with a blocking problem.', z.number()),
    totals: z.nullable(described('Null when prices are hidden from the member.', Totals)),
    updatedAt: Instant,
  }),
);
export type CartSummary = z.infer<typeof CartSummary>;

/** Goods of one warehouse, delivered together. */
export const FulfilmentGroup = named(
  'FulfilmentGroup',
  'Lines that one warehouse serves together; null: nobody has them now.',
  z.object({
    warehouseId: z.nullable(Id),
    lines: z.array(z.object({ sku: Sku, quantity: Quantity })),
    leadTime: z.nullable(z.object({ minDays: z.number(), maxDays: z.number() })),
  }),
);
export type FulfilmentGroup = z.infer<typeof FulfilmentGroup>;

/** A cart with its first page of lines. */
export const Cart = named(
  'Cart',
  'A cart of a company under one agreement.',
  z.object({
    contextId: Id,
    revision: z.number(),
    ...CartSummary.shape,
    lines: described('First page of lines; the rest by `carts.lines`.', page(CartLine)),
  }),
);
export type Cart = z.infer<typeof Cart>;

/** Sets the absolute quantity of one SKU; `0` removes the line. */
export const LineOperation = named(
  'LineOperation',
  'Sets the absolute quantity of one SKU; `0` removes the line. `add` adds to what is there instead.',
  z.strictObject({
    sku: Sku,
    quantity: z.optional(Quantity),
    add: z.optional(Quantity),
    comment: z.optional(z.nullable(text(500))),
  }),
);
export type LineOperation = z.infer<typeof LineOperation>;

/** What to do with a quantity that breaks an ordering rule. */
export const SetLines = named(
  'SetLines',
  'A batch of line operations, applied in order in one transaction.',
  z.strictObject({
    operations: z.array(LineOperation).check(z.minLength(1), z.maxLength(limits.lineOperationsPerCall)),
    policy: z.optional(
      described(
        '`keep-what-works` (default) applies what can be, `all-or-nothing` applies all or none.',
        z.enum(['all-or-nothing', 'keep-what-works']),
      ),
    ),
    correct: z.optional(
      described('Whether a quantity that breaks a rule is corrected (default) or rejected.', z.boolean()),
    ),
  }),
);
export type SetLines = z.infer<typeof SetLines>;

/** What became of one operation. */
export const LineOutcome = named(
  'LineOutcome',
  'What became of one operation. `corrected` comes with the reason and both quantities.',
  z.object({
    sku: Sku,
    status: z.enum(['set', 'corrected', 'removed', 'unchanged', 'rejected']),
    requested: Quantity,
    quantity: Quantity,
    reason: z.optional(
      z.enum([
        'belowMinimum',
        'aboveMaximum',
        'notMultiple',
        'notAssorted',
        'discontinued',
        'cartFull',
        'tooPrecise',
      ]),
    ),
    rule: z.optional(described('The bound or multiple that applied.', Quantity)),
  }),
);
export type LineOutcome = z.infer<typeof LineOutcome>;

/** Answer to a batch: outcomes, lines that changed, totals. */
export const CartChange = named(
  'CartChange',
  'One outcome per operation in order, the lines that changed and the cart without its other lines.',
  z.object({
    contextId: Id,
    revision: z.number(),
    cart: CartSummary,
    outcomes: z.array(LineOutcome),
    lines: z.array(CartLine),
  }),
);
export type CartChange = z.infer<typeof CartChange>;

/** A line whose price changed. */
export const LineChange = named(
  'LineChange',
  'A line whose unit price changed; amounts are absent when prices are hidden.',
  z.object({
    sku: Sku,
    name: z.string(),
    from: z.optional(Decimal),
    to: z.optional(Decimal),
    totalFrom: z.optional(Decimal),
    totalTo: z.optional(Decimal),
  }),
);
export type LineChange = z.infer<typeof LineChange>;

/** A line that cannot be ordered under the agreement. */
export const RemovedLine = named(
  'RemovedLine',
  'A line that is not in this agreement.',
  z.object({
    sku: Sku,
    name: z.string(),
    quantity: Quantity,
    reason: z.enum(['notAssorted', 'priceOnRequest', 'discontinued']),
  }),
);
export type RemovedLine = z.infer<typeof RemovedLine>;

/** Answer to a check: everything priced and compared with stock anew. */
export const CartCheck = named(
  'CartCheck',
  'Everything priced and compared with stock anew: problems, price changes since the last check, groups by warehouse.',
  z.object({
    contextId: Id,
    revision: z.number(),
    cart: CartSummary,
    lines: described('Lines with a problem.', z.array(CartLine)),
    repriced: z.array(LineChange),
    groups: z.array(FulfilmentGroup),
    canPlace: z.boolean(),
  }),
);
export type CartCheck = z.infer<typeof CartCheck>;

export const MergeCart = named(
  'MergeCart',
  'The cart whose lines are taken over and which is then removed.',
  z.strictObject({
    from: Id,
    quantities: z.optional(
      described('Same SKU in both: `sum` (default), `larger` or `keep`.', z.enum(['sum', 'larger', 'keep'])),
    ),
  }),
);
export type MergeCart = z.infer<typeof MergeCart>;

export const CartMerge = named(
  'CartMerge',
  'What a merge did, one outcome per line taken over.',
  z.object({ contextId: Id, revision: z.number(), cart: CartSummary, outcomes: z.array(LineOutcome) }),
);
export type CartMerge = z.infer<typeof CartMerge>;

export const CreateCart = named(
  'CreateCart',
  'A further cart by name.',
  z.strictObject({ name: requiredText(120) }),
);
export type CreateCart = z.infer<typeof CreateCart>;

export const UpdateCart = named(
  'UpdateCart',
  'A new name, or make it the current one.',
  z.strictObject({ name: z.optional(requiredText(120)), isCurrent: z.optional(z.literal(true)) }),
);
export type UpdateCart = z.infer<typeof UpdateCart>;

const byId = z.object({ id: Id });
const lines = page(CartLine);
const firstLines = z.strictObject({
  lines: z.optional(
    described(
      `How many of its lines come with it, at most ${String(limits.linesPerPage)}; 100 by default.`,
      z.coerce.number().check(z.int(), z.minimum(1), z.maximum(limits.linesPerPage)),
    ),
  ),
});

export const cartOperations = {
  list: operation({
    method: 'GET',
    path: '/v1/carts',
    summary: "The member's carts under this agreement",
    access: 'buyer',
    needs: 'fillCart',
    query: z.strictObject(pageQuery),
    answer: page(CartSummary),
  }),
  create: operation({
    method: 'POST',
    path: '/v1/carts',
    summary: 'A further cart by name',
    access: 'buyer',
    needs: 'fillCart',
    body: CreateCart,
    answer: Cart,
    status: 201,
    problems: ['already_exists', 'cart_limit_reached'],
  }),
  current: operation({
    method: 'GET',
    path: '/v1/carts/current',
    summary: 'The current cart, made when there is none',
    access: 'buyer',
    needs: 'fillCart',
    query: firstLines,
    answer: Cart,
    version: 'accepted',
  }),
  get: operation({
    method: 'GET',
    path: '/v1/carts/{id}',
    summary: 'A cart with its first lines',
    access: 'buyer',
    needs: 'fillCart',
    params: byId,
    query: firstLines,
    answer: Cart,
    version: 'accepted',
    problems: ['not_found'],
  }),
  update: operation({
    method: 'PATCH',
    path: '/v1/carts/{id}',
    summary: 'Rename, or make it the current one',
    access: 'buyer',
    needs: 'fillCart',
    params: byId,
    body: UpdateCart,
    answer: CartSummary,
    problems: ['not_found', 'already_exists'],
  }),
  remove: operation({
    method: 'DELETE',
    path: '/v1/carts/{id}',
    summary: 'Remove a cart',
    access: 'buyer',
    needs: 'fillCart',
    params: byId,
    problems: ['not_found'],
  }),
  lines: operation({
    method: 'GET',
    path: '/v1/carts/{id}/lines',
    summary: 'Lines of a cart',
    access: 'buyer',
    needs: 'fillCart',
    params: byId,
    query: z.strictObject(pageQueryOf(limits.linesPerPage)),
    answer: lines,
    problems: ['not_found'],
  }),
  setLines: operation({
    method: 'POST',
    path: '/v1/carts/{id}/lines',
    summary: 'Set quantities; one outcome per operation',
    access: 'buyer',
    needs: 'fillCart',
    params: byId,
    body: SetLines,
    answer: CartChange,
    version: 'accepted',
    problems: ['not_found', 'version_conflict', 'lines_rejected'],
  }),
  clear: operation({
    method: 'POST',
    path: '/v1/carts/{id}/clear',
    summary: 'Remove all lines',
    access: 'buyer',
    needs: 'fillCart',
    params: byId,
    answer: CartSummary,
    version: 'accepted',
    problems: ['not_found', 'version_conflict'],
  }),
  check: operation({
    method: 'POST',
    path: '/v1/carts/{id}/check',
    summary: 'Price everything and compare it with stock anew',
    access: 'buyer',
    needs: 'fillCart',
    params: byId,
    answer: CartCheck,
    problems: ['not_found'],
  }),
  merge: operation({
    method: 'POST',
    path: '/v1/carts/{id}/merge',
    summary: "Take over another cart's lines",
    access: 'buyer',
    needs: 'fillCart',
    params: byId,
    body: MergeCart,
    answer: CartMerge,
    problems: ['not_found'],
  }),
} as const;
