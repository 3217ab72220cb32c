import type { Row } from '../reader/row.js';
import type { XmlElement } from '../xml/element.js';

/** A bank account. */
export interface Account {
  readonly number: string | undefined;
  readonly bank: string | undefined;
  readonly bik: string | undefined;
  readonly swift: string | undefined;
  readonly correspondentAccount: string | undefined;
}

export function readAccounts(row: Row, element: XmlElement): readonly Account[] | undefined {
  return element.rows('РасчетныеСчета', 'РасчетныйСчет')?.map((each) => {
    const bank = each.child('Банк') ?? each;
    return {
      number: row.text(each, 'НомерСчета'),
      bank: row.name(bank, 'Наименование'),
      bik: row.text(bank, 'БИК'),
      swift: row.text(bank, 'SWIFT'),
      correspondentAccount: row.text(bank, 'СчетКорреспондентский'),
    };
  });
}
