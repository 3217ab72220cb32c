/** The words of the catalogue, each a number. */
export interface Vocabulary {
  readonly words: readonly string[];
  /** Words without digits: the ones that people mistype. */
  readonly spelled: readonly number[];
  numberOf(word: string): number | undefined;
  /** Words with the same stem. */
  withStem(stem: string): readonly number[];
  stemOf(word: number): string;
  /** Words that begin so. */
  withPrefix(prefix: string): readonly number[];
}

export function createVocabulary(words: readonly string[], stems: ReadonlyMap<string, string>): Vocabulary {
  const numbers = new Map(words.map((word, number) => [word, number]));
  const byStem = new Map<string, number[]>();
  for (const [number, word] of words.entries()) {
    const stem = stems.get(word) ?? word;
    const others = byStem.get(stem);
    if (others) others.push(number);
    else byStem.set(stem, [number]);
  }
  const sorted = words
    .map((word, number) => ({ word, number }))
    .sort((left, right) => (left.word < right.word ? -1 : 1));

  function firstFrom(prefix: string): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.word ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    words,
    spelled: [...words.keys()].filter((number) => !/\d/.test(words[number] ?? '')),
    numberOf: (word) => numbers.get(word),
    withStem: (stem) => byStem.get(stem) ?? [],
    stemOf: (number) => stems.get(words[number] ?? '') ?? words[number] ?? '',
    withPrefix(prefix) {
      const found: number[] = [];
      for (let index = firstFrom(prefix); index < sorted.length; index += 1) {
        const entry = sorted[index];
        if (!entry?.word.startsWith(prefix)) break;
        found.push(entry.number);
      }
      return found;
    },
  };
}
