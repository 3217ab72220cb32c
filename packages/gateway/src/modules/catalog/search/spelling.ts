/** How people come to write a word otherwise: the other keyboard layout, the other alphabet, a slip of a finger. */

const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const cyrillicKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
const swaps = new Map<string, string>();
for (let index = 0; index < latinKeys.length; index += 1) {
  swaps.set(latinKeys.charAt(index), cyrillicKeys.charAt(index));
  swaps.set(cyrillicKeys.charAt(index), latinKeys.charAt(index));
}

/** The same keys in the other layout: `,jkn` → `болт`. */
export function inOtherLayout(text: string): string {
  return Array.from(text.toLowerCase(), (letter) => swaps.get(letter) ?? letter).join('');
}

const toLatin = new Map(
  'а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:ts ч:ch ш:sh щ:sch ъ: ы:y ь: э:e ю:yu я:ya'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const toCyrillic = new Map(
  'shch:щ sch:щ zh:ж kh:х ts:ц ch:ч sh:ш yu:ю ju:ю iu:ю ya:я ja:я ia:я yo:е jo:е a:а b:б c:к d:д e:е f:ф g:г h:х i:и j:й k:к l:л m:м n:н o:о p:п q:к r:р s:с t:т u:у v:в w:в x:кс y:й z:з'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const latinSounds = new RegExp([...toCyrillic.keys()].join('|'), 'g');

/** The word in the other alphabet: `vint` → `винт`, `дин` → `din`. */
export function inOtherAlphabet(word: string): string {
  return /[a-z]/.test(word)
    ? word.replace(latinSounds, (sound) => toCyrillic.get(sound) ?? sound)
    : Array.from(word, (letter) => toLatin.get(letter) ?? letter).join('');
}

/** How many slips a word of this length may have. */
export function slipsAllowed(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * Letters to insert, remove, replace or swap with their neighbour between two words; more than `most` is just `most + 1`.
 * @param asPrefix `right` may go on after the end of `left`
 */
export function slipsBetween(left: string, right: string, most: number, asPrefix = false): number {
  const [rows, columns] = [left.length, right.length];
  if (rows - columns > most || (!asPrefix && columns - rows > most)) return most + 1;
  const width = Math.min(columns, rows + most);
  let before: number[] = [];
  let above = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= rows; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= width; column += 1) {
      const isSame = left.charCodeAt(row - 1) === right.charCodeAt(column - 1);
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        left.charCodeAt(row - 1) === right.charCodeAt(column - 2) &&
        left.charCodeAt(row - 2) === right.charCodeAt(column - 1)
      )
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = above;
    above = current;
  }
  return Math.min(most + 1, asPrefix ? Math.min(...above) : (above[columns] ?? most + 1));
}
