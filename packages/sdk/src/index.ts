export { createClient, type Client } from './client.js';
export {
  AbortError,
  ApiError,
  ConnectionError,
  ContractError,
  isApiError,
  isForbidden,
  isKontorError,
  isNotEnoughStock,
  isNotFound,
  isPriceChanged,
  isRateLimited,
  isSignedOut,
  isVersionConflict,
  KontorError,
  TimeoutError,
} from './errors.js';
export type { WatchOptions } from './events.js';
export type { List } from './list.js';
export type {
  AnswerCheck,
  CallOptions,
  ChangeOptions,
  ClientOptions,
  VersionedOptions,
  WireEvent,
} from './options.js';
export type { SetLinesOptions } from './resources/carts.js';
export type { Filters, PageOptions, ProductQuery } from './resources/catalog.js';
export type { OrderQuery, OrderShopEvent } from './resources/orders.js';
export type { PriceItem, Stamped } from './resources/prices.js';
