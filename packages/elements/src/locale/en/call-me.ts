import './shared.js';
import { addEnglish } from './texts.js';

/** Texts of the wish for a call. */
export const callMeTexts = addEnglish({
  'callMe.title': 'Shall we call you?',
  'callMe.about': 'About',
  'callMe.sku': 'article {sku}',
  'callMe.cart': 'your cart',
  'callMe.order': 'your order',
  'callMe.query': '“{query}”',
  'callMe.phone': 'Your phone',
  'callMe.phoneWrong': 'A phone number, please: for example +44 20 7946 0000',
  'callMe.note': 'What is it about, if you like',
  'callMe.who': '{name} will call you.',
  'callMe.send': 'Ask for a call',
  'callMe.sending': 'Sending…',
  'callMe.sent': 'We have told {name}',
  'callMe.sentToSupplier': 'Your wish is with us',
  'callMe.sentHint': 'You will be called at {phone}.',
  'callMe.tooMany':
    'You have asked several times already, and your wishes have arrived. Please wait for the call.',
  'callMe.visitor': 'Sign in, and your manager will call you.',
  'callMe.noCompany': 'Choose the company that you buy for first.',
});
