import { threeDigitGroups, wordAt } from './number-words.js';
import type { Gender, NumberWords } from './number-words.js';

const belowTwenty = (
  'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn ' +
  'achtzehn neunzehn'
).split(' ');
const tens = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');

/** One to nine inside a longer word: "ein", not "eins". */
const inner = (digit: number): string => (digit === 1 ? 'ein' : wordAt(belowTwenty, digit));

function spellBelowHundred(value: number): string {
  if (value < 20) return wordAt(belowTwenty, value);
  const ten = wordAt(tens, Math.floor(value / 10) - 2);
  return value % 10 === 0 ? ten : `${inner(value % 10)}und${ten}`;
}

function spellGroup(group: number): string {
  if (group < 100) return spellBelowHundred(group);
  const hundreds = `${inner(Math.floor(group / 100))}hundert`;
  return group % 100 === 0 ? hundreds : hundreds + spellBelowHundred(group % 100);
}

/** A group before "tausend": 1 → "ein", 101 → "einhundertein". */
const spellThousands = (group: number): string => spellGroup(group).replace(/eins$/, 'ein') + 'tausend';

function spellLarge(group: number, singular: string, plural: string): string {
  return group === 1 ? `eine ${singular}` : `${spellGroup(group)} ${plural}`;
}

function spell(value: number, gender: Gender): string {
  if (value === 0) return wordAt(belowTwenty, 0);
  if (value === 1) return gender === 'feminine' ? 'eine' : 'ein';
  const [ones = 0, thousands = 0, millions = 0, milliards = 0] = threeDigitGroups(value);
  const small = (thousands === 0 ? '' : spellThousands(thousands)) + (ones === 0 ? '' : spellGroup(ones));
  const words = [
    milliards === 0 ? '' : spellLarge(milliards, 'Milliarde', 'Milliarden'),
    millions === 0 ? '' : spellLarge(millions, 'Million', 'Millionen'),
    small,
  ];
  return words.filter(Boolean).join(' ');
}

/** German numbers: one word up to 999,999, then nouns of their own. */
export const numberWordsDe: NumberWords = { spell, form: (value) => (value === 1 ? 0 : 1), join: ' und ' };
