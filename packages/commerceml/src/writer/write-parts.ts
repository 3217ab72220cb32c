import type { Address, Contact } from '../records/address.js';
import type { Adjustment } from '../records/adjustment.js';
import type { Counterparty } from '../records/counterparty.js';
import type { Marks } from '../records/marks.js';
import type { Requisite } from '../records/requisite.js';
import type { Tax } from '../records/tax.js';
import type { Unit } from '../records/unit.js';
import type { Draft } from './draft.js';
import { element, escapeText, list, tag } from './xml-text.js';

/** Parts of records that several kinds of them have. */

export const writeMarks = ({ version, isDeleted }: Draft<Marks>): string =>
  tag('НомерВерсии', version) + tag('ПометкаУдаления', isDeleted);

export const writeRequisites = (
  requisites: readonly Draft<Requisite>[] | undefined,
  name = 'ЗначенияРеквизитов',
): string =>
  list(name, requisites, (each) =>
    element(
      'ЗначениеРеквизита',
      tag('Наименование', each.name ?? '') +
        (each.values ?? []).map((value) => tag('Значение', value)).join(''),
    ),
  );

export const writeTax = (tax: Draft<Tax>): string =>
  tag('Наименование', tax.name) +
  tag('УчтеноВСумме', tax.isIncluded) +
  tag('Сумма', tax.amount) +
  tag('Ставка', tax.rate === null ? 'Без НДС' : tax.rate) +
  tag('Акциз', tax.isExcise);

export const writeAdjustment = (each: Draft<Adjustment>): string =>
  tag('Наименование', each.name) +
  tag('Сумма', each.amount) +
  tag('Процент', each.percent) +
  tag('УчтеноВСумме', each.isIncluded) +
  tag('Комментарий', each.comment);

/** A unit as a name with attributes. */
export const writeUnit = (name: string, unit: Draft<Unit> | undefined): string =>
  unit === undefined
    ? ''
    : element(name, unitContent(unit), {
        Код: unit.code,
        НаименованиеПолное: unit.fullName,
        МеждународноеСокращение: unit.international,
      });

function unitContent(unit: Draft<Unit>): string {
  const conversions = (unit.conversions ?? []).map((each) =>
    element(
      'Пересчет',
      tag('Единица', each.unit) + tag('Коэффициент', each.ratio) + tag('ДополнительныеДанные', each.note),
    ),
  );
  const isTold = unit.name === undefined || unit.name === unit.fullName;
  return (isTold ? '' : escapeText(unit.name ?? '')) + conversions.join('');
}

/** A unit as a structure, as 3.1 has it. */
export const writeUnitStructure = (name: string, unit: Draft<Unit> | undefined): string =>
  unit === undefined
    ? ''
    : element(
        name,
        tag('Ид', unit.code) +
          tag('НаименованиеКраткое', unit.name) +
          tag('Код', unit.code) +
          tag('НаименованиеПолное', unit.fullName) +
          tag('МеждународноеСокращение', unit.international),
      );

const writeAddress = (name: string, address: Draft<Address> | undefined): string =>
  address === undefined
    ? ''
    : element(
        name,
        tag('Представление', address.text) +
          tag('Комментарий', address.comment) +
          (address.fields ?? [])
            .map((field) => element('АдресноеПоле', tag('Тип', field.type) + tag('Значение', field.value)))
            .join(''),
      );

const writeContacts = (contacts: readonly Draft<Contact>[] | undefined): string =>
  list('Контакты', contacts, (each) =>
    element(
      'Контакт',
      tag('Тип', each.type ?? '') + tag('Значение', each.value) + tag('Комментарий', each.comment),
    ),
  );

export const writePlace = (place: {
  address?: Draft<Address> | undefined;
  contacts?: readonly Draft<Contact>[] | undefined;
}): string => writeAddress('Адрес', place.address) + writeContacts(place.contacts);

export const writeCounterparty = (each: Draft<Counterparty>): string =>
  tag('Ид', each.id) +
  writeMarks(each) +
  tag('Наименование', each.name) +
  tag('ОфициальноеНаименование', each.officialName) +
  tag('ПолноеНаименование', each.fullName) +
  tag('Фамилия', each.lastName) +
  tag('Имя', each.firstName) +
  tag('Отчество', each.patronymic) +
  tag('Роль', each.role) +
  tag('ИНН', each.inn) +
  tag('КПП', each.kpp) +
  tag('ОКПО', each.okpo) +
  writeAddress('АдресРегистрации', each.registrationAddress) +
  writeAddress('ЮридическийАдрес', each.legalAddress) +
  writePlace(each) +
  list('РасчетныеСчета', each.accounts, (account) =>
    element(
      'РасчетныйСчет',
      tag('НомерСчета', account.number) +
        element(
          'Банк',
          tag('СчетКорреспондентский', account.correspondentAccount) +
            tag('Наименование', account.bank) +
            tag('БИК', account.bik) +
            tag('SWIFT', account.swift),
        ),
    ),
  ) +
  list('Представители', each.representatives, (person) =>
    element(
      'Представитель',
      tag('Отношение', person.relation) + tag('Ид', person.id) + tag('Наименование', person.name),
    ),
  );
