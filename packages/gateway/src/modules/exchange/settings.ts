/** Fields of a product that the supplier keeps in the shop itself: what 1C says of them counts only for new products. */
export type SiteOwnedField = 'category' | 'description' | 'name';

/** How data of 1C becomes the shop; complete, defaults are merged by `defineExchange`. */
export interface ExchangeSettings {
  /** Currency of price types that name none. ISO 4217. @default the supplier's base currency */
  readonly currency: string;
  /** Country of companies and warehouses that name none. ISO 3166-1. @default 'RU' */
  readonly country: string;
  /** Fields that are edited in the shop. @default [] */
  readonly siteOwned: readonly SiteOwnedField[];
  /** Id in 1C of the price type of companies that have no agreement yet; null: staff make their agreements. @default null */
  readonly priceTypeOfNewCompanies: string | null;
  /** Id in 1C, or name, of a property that lists analogues by vendor code, bar code or id. @default null */
  readonly analoguesProperty: string | null;
}

/** Completes settings of the exchange. */
export function defineExchange(given: Partial<ExchangeSettings> = {}): ExchangeSettings {
  return {
    currency: 'RUB',
    country: 'RU',
    siteOwned: [],
    priceTypeOfNewCompanies: null,
    analoguesProperty: null,
    ...given,
  };
}
