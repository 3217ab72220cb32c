import { addEnglish } from './texts.js';

/** Texts that many elements use, but those of a supplier's own card: verbs, tax, what went wrong. */
export const sharedTexts = addEnglish({
  'common.retry': 'Try again',
  'common.close': 'Close',
  'common.signIn': 'Sign in',
  'common.more': 'Show more',
  'common.reset': 'Reset',
  'common.callMe': 'Call me about this',
  'common.lines': { one: '{n} line', other: '{n} lines' },
  'price.perUnit': '{currency}/{unit}',
  'price.next': '{more} more for {price}',
  'price.vatIncluded': 'incl. VAT',
  'price.vatExcluded': 'plus VAT',
  'price.vatNone': 'no VAT',

  // What went wrong
  'problem.ConnectionError': 'No connection. Check the network and try again.',
  'problem.TimeoutError': 'The answer takes too long. Try again.',
  'problem.invalid_credentials': 'This e-mail and password do not match.',
  'problem.too_many_requests': 'Too many attempts. Wait a moment, then try again.',
  'problem.not_found': 'This is not here any more.',
  'problem.forbidden': 'You are not allowed to do this. Ask the owner of your company.',
  'problem.agreement_not_valid': 'This agreement is not valid any more. Choose another one.',
  'problem.prices_hidden': 'Prices are hidden from you.',
  'problem.delivery_not_available': 'This delivery is not available for these goods. Choose another one.',
  'problem.cart_empty': 'The cart is empty.',
  'problem.invalid_token': 'This link is not valid any more. Ask for a new one.',
  'problem.total_changed': 'The total has changed. Look at it again before you order.',
  'problem.not_enough_stock': 'Some goods are gone. The cart shows what can be had.',
  'problem.cart_has_problems': 'Some lines need a decision first.',
  'problem.checkout_incomplete': 'Something is still missing. Fill in what is marked.',
  'problem.order_not_cancelable': 'This order cannot be canceled any more. Call your manager.',
  'problem.document_not_ready': 'The document is still being prepared.',
});
