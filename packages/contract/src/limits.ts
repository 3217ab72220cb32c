/** Published limits; the SDK chunks bulk calls by them. Also served at `GET /v1/capabilities`. */
export const limits = {
  /** Items of one list page. */
  pageSize: 200,
  /** Lines of one `carts.lines` page. */
  linesPerPage: 1000,
  /** Items of one `prices.resolve` call. */
  pricesPerCall: 500,
  /** SKUs of one `stock.resolve` call. */
  stockPerCall: 500,
  /** SKUs of one `variants.find` call. */
  variantsPerCall: 500,
  /** Operations of one `carts.setLines` call. */
  lineOperationsPerCall: 1000,
  /** Lines of one cart. */
  linesPerCart: 5000,
  /** Named carts of one member under one agreement. */
  cartsPerMember: 20,
  /** Characters of a search query. */
  queryLength: 200,
  /** Rows of one call of the integration API. */
  integrationRowsPerCall: 1000,
  /** Bytes of a document's file. */
  documentBytes: 10_485_760,
  /** Bytes of a request body. */
  bodyBytes: 1_048_576,
  /** Hours for which an idempotency key is remembered. */
  idempotencyHours: 24,
} as const;

export type Limits = { [Name in keyof typeof limits]: number };
