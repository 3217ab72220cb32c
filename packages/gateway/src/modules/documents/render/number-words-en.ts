import { threeDigitGroups, wordAt } from './number-words.js';
import type { NumberWords } from './number-words.js';

const belowTwenty = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales = ['', ' thousand', ' million', ' billion'];

function spellBelowHundred(value: number): string {
  if (value < 20) return wordAt(belowTwenty, value);
  const ten = wordAt(tens, Math.floor(value / 10) - 2);
  return value % 10 === 0 ? ten : `${ten}-${wordAt(belowTwenty, value % 10)}`;
}

function spellGroup(group: number): string {
  if (group < 100) return spellBelowHundred(group);
  const hundreds = `${wordAt(belowTwenty, Math.floor(group / 100))} hundred`;
  return group % 100 === 0 ? hundreds : `${hundreds} ${spellBelowHundred(group % 100)}`;
}

function spell(value: number): string {
  if (value === 0) return wordAt(belowTwenty, 0);
  const words = threeDigitGroups(value).map((group, index) =>
    group === 0 ? '' : spellGroup(group) + wordAt(scales, index),
  );
  return words.reverse().filter(Boolean).join(' ');
}

/** English numbers, short scale. */
export const numberWordsEn: NumberWords = { spell, form: (value) => (value === 1 ? 0 : 1), join: ' and ' };
