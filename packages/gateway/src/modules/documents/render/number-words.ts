/** Grammatical gender of what is counted. */
export type Gender = 'masculine' | 'feminine' | 'neuter';

/** How one language spells whole numbers and counts things. */
export interface NumberWords {
  /** Spells a whole number from 0 to 999,999,999,999 in small letters, agreeing with what is counted. */
  readonly spell: (value: number, gender: Gender) => string;
  /** Picks the form of the noun for a count; the table of forms has as many entries as the language needs. */
  readonly form: (value: number) => number;
  /** What stands between the major and the minor unit. */
  readonly join: string;
}

/** Looks up a word; empty beyond the list, as for the tens of a number below twenty. */
export function wordAt(words: readonly string[], index: number): string {
  return words[index] ?? '';
}

/** Splits a number into groups of three digits, lowest first: 1,234,567 → [567, 234, 1]. */
export function threeDigitGroups(value: number): number[] {
  const groups: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000);
  return groups;
}
