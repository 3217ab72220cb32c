import './shared.js';
import { addEnglish } from './texts.js';

/** Texts of agreements and of switching them. */
export const agreementsTexts = addEnglish({
  'agreement.present': 'Agreement: ',
  'agreement.choose': 'What to buy under',
  'agreement.hint': 'The cart re-prices at once',
  'agreement.switch': 'Switch',
  'agreement.now': 'now',
  'agreement.missing': { one: '{n} line is not in it', other: '{n} lines are not in it' },
  'agreement.prepayment': 'prepayment',
  'agreement.cash': 'cash',
  'agreement.deferral': { one: '{n} day to pay', other: '{n} days to pay' },
  'switched.done': 'Prices re-calculated: {difference} ({percent}).',
  'switched.plain': 'Prices re-calculated for “{name}”.',
  'switched.changed': { one: '{n} line changed', other: '{n} lines changed' },
  'switched.removed': {
    one: '{n} line is not in this agreement',
    other: '{n} lines are not in this agreement',
  },
  'switched.elsewhere': 'The agreement was switched elsewhere, to “{name}”. Prices are re-calculated.',
  'switched.failed': 'The agreement was not switched.',
  'switched.back': 'Back to the former',
});
