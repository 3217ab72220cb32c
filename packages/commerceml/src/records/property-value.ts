import type { Row } from '../reader/row.js';

/** The value of a property: a text, a number, or the id of one of the property's variants; only the property tells which. */
export interface PropertyValue {
  readonly id: string;
  readonly name: string | undefined;
  /** Without empty ones: a property without values is there and empty. */
  readonly values: readonly string[];
}

/** Reads `ЗначенияСвойств/ЗначенияСвойства`, its inner element in the plural or in the singular. */
export function readPropertyValues(row: Row): readonly PropertyValue[] | undefined {
  const list = row.element.child('ЗначенияСвойств');
  if (list === undefined) return undefined;
  const values: PropertyValue[] = [];
  for (const each of list.children ?? []) {
    if (each.name !== 'ЗначенияСвойства' && each.name !== 'ЗначениеСвойства') continue;
    const id = row.reference(each, 'Ид');
    if (!id) continue;
    const direct = each.all('Значение');
    const found =
      direct.length > 0 ? direct : each.all('ЗначениеСвойства').flatMap((inner) => inner.all('Значение'));
    const texts = found.map(({ text }) => row.known.intern(text.trim())).filter((text) => text !== '');
    values.push({ id, name: row.reference(each, 'Наименование'), values: texts });
  }
  return values;
}
