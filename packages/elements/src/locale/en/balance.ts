import './shared.js';
import { addEnglish } from './texts.js';

/** Texts of the company's balance. */
export const balanceTexts = addEnglish({
  'balance.title': 'Balance',
  'balance.available': 'Available',
  'balance.over': 'Over the limit by',
  'balance.limit': 'Credit limit',
  'balance.used': 'Used',
  'balance.debt': 'Debt',
  'balance.paidAhead': 'Paid in advance',
  'balance.overdue': 'Overdue',
  'balance.asOf': 'as of {date}',
  'balance.unknown': 'No balance is known yet.',
  'balance.visitor': 'Sign in to see your balance.',
  'balance.mayNot': 'You cannot see the balance of this company.',
});
