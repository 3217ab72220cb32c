import { foldName } from '../values/fold.js';
import { detach } from '../values/text.js';
import { shortUnitName, unitNames } from '../values/okei.js';

const mostTexts = 20_000;
const mostUnits = 5_000;
/** Longer texts are not remembered: a name or an id is none of them. */
const longestText = 200;

/** What one file has said so far and later rows need. Its size has a bound, whatever the file says. */
export class Known {
  /** Ids of declared price types. */
  readonly priceTypes = new Set<string>();
  readonly #texts = new Map<string, string>();
  readonly #currencies = new Map<string, string | undefined>();
  readonly #keys = new Map<string, string>();
  readonly #told = new Set<string>();
  readonly #units = new Map<string, string>();
  readonly #shortUnits = new Map<string, string | undefined>();

  /** One copy of a text that repeats. */
  intern(text: string): string {
    const found = this.#texts.get(text);
    if (found !== undefined) return found;
    const own = detach(text);
    if (own.length <= longestText && this.#texts.size < mostTexts) this.#texts.set(own, own);
    return own;
  }

  currency(text: string, read: (text: string) => string | undefined): string | undefined {
    if (this.#currencies.has(text)) return this.#currencies.get(text);
    const code = read(text);
    if (this.#currencies.size < 1000 && text.length <= longestText) this.#currencies.set(text, code);
    return code;
  }

  /** `foldName`, remembered: the same names of requisites come with every row. */
  key(name: string): string {
    const found = this.#keys.get(name);
    if (found !== undefined) return found;
    const key = foldName(name);
    if (this.#keys.size < 5000 && name.length <= longestText) this.#keys.set(name, key);
    return key;
  }

  /** Whether this is told for the first time; what comes with every row is told once. */
  isFirst(what: string): boolean {
    const key = detach(what.slice(0, longestText));
    if (this.#told.has(key) || this.#told.size >= mostTexts) return false;
    this.#told.add(key);
    return true;
  }

  addPriceType(id: string): void {
    if (this.priceTypes.size < mostTexts && id.length <= longestText) this.priceTypes.add(id);
  }

  addUnit(code: string, name: string): void {
    if (this.#units.size < mostUnits && code.length + name.length <= longestText) this.#units.set(code, name);
  }

  /** The short name of a unit by the full one that a classifier has for it. */
  shortUnitName(fullName: string): string | undefined {
    if (this.#shortUnits.has(fullName)) return this.#shortUnits.get(fullName);
    const name = shortUnitName(fullName);
    if (this.#shortUnits.size < mostUnits && fullName.length <= longestText)
      this.#shortUnits.set(detach(fullName), name);
    return name;
  }

  /** The short name of a unit by its code: what this file says, else the classifier of units. */
  unitName(code: string): string | undefined {
    return this.#units.get(code) ?? unitNames[code];
  }
}
