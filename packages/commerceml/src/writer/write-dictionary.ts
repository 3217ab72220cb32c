import type { DraftOfType } from './draft.js';
import { writeCounterparty, writeMarks, writePlace, writeTax } from './write-parts.js';
import { element, list, tag } from './xml-text.js';

type Dictionary = DraftOfType<
  'category' | 'counterparty' | 'group' | 'priceType' | 'property' | 'unit' | 'warehouse'
>;

const valueTypes = { text: 'Строка', number: 'Число', date: 'Время', variants: 'Справочник' } as const;
const uses = { products: 'ДляТоваров', offers: 'ДляПредложений', documents: 'ДляДокументов' } as const;

/** A row of a dictionary. Groups are written elsewhere: they stand inside each other. */
export function writeDictionaryRow(record: Exclude<Dictionary, { type: 'group' }>): string {
  switch (record.type) {
    case 'property':
      return writeProperty(record);
    case 'priceType':
      return element(
        'ТипЦены',
        head(record) +
          tag('Валюта', record.currency) +
          tag('Описание', record.description) +
          (record.taxes ?? []).map((tax) => element('Налог', writeTax(tax))).join(''),
      );
    case 'warehouse':
      return element('Склад', head(record) + tag('Комментарий', record.comment) + writePlace(record));
    case 'unit':
      return element(
        'ЕдиницаИзмерения',
        tag('Ид', record.id) +
          writeMarks(record) +
          tag('НаименованиеКраткое', record.name) +
          tag('Код', record.code) +
          tag('НаименованиеПолное', record.fullName) +
          tag('МеждународноеСокращение', record.international),
      );
    case 'category':
      return element('Категория', head(record) + list('Свойства', record.propertyIds, (id) => tag('Ид', id)));
    case 'counterparty':
      return element('Контрагент', writeCounterparty(record));
  }
}

const head = (record: Exclude<Dictionary, { type: 'counterparty' }>): string =>
  tag('Ид', record.id) + writeMarks(record) + tag('Наименование', record.name);

function writeProperty(property: DraftOfType<'property'>): string {
  const { valueType, usedFor } = property;
  return element(
    'Свойство',
    head(property) +
      tag('Описание', property.description) +
      tag('Обязательное', property.isRequired) +
      tag('Множественное', property.isMultiple) +
      tag('ЭтоФильтр', property.isFilter) +
      tag('ТипЗначений', valueType === undefined ? undefined : valueTypes[valueType]) +
      list('ВариантыЗначений', property.variants, ({ id, value }) =>
        id === undefined
          ? tag('Значение', value)
          : element('Справочник', tag('ИдЗначения', id) + tag('Значение', value)),
      ) +
      (usedFor === undefined ? '' : tag(uses[usedFor], true)),
  );
}

/** Groups as a tree; one whose parent is not among them stands at the top. */
export function writeGroups(groups: readonly DraftOfType<'group'>[]): string {
  const ids = new Set(groups.map(({ id }) => id));
  const children = new Map<string, DraftOfType<'group'>[]>();
  for (const group of groups) {
    const parent = group.parentId !== undefined && ids.has(group.parentId) ? group.parentId : '';
    const others = children.get(parent);
    if (others === undefined) children.set(parent, [group]);
    else others.push(group);
  }
  const write = (group: DraftOfType<'group'>): string => {
    const inside = children.get(group.id);
    return element(
      'Группа',
      head(group) + tag('Описание', group.description) + list('Группы', inside, write),
    );
  };
  return list('Группы', children.get('') ?? [], write);
}
