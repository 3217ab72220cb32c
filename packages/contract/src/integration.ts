import * as z from 'zod/mini';

import { PaymentTerm, VatMode } from './agreement.js';
import { limits } from './limits.js';
import { described, named } from './named.js';
import { operation } from './operation.js';
import { DocumentKind } from './orders.js';
import { Currency, DateOnly, Decimal, Id, Instant, Quantity, requiredText, Sku, text } from './primitives.js';

/** A thing of the accounting system, by its id there. */
const ExternalId = described('The id in the accounting system; of 1C as its exchange tells it.', Id);

/** A variant by its id in the accounting system (`product#characteristic` of 1C) or by its SKU. */
export const VariantReference = named(
  'VariantReference',
  'A variant by its id in the accounting system (`product#characteristic` of 1C), or by its SKU.',
  z.union([z.strictObject({ id: ExternalId }), z.strictObject({ sku: Sku })]),
);
export type VariantReference = z.infer<typeof VariantReference>;

/** What became of one row that was pushed. */
export const RowOutcome = named(
  'RowOutcome',
  'What became of one row, in the order of the rows. A rejected row changed nothing and keeps nobody else back.',
  z.object({
    status: z.enum(['written', 'unchanged', 'rejected']),
    reason: z.optional(
      z.enum([
        'unknown_company',
        'unknown_agreement',
        'unknown_variant',
        'unknown_price_type',
        'unknown_warehouse',
        'unknown_seller',
        'unknown_category',
        'unknown_order',
        'told_twice',
        'of_other_company',
        'self_reference',
      ]),
    ),
    detail: z.optional(described('The id or SKU that was not found.', z.string())),
  }),
);
export type RowOutcome = z.infer<typeof RowOutcome>;

const amount = z.string().check(z.regex(/^\d{1,14}(\.\d{1,6})?$/));

/** All prices of one variant for one company, or under one agreement of it. */
export const IndividualPriceRow = named(
  'IndividualPriceRow',
  'All individual prices of a variant for a company, or under one agreement: what is not among them is removed.',
  z.strictObject({
    company: ExternalId,
    agreement: z.optional(z.nullable(ExternalId)),
    variant: VariantReference,
    currency: Currency,
    prices: z
      .array(
        z.strictObject({
          amount: described('Per base unit.', amount),
          minQuantity: z.optional(Quantity),
          validFrom: z.optional(z.nullable(Instant)),
          validTo: z.optional(z.nullable(Instant)),
        }),
      )
      .check(z.maxLength(50)),
  }),
);
export type IndividualPriceRow = z.infer<typeof IndividualPriceRow>;

const coefficient = described(
  'What prices of the price type are multiplied with; 0.97 is 3 % less. Default 1.',
  z.string().check(z.regex(/^\d{1,4}(\.\d{1,6})?$/)),
);

/** An agreement as the accounting system knows it. */
export const AgreementRow = named(
  'AgreementRow',
  'An agreement as the accounting system knows it. What is left out becomes its default; an agreement ends by `validTo`.',
  z.strictObject({
    id: ExternalId,
    company: ExternalId,
    name: requiredText(240),
    number: z.optional(z.nullable(text(120))),
    seller: z.optional(z.nullable(described('Default: the seller of the company.', ExternalId))),
    currency: Currency,
    vatMode: VatMode,
    priceType: z.optional(z.nullable(ExternalId)),
    coefficient: z.optional(coefficient),
    segments: z.optional(
      described(
        'Goods with a price type of their own: a category with all below it; of two segments the one further down the tree counts. Left out: they stay as they are.',
        z
          .array(
            z.strictObject({
              category: described('A group of 1C, by its id there.', ExternalId),
              priceType: ExternalId,
              coefficient: z.optional(coefficient),
            }),
          )
          .check(z.maxLength(200)),
      ),
    ),
    paymentTerm: z.strictObject({
      kind: PaymentTerm.shape.kind,
      days: z.optional(z.number().check(z.int(), z.minimum(0), z.maximum(1000))),
    }),
    warehouses: z.optional(
      described(
        'Default: all warehouses of the seller.',
        z.nullable(z.array(ExternalId).check(z.maxLength(200))),
      ),
    ),
    shippingTerms: z.optional(z.nullable(text(500))),
    isDefault: z.optional(z.boolean()),
    validFrom: z.optional(z.nullable(DateOnly)),
    validTo: z.optional(z.nullable(DateOnly)),
  }),
);
export type AgreementRow = z.infer<typeof AgreementRow>;

