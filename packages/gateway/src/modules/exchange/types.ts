export { defineExchange, type ExchangeSettings } from './settings.js';
export { defineOrderExchange, type OrderExchangeSettings } from './orders/order-settings.js';
