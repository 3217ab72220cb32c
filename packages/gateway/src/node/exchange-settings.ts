import { defineExchange, defineOrderExchange } from '../modules/exchange/types.js';
import type { OneC } from '../ports.js';
import type { Environment } from './environment.js';

/** How data of 1C becomes the shop, by the environment. */
export function exchangeSettingsOf(environment: Environment): OneC {
  const { KONTOR_1C_USER: user, KONTOR_1C_PASSWORD: password } = environment;
  const settings = defineExchange({
    country: environment.KONTOR_1C_COUNTRY,
    currency: environment.KONTOR_1C_CURRENCY,
    siteOwned: environment.KONTOR_1C_SITE_OWNED,
    priceTypeOfNewCompanies: environment.KONTOR_1C_PRICE_TYPE ?? null,
    analoguesProperty: environment.KONTOR_1C_ANALOGUES ?? null,
  });
  return {
    ...settings,
    login: password === undefined ? null : { user, password },
    allowsSplit: environment.KONTOR_1C_SPLIT,
    orders: defineOrderExchange({
      encoding: environment.KONTOR_1C_ENCODING,
      documentPer: environment.KONTOR_1C_DOCUMENT_PER,
      since:
        environment.KONTOR_1C_ORDERS_SINCE === undefined
          ? null
          : new Date(environment.KONTOR_1C_ORDERS_SINCE),
    }),
    odata: odataOf(environment),
  };
}

function odataOf(environment: Environment): OneC['odata'] {
  const { KONTOR_ODATA_URL: url, KONTOR_ODATA_PASSWORD: password } = environment;
  if (url === undefined) return null;
  return {
    url,
    user: environment.KONTOR_ODATA_USER,
    password: password ?? '',
    preset: environment.KONTOR_ODATA_PRESET,
    minutes: environment.KONTOR_ODATA_MINUTES,
  };
}
