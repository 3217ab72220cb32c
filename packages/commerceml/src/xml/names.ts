import { foldHomoglyphs } from '../values/fold.js';

/** A name of an element or an attribute: as the file has it, and as the rest of this package knows it. */
export interface Name {
  readonly raw: string;
  /**
   * Without prefix, with Latin letters that only look Cyrillic made Cyrillic, in one spelling. Namespaces are ignored: real files
   * name any.
   */
  readonly canonical: string;
}

/** Other spellings that some configurations of 1C write. */
const spellings = new Map([
  ['ШтрихКод', 'Штрихкод'],
  ['СвойствоНоменклатуры', 'Свойство'],
]);

const mostNames = 2000;
const longestName = 200;
const isName = /^[A-Za-z_:\u0080-\uFFFD][\w:.\u0080-\uFFFD-]*$/;

/** Names by a hash that is computed while they are scanned: a file's few names are found without making texts of them. */
export class Names {
  readonly #known = new Map<number, Name[]>();
  #count = 0;

  /** @returns `undefined` where the text is no name */
  find(text: string, from: number, to: number, hash: number): Name | undefined {
    const sameHash = this.#known.get(hash);
    if (sameHash !== undefined) {
      for (const name of sameHash) {
        if (name.raw.length === to - from && text.startsWith(name.raw, from)) return name;
      }
    }
    if (to - from > longestName) return undefined;
    const raw = ` ${text.slice(from, to)}`.slice(1);
    if (!isName.test(raw)) return undefined;
    const local = foldHomoglyphs(raw.slice(raw.indexOf(':') + 1));
    const name = { raw, canonical: spellings.get(local) ?? local };
    // A hostile file must not fill the memory with names.
    if (this.#count >= mostNames) return name;
    this.#count += 1;
    if (sameHash === undefined) this.#known.set(hash, [name]);
    else sameHash.push(name);
    return name;
  }
}
