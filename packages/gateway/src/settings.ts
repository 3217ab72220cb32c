import { defineExchange, defineOrderExchange } from './modules/exchange/types.js';
import type { OneC, Settings } from './ports.js';

/** Completes settings; the only place where their defaults stand. */
export function defineSettings(given: Partial<Settings> = {}): Settings {
  const defaults: Settings = {
    supplier: 'Kontor',
    publicUrl: 'http://127.0.0.1',
    links: {
      invitation: '{publicUrl}/invitation?token={token}',
      passwordReset: '{publicUrl}/password-reset?token={token}',
    },
    origins: [],
    locales: ['ru', 'uk', 'en', 'de'],
    baseCurrency: 'RUB',
    timeZone: 'Europe/Moscow',
    sessionDays: 30,
    staleAfterHours: null,
    isCookieSecure: true,
    hostSignIn: null,
    metricsToken: null,
    oneC: defineOneC(),
    requestsPerMinute: 1200,
    clientAddress: () => 'unknown',
  };
  return { ...defaults, ...given };
}

/** Completes how 1C comes in: by itself nowhere. */
export function defineOneC(given: Partial<OneC> = {}): OneC {
  return {
    ...defineExchange(),
    login: null,
    allowsSplit: true,
    orders: defineOrderExchange(),
    odata: null,
    ...given,
  };
}
