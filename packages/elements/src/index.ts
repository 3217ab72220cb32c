export { KontorElement } from './base/kontor-element.js';
export { KontorEvent } from './base/kontor-event.js';
export {
  AccessRequestedEvent,
  AccessRequestEvent,
  KontorAccessRequest,
} from './components/access-request/access-request.js';
export { KontorAccountMenu } from './components/account-menu/account-menu.js';
export { CartAddedEvent, CartAddEvent, KontorAddToCart } from './components/add-to-cart/add-to-cart.js';
export {
  AgreementSwitchedEvent,
  AgreementSwitchEvent,
  KontorAgreementSwitcher,
} from './components/agreement-switcher/agreement-switcher.js';
export { KontorAnalogues } from './components/analogues/analogues.js';
export { KontorBalance } from './components/balance/balance.js';
export { CallRequestedEvent, CallRequestEvent, KontorCallForm } from './components/call-form/call-form.js';
export { KontorCallMe } from './components/call-me/call-me.js';
export {
  AnaloguesRequestedEvent,
  CartEditEvent,
  CheckoutRequestedEvent,
  KontorCart,
} from './components/cart/cart.js';
export {
  CatalogShownEvent,
  KontorCatalog,
  ProductSelectedEvent,
  type CatalogView,
  type ProductHref,
} from './components/catalog/catalog.js';
export {
  CategorySelectedEvent,
  KontorCategoryTree,
  type CategoryName,
} from './components/category-tree/category-tree.js';
export { KontorCheckout, OrderPlacedEvent, OrderPlaceEvent } from './components/checkout/checkout.js';
export { KontorFacets } from './components/facets/facets.js';
export { InvitationAcceptedEvent, KontorInvitation } from './components/invitation/invitation.js';
export { KontorLocationPicker, LocationChangedEvent } from './components/location-picker/location-picker.js';
export { KontorManager } from './components/manager/manager.js';
export { CartRequestedEvent, KontorMiniCart } from './components/mini-cart/mini-cart.js';
export { KontorOrder, OrderCanceledEvent } from './components/order/order.js';
export { KontorOrderConfirmation } from './components/order-confirmation/order-confirmation.js';
export { KontorOrders, OrderSelectedEvent } from './components/orders/orders.js';
export { KontorPasswordReset, PasswordChangedEvent } from './components/password-reset/password-reset.js';
export { KontorPrice } from './components/price/price.js';
export { KontorProduct } from './components/product/product.js';
export { KontorQuantity } from './components/quantity/quantity.js';
export { KontorSearch, SearchedEvent } from './components/search/search.js';
export { KontorShop, type SessionMode } from './components/shop/shop.js';
export {
  KontorSignIn,
  SignedInEvent,
  SignedOutEvent,
  SignInRequestedEvent,
} from './components/sign-in/sign-in.js';
export { KontorStock } from './components/stock/stock.js';
export { CartEditedEvent, KontorVariantTable } from './components/variant-table/variant-table.js';
export type { Message, MessageKey, Messages } from './locale/messages.js';
export type { MessageChanges, Words } from './locale/words.js';
