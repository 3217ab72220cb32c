import type { ProblemCode, ProblemRecord, Severity } from '../problem.js';
import { readCurrency } from '../values/currency.js';
import { readDate } from '../values/date.js';
import { readDecimal } from '../values/decimal.js';
import { readFlag } from '../values/flag.js';
import { detach, unescapeTwice } from '../values/text.js';
import type { XmlElement } from '../xml/element.js';
import type { Known } from './known.js';

/**
 * One record while its fields are read. Every reader tells `undefined` for what is absent; an empty element is `''` as a text
 * and `null` as a number or a date. What cannot be read becomes `null` and a problem.
 */
export class Row {
  readonly element: XmlElement;
  readonly known: Known;
  /** `Ид` of the record, for its problems. */
  id: string | undefined = undefined;
  readonly #path: string;
  readonly #report: (problem: ProblemRecord) => void;

  constructor(element: XmlElement, path: string, known: Known, report: (problem: ProblemRecord) => void) {
    this.element = element;
    this.known = known;
    this.#path = path;
    this.#report = report;
  }

  /** Trimmed. */
  text(parent: XmlElement, name: string): string | undefined {
    const child = parent.child(name);
    return child === undefined ? undefined : detach(child.text.trim());
  }

  /** A text that people read as a name: what was escaped twice is readable again. */
  name(parent: XmlElement, name: string): string | undefined {
    const child = parent.child(name);
    return child === undefined ? undefined : detach(unescapeTwice(child.text.trim()));
  }

  /** A text that repeats over many rows, an id of a price type for example: one copy for all. */
  reference(parent: XmlElement, name: string): string | undefined {
    const child = parent.child(name);
    return child === undefined ? undefined : this.known.intern(child.text.trim());
  }

  decimal(parent: XmlElement, name: string): string | null | undefined {
    const child = parent.child(name);
    return child === undefined ? undefined : this.#decimal(child, child.text);
  }

  decimalAttribute(element: XmlElement, name: string): string | null | undefined {
    const text = element.attributes[name];
    return text === undefined ? undefined : this.#decimal(element, text);
  }

  date(parent: XmlElement, name: string): string | null | undefined {
    const child = parent.child(name);
    if (child === undefined) return undefined;
    const text = child.text.trim();
    if (text === '') return null;
    const date = readDate(text);
    if (date === undefined)
      this.report('warning', 'invalid_date', child, `"${text.slice(0, 40)}" is no date`);
    return date ?? null;
  }

  flag(parent: XmlElement, name: string): boolean | undefined {
    const child = parent.child(name);
    if (child === undefined) return undefined;
    const text = child.text.trim();
    const flag = readFlag(text);
    if (flag === undefined && text !== '')
      this.report('warning', 'invalid_flag', child, `"${text.slice(0, 40)}" is neither true nor false`);
    return flag;
  }

  /** The ISO 4217 code, or the text as it is where it is not known. */
  currency(parent: XmlElement, name: string): string | undefined {
    const child = parent.child(name);
    if (child === undefined) return undefined;
    const text = child.text.trim();
    if (text === '') return undefined;
    const code = this.known.currency(text, readCurrency);
    if (code === undefined && this.known.isFirst(`currency ${text}`))
      this.report(
        'warning',
        'unknown_currency',
        child,
        `"${text.slice(0, 40)}" is no currency that is known`,
      );
    return code ?? this.known.intern(text);
  }

  report(severity: Severity, code: ProblemCode, element: XmlElement, message: string): void {
    const path = `${this.#path}${pathInside(this.element, element) ?? ''}`;
    this.#report({ type: 'problem', severity, code, path, id: this.id, line: element.line, message });
  }

  #decimal(element: XmlElement, text: string): string | null {
    const trimmed = text.trim();
    if (trimmed === '') return null;
    const decimal = readDecimal(trimmed);
    if (decimal === undefined)
      this.report('warning', 'invalid_number', element, `"${trimmed.slice(0, 40)}" is no number`);
    return decimal === undefined ? null : detach(decimal);
  }
}

function pathInside(root: XmlElement, target: XmlElement): string | undefined {
  if (root === target) return '';
  for (const child of root.children ?? []) {
    const rest = pathInside(child, target);
    if (rest !== undefined) return `/${child.name}${rest}`;
  }
  return undefined;
}
