export { defineExchange, type ExchangeSettings, type SiteOwnedField } from './settings.js';
