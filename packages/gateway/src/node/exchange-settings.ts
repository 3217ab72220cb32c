import { defineExchange, type ExchangeSettings } from '../modules/exchange/settings.js';
import type { Environment } from './environment.js';

/** How data of 1C becomes the shop, by the environment. */
export function exchangeSettingsOf(environment: Environment): ExchangeSettings {
  return defineExchange({
    country: environment.KONTOR_1C_COUNTRY,
    currency: environment.KONTOR_1C_CURRENCY,
    siteOwned: environment.KONTOR_1C_SITE_OWNED,
    priceTypeOfNewCompanies: environment.KONTOR_1C_PRICE_TYPE ?? null,
    analoguesProperty: environment.KONTOR_1C_ANALOGUES ?? null,
  });
}