/** What a company owes and may owe. */
export const CompanyBalanceRow = named(
  'CompanyBalanceRow',
  'What a company owes and may owe. A telling that is older than the known one changes nothing.',
  z.strictObject({
    company: ExternalId,
    currency: Currency,
    debt: described('Negative: the company has paid in advance.', Decimal),
    overdue: z.optional(amount),
    creditLimit: z.optional(z.nullable(described('Null: none is agreed.', amount))),
    asOf: Instant,
  }),
);
export type CompanyBalanceRow = z.infer<typeof CompanyBalanceRow>;

/** All analogues of one variant. */
export const AnalogueRow = named(
  'AnalogueRow',
  'All analogues of a variant, best first: what is not among them is removed, except what the exchange of 1C told.',
  z.strictObject({
    variant: VariantReference,
    analogues: z
      .array(
        z.strictObject({
          variant: VariantReference,
          reason: z.optional(z.enum(['equivalent', 'newer', 'cheaper', 'competitor'])),
          ratio: z.optional(
            described(
              'How many of the analogue replace one. Default 1.',
              z.string().check(z.regex(/^(0\.\d{0,5}[1-9]|[1-9]\d{0,5}(\.\d{1,6})?)$/)),
            ),
          ),
        }),
      )
      .check(z.maxLength(100)),
  }),
);
export type AnalogueRow = z.infer<typeof AnalogueRow>;

/** A company's own name for a variant. */
export const CustomerCodeRow = named(
  'CustomerCodeRow',
  "A company's own code for a variant; null takes the code away.",
  z.strictObject({ company: ExternalId, code: requiredText(120), variant: z.nullable(VariantReference) }),
);
export type CustomerCodeRow = z.infer<typeof CustomerCodeRow>;

/** A document of the cabinet, without its file. */
export const DocumentRow = named(
  'DocumentRow',
  'A document of the cabinet; its file follows by `setDocumentFile`.',
  z.strictObject({
    id: ExternalId,
    company: ExternalId,
    order: z.optional(
      z.nullable(described('Number of the order in the shop, or its id in the accounting system.', Id)),
    ),
    kind: DocumentKind,
    number: requiredText(60),
    date: DateOnly,
  }),
);
export type DocumentRow = z.infer<typeof DocumentRow>;

const rowsOf = <Row extends z.ZodMiniType>(row: Row) =>
  z.strictObject({
    rows: z.array(row).check(z.minLength(1), z.maxLength(limits.integrationRowsPerCall)),
  });
const answer = z.object({ outcomes: z.array(RowOutcome) });

/** Changes that say the whole of something, so that doing them again changes nothing. */
const put = <const Path extends string, Row extends z.ZodMiniType>(path: Path, summary: string, row: Row) =>
  operation({
    method: 'PUT',
    path: `/v1/integration/${path}`,
    summary,
    access: 'integration',
    body: rowsOf(row),
    answer,
    idempotency: 'none',
  });

export const integrationOperations = {
  setIndividualPrices: put(
    'individual-prices',
    'Individual prices of companies and agreements',
    IndividualPriceRow,
  ),
  setAgreements: put('agreements', 'Agreements of companies', AgreementRow),
  setCompanyBalances: put('company-balances', 'What companies owe and may owe', CompanyBalanceRow),
  setAnalogues: put('analogues', 'Analogues of variants', AnalogueRow),
  setCustomerCodes: put('customer-codes', "Companies' own codes of variants", CustomerCodeRow),
  setDocuments: put('documents', 'Documents of companies and their orders', DocumentRow),
  setDocumentFile: operation({
    method: 'PUT',
    path: '/v1/integration/documents/{id}/file',
    summary: 'The file of a document; the body is the PDF',
    access: 'integration',
    params: z.object({ id: ExternalId }),
    upload: ['application/pdf'],
    idempotency: 'none',
    problems: ['not_found', 'unsupported_media_type', 'body_too_large'],
  }),
} as const;
