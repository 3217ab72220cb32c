import type { Row } from '../reader/row.js';
import { foldName } from '../values/fold.js';
import type { XmlElement } from '../xml/element.js';

/** A named value outside the schema (`ЗначениеРеквизита`): what a configuration has more to say. */
export interface Requisite {
  readonly name: string;
  readonly values: readonly string[];
}

export function readRequisites(
  row: Row,
  parent: XmlElement,
  list = 'ЗначенияРеквизитов',
): readonly Requisite[] | undefined {
  return parent.rows(list, 'ЗначениеРеквизита')?.map((each) => ({
    name: row.reference(each, 'Наименование') ?? '',
    values: each.all('Значение').map(({ text }) => row.known.intern(text.trim())),
  }));
}

/**
 * The first value of the first requisite with one of these names. Names are compared without case and outer blanks, and Latin
 * letters that look Cyrillic count as such: `Cтатус заказа` is `Статус заказа`.
 */
export function requisiteValue(
  requisites: readonly Requisite[] | undefined,
  ...names: readonly string[]
): string | undefined {
  return firstValue(requisites, names, foldName);
}

/** The same for many rows: keys of names are remembered. */
export function rowRequisite(
  row: Row,
  requisites: readonly Requisite[] | undefined,
  ...names: readonly string[]
): string | undefined {
  return firstValue(requisites, names, (name) => row.known.key(name));
}

function firstValue(
  requisites: readonly Requisite[] | undefined,
  names: readonly string[],
  keyOf: (name: string) => string,
): string | undefined {
  if (requisites === undefined || requisites.length === 0) return undefined;
  for (const name of names) {
    const key = keyOf(name);
    for (const each of requisites) {
      if (each.values[0] !== undefined && keyOf(each.name) === key) return each.values[0];
    }
  }
  return undefined;
}
