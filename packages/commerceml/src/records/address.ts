import type { Row } from '../reader/row.js';
import { unescapeTwice } from '../values/text.js';
import { foldName } from '../values/fold.js';
import type { XmlElement } from '../xml/element.js';

export interface Address {
  /** The whole address as one text. */
  readonly text: string | undefined;
  readonly comment: string | undefined;
  /** `Почтовый индекс`, `Страна`, `Регион`, `Город`, `Улица`, `Дом` … with their values. */
  readonly fields: readonly { readonly type: string; readonly value: string }[];
}

export interface Contact {
  /** By its type and its value: `Почта` is an e-mail address only with an `@`. */
  readonly kind: 'address' | 'email' | 'fax' | 'other' | 'phone' | 'website';
  /** As the file names it, `ТелефонРабочий`. */
  readonly type: string;
  readonly value: string;
  readonly comment: string | undefined;
}

export function readAddress(row: Row, parent: XmlElement, name: string): Address | undefined {
  const element = parent.child(name);
  if (element === undefined) return undefined;
  const bare = element.children === undefined ? unescapeTwice(element.text.trim()) : undefined;
  return {
    text: row.name(element, 'Представление') ?? (bare || undefined),
    comment: row.text(element, 'Комментарий'),
    fields: element.all('АдресноеПоле').map((field) => ({
      type: row.reference(field, 'Тип') ?? '',
      value: row.name(field, 'Значение') ?? '',
    })),
  };
}

export function readContacts(row: Row, parent: XmlElement): readonly Contact[] | undefined {
  return parent
    .rows('Контакты', 'Контакт')
    ?.map((each) => {
      const type = row.reference(each, 'Тип') ?? '';
      const value = row.name(each, 'Значение') ?? '';
      return { kind: kindOf(type, value), type, value, comment: row.text(each, 'Комментарий') };
    })
    .filter(({ value }) => value !== '');
}

function kindOf(type: string, value: string): Contact['kind'] {
  const key = foldName(type);
  if (/^\S+@\S+$/.test(value)) return 'email';
  if (key.startsWith(foldName('Телефон')) || key === foldName('Мобильный')) return 'phone';
  if (key.startsWith(foldName('Факс'))) return 'fax';
  if (key.startsWith(foldName('Почта'))) return 'address';
  return key.startsWith(foldName('Веб')) ? 'website' : 'other';
}
