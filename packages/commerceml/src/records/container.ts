import type { Row } from '../reader/row.js';
import { readFlag } from '../values/flag.js';
import type { XmlElement } from '../xml/element.js';
import { readCounterparty, type Counterparty } from './counterparty.js';

/** What holds rows: told before its rows, and once more as `isLate` when something of it stands after them. */
export interface Container {
  readonly line: number;
  /** `Ид`; may be empty, and is nothing to parse. */
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** Only changes (`СодержитТолькоИзменения`), or everything; `undefined` where the file doesn't say: take it for changes. */
  readonly onlyChanges: boolean | undefined;
  /** Said again, now whole, because a part of it came after its rows. */
  readonly isLate: boolean;
}

export interface ClassifierRecord extends Container {
  readonly type: 'classifier';
  readonly owner: Counterparty | undefined;
}

export interface CatalogueRecord extends Container {
  readonly type: 'catalogue';
  readonly classifierId: string | undefined;
  readonly description: string | undefined;
  readonly owner: Counterparty | undefined;
}

export interface OffersPackageRecord extends Container {
  readonly type: 'offersPackage';
  readonly catalogueId: string | undefined;
  readonly classifierId: string | undefined;
  readonly description: string | undefined;
  /** ISO 8601. */
  readonly validFrom: string | null | undefined;
  readonly validTo: string | null | undefined;
  /** A package of changes (`ИзмененияПакетаПредложений`). */
  readonly isChangeSet: boolean;
  readonly owner: Counterparty | undefined;
}

/** The list of counterparties that an exchange sends by itself. */
export interface CounterpartiesRecord extends Container {
  readonly type: 'counterparties';
}

export type ContainerRecord = CatalogueRecord | ClassifierRecord | CounterpartiesRecord | OffersPackageRecord;

/** Children of containers that are fields and not lists. */
export const containerFields: ReadonlySet<string> = new Set([
  'Ид',
  'Наименование',
  'Описание',
  'Владелец',
  'ИдКлассификатора',
  'ИдКаталога',
  'ДействительноС',
  'ДействительноДо',
  'ДействительноПо',
  'СодержитТолькоИзменения',
]);

export function readContainer(row: Row, isLate: boolean): ContainerRecord {
  const { element } = row;
  const owner = element.child('Владелец');
  const base = {
    line: element.line,
    id: row.text(element, 'Ид'),
    name: row.name(element, 'Наименование'),
    onlyChanges: readOnlyChanges(row, element),
    isLate,
  };
  const owned = { owner: owner === undefined ? undefined : readCounterparty(row, owner) };
  const classifierId = row.text(element, 'ИдКлассификатора');
  const description = row.text(element, 'Описание');
  switch (element.name) {
    case 'Классификатор':
      return { type: 'classifier', ...base, ...owned };
    case 'Каталог':
      return { type: 'catalogue', ...base, classifierId, description, ...owned };
    case 'Контрагенты':
      return { type: 'counterparties', ...base };
    default:
      return {
        type: 'offersPackage',
        ...base,
        catalogueId: row.text(element, 'ИдКаталога'),
        classifierId,
        description,
        validFrom: row.date(element, 'ДействительноС'),
        validTo: row.date(element, 'ДействительноДо') ?? row.date(element, 'ДействительноПо'),
        isChangeSet: element.name === 'ИзмененияПакетаПредложений',
        ...owned,
      };
  }
}

function readOnlyChanges(row: Row, element: XmlElement): boolean | undefined {
  const attribute = element.attributes['СодержитТолькоИзменения'];
  const flag = attribute === undefined ? undefined : readFlag(attribute);
  return flag ?? row.flag(element, 'СодержитТолькоИзменения');
}
