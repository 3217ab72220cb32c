import { addEnglish } from './texts.js';

/** Texts of a supplier's own card: price, stock, adding to the cart. */
export const coreTexts = addEnglish({
  'common.loading': 'Loading…',
  'problem.unknown': 'Something went wrong. Nothing is lost: try again.',

  // Price
  'price.from': 'from {from}: {price}',
  'price.base': 'base price',
  'price.tierReached': 'price from {from}',
  'price.onRequest': 'Price on request',
  'price.hidden': 'Price hidden',
  'price.signIn': 'Sign in for prices',
  'price.notAssorted': 'Not in this agreement',
  'price.stale': 'as of {date}',
  'price.failed': 'Price not loaded',

  // Stock
  'stock.none': 'out of stock',
  'stock.low': 'few',
  'stock.enough': 'enough',
  'stock.many': 'many',
  'stock.at': '{quantity} · {warehouse}',
  'stock.moreAt': '{quantity} more · {warehouse}',
  'stock.expected': 'expected {date}',
  'stock.days': { one: '{n} day', other: '{n} days' },
  'stock.dayRange': '{from}–{n} days',
  'stock.today': 'today',
  'stock.tomorrow': 'tomorrow',
  'stock.failed': 'Stock not loaded',

  // Quantity and adding to the cart
  'quantity.label': 'Quantity',
  'quantity.labelOf': 'Quantity of {name}',
  'quantity.less': 'Less',
  'quantity.more': 'More',
  'quantity.invalid': 'A number, please: for example 100 or 2.5',
  'outcome.notMultiple': '{requested} → {quantity}: sold in multiples of {rule}',
  'outcome.belowMinimum': '{requested} → {quantity}: {rule} at least',
  'outcome.aboveMaximum': '{requested} → {quantity}: {rule} at most',
  'outcome.tooPrecise': '{requested} → {quantity}: not that precisely',
  'outcome.notAssorted': 'Not in this agreement',
  'outcome.discontinued': 'Not sold any more',
  'outcome.cartFull': 'The cart is full',
  'addToCart.add': 'Add to cart',
  'addToCart.added': 'In the cart: {quantity}',
  'addToCart.saving': 'Adding…',
});
