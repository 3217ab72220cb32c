export { KontorElement } from './base/kontor-element.js';
export { CartAddedEvent, CartAddEvent, KontorAddToCart } from './components/add-to-cart/add-to-cart.js';
export { KontorPrice } from './components/price/price.js';
export { KontorQuantity } from './components/quantity/quantity.js';
export { KontorShop } from './components/shop/shop.js';
export { KontorStock } from './components/stock/stock.js';
export type { Message, MessageKey, Messages } from './locale/messages.js';
export type { MessageChanges, Words } from './locale/words.js';
