export type { Board, Entry, Watch } from './board.js';
export type { LineView } from './cart-lines.js';
export type { CartPart, CartView } from './cart-part.js';
export {
  fromSearchParams,
  isSameQuery,
  toggleFilter,
  toSearchParams,
  type CatalogueQuery,
} from './catalogue-query.js';
export type { CataloguePart, ProductPages } from './catalogue.js';
export type { CheckoutPart, Placing } from './checkout.js';
export type { CompanyPart } from './company.js';
export type { ExchangeJournalPart, RunDetails, RunFilter } from './exchange-journal.js';
export type { Loaded } from './loaded.js';
export type { News, Newsroom, TabChannel, TabLocks } from './news.js';
export type { OrderFilter, OrderPages, OrdersPart } from './orders.js';
export type { PagedList, Pages } from './pages.js';
export type { PriceBoard, StockBoard } from './prices-and-stock.js';
export type { ProductPart, VariantPages } from './product.js';
export {
  addQuantities,
  compareQuantities,
  isQuantity,
  multiplyQuantity,
  stepQuantity,
  subtractQuantities,
  tidyQuantity,
} from './quantity.js';
export { createRemote, type Remote, type RemoteOptions } from './remote.js';
export type { SessionPart, Switching } from './session.js';
export {
  createShopCore,
  type MakePart,
  type ShopCore,
  type ShopOptions,
  type ShopSeams,
} from './shop-core.js';
export {
  catalogueOf,
  checkoutOf,
  companyOf,
  exchangeJournalOf,
  ordersOf,
  type PartOf,
} from './shop-parts.js';
export { createShop, type Shop } from './shop.js';
export type { KeyValueStorage } from './storage.js';
