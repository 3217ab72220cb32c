import { threeDigitGroups, wordAt } from './number-words.js';
import type { Gender, NumberWords } from './number-words.js';

/** One, few (2–4) and many of a noun. */
type SlavicForms = readonly [one: string, few: string, many: string];

/** The words from which an East Slavic language builds its numbers. */
export interface SlavicVocabulary {
  readonly zero: string;
  readonly one: Readonly<Record<Gender, string>>;
  readonly two: Readonly<Record<Gender, string>>;
  /** 3…19. */
  readonly fromThree: readonly string[];
  /** 20, 30, … 90. */
  readonly tens: readonly string[];
  /** 100, 200, … 900. */
  readonly hundreds: readonly string[];
  /** Thousands are feminine, the larger ones masculine. */
  readonly scales: readonly SlavicForms[];
}

/** Picks one, few or many: 1, 21 but not 11; 2–4, 22 but not 12–14; the rest. */
function slavicForm(value: number): 0 | 1 | 2 {
  const tens = value % 100;
  const ones = value % 10;
  if (tens >= 11 && tens <= 14) return 2;
  if (ones === 1) return 0;
  return ones >= 2 && ones <= 4 ? 1 : 2;
}

/** Builds the number speller of an East Slavic language from its vocabulary. */
export function slavicNumberWords(vocabulary: SlavicVocabulary): NumberWords {
  const spellBelowTwenty = (value: number, gender: Gender): string => {
    if (value === 1) return vocabulary.one[gender];
    return value === 2 ? vocabulary.two[gender] : wordAt(vocabulary.fromThree, value - 3);
  };

  const spellGroup = (group: number, gender: Gender): string[] => {
    const belowHundred = group % 100;
    const hundreds = wordAt(vocabulary.hundreds, Math.floor(group / 100) - 1);
    const tens = wordAt(vocabulary.tens, Math.floor(belowHundred / 10) - 2);
    return [hundreds, tens, spellBelowTwenty(belowHundred < 20 ? belowHundred : belowHundred % 10, gender)];
  };

  const spellScaled = (group: number, index: number, gender: Gender): string[] => {
    if (group === 0) return [];
    if (index === 0) return spellGroup(group, gender);
    const scale = wordAt(vocabulary.scales[index - 1] ?? [], slavicForm(group));
    return [...spellGroup(group, index === 1 ? 'feminine' : 'masculine'), scale];
  };

  const spell = (value: number, gender: Gender): string => {
    if (value === 0) return vocabulary.zero;
    const words = threeDigitGroups(value).map((group, index) => spellScaled(group, index, gender));
    return words.reverse().flat().filter(Boolean).join(' ');
  };

  return { spell, form: slavicForm, join: ' ' };
}
