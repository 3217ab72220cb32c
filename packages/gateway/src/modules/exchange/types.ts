export { defineExchange, type ExchangeSettings } from './settings.js';
