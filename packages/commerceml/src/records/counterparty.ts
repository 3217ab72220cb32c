import type { Row } from '../reader/row.js';
import type { XmlElement } from '../xml/element.js';
import { readAccounts, type Account } from './account.js';
import { readAddress, readContacts, type Address, type Contact } from './address.js';
import { readMarks, type Marks } from './marks.js';

/** A company or a person that trades. Its id is never parted at `#`. */
export interface Counterparty extends Marks {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly officialName: string | undefined;
  readonly fullName: string | undefined;
  /** By the tax number, then by what else is there: the names alone don't tell. */
  readonly kind: 'legal' | 'person' | undefined;
  readonly inn: string | undefined;
  readonly kpp: string | undefined;
  readonly okpo: string | undefined;
  /** Role in a document: `Продавец`, `Покупатель`, `Плательщик`, `Получатель` … */
  readonly role: string | undefined;
  readonly lastName: string | undefined;
  readonly firstName: string | undefined;
  readonly patronymic: string | undefined;
  readonly address: Address | undefined;
  readonly registrationAddress: Address | undefined;
  readonly legalAddress: Address | undefined;
  readonly contacts: readonly Contact[] | undefined;
  readonly accounts: readonly Account[] | undefined;
  readonly representatives: readonly Representative[] | undefined;
}

/** A counterparty of the list that an exchange sends by itself. */
export interface CounterpartyRecord extends Counterparty {
  readonly type: 'counterparty';
  readonly line: number;
  readonly id: string;
}

export interface Representative {
  /** `Контактное лицо`, `Директор` … */
  readonly relation: string | undefined;
  readonly id: string | undefined;
  readonly name: string | undefined;
}

export function readCounterpartyRecord(row: Row): CounterpartyRecord | undefined {
  const { element } = row;
  const id = row.text(element, 'Ид');
  if (!id) return undefined;
  row.id = id;
  return {
    type: 'counterparty',
    line: element.line,
    ...readCounterparty(row, element),
    id,
    ...readMarks(row),
  };
}

export function readCounterparty(row: Row, element: XmlElement): Counterparty {
  const inn = row.text(element, 'ИНН');
  const kpp = row.text(element, 'КПП');
  const officialName = row.name(element, 'ОфициальноеНаименование');
  const lastName = row.name(element, 'Фамилия');
  return {
    id: row.text(element, 'Ид'),
    version: row.text(element, 'НомерВерсии'),
    isDeleted: row.flag(element, 'ПометкаУдаления'),
    name: row.name(element, 'Наименование'),
    officialName,
    fullName: row.name(element, 'ПолноеНаименование'),
    kind: kindOf(inn, kpp, lastName, officialName),
    inn,
    kpp,
    okpo: row.text(element, 'КодПоОКПО') ?? row.text(element, 'ОКПО') ?? row.text(element, 'ЕГРПО'),
    role: row.reference(element, 'Роль'),
    lastName,
    firstName: row.name(element, 'Имя'),
    patronymic: row.name(element, 'Отчество'),
    address: readAddress(row, element, 'Адрес'),
    registrationAddress: readAddress(row, element, 'АдресРегистрации'),
    legalAddress: readAddress(row, element, 'ЮридическийАдрес'),
    contacts: readContacts(row, element),
    accounts: readAccounts(row, element),
    representatives: readRepresentatives(row, element),
  };
}

function kindOf(inn = '', kpp = '', lastName = '', officialName = ''): Counterparty['kind'] {
  if (/^\d{10}$/.test(inn)) return 'legal';
  if (/^\d{12}$/.test(inn)) return 'person';
  if (kpp !== '') return 'legal';
  if (lastName !== '') return 'person';
  return officialName === '' ? undefined : 'legal';
}

/** A representative has its fields directly, or in a counterparty inside it. */
function readRepresentatives(row: Row, element: XmlElement): readonly Representative[] | undefined {
  return element.rows('Представители', 'Представитель')?.map((each) => {
    const inner = each.child('Контрагент') ?? each;
    return {
      relation: row.reference(inner, 'Отношение') ?? row.reference(each, 'Отношение'),
      id: row.text(inner, 'Ид'),
      name: row.name(inner, 'Наименование'),
    };
  });
}
