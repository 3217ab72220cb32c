import { readCommerceML, type DocumentRecord } from '@kontor/commerceml';

import type { TestGateway } from '../../../../test/test-gateway.js';
import { createEvents } from '../../events/service.js';
import { createStock } from '../../stock/service.js';
import { beginRun } from '../journal.js';
import { applyDocuments, type AppliedDocuments } from './apply-documents.js';
import { defineOrderExchange } from './order-settings.js';

/** Requisites of a document, by name. */
export const requisites = (values: Record<string, string>): string =>
  `<ЗначенияРеквизитов>${Object.entries(values)
    .map(
      ([name, value]) =>
        `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`,
    )
    .join('')}</ЗначенияРеквизитов>`;

/** A document of 1C with whatever it holds. */
export const document = (ofId: string, content = '', operation = 'Заказ товара'): string =>
  `<Документ><Ид>${ofId}</Ид><ХозОперация>${operation}</ХозОперация><Роль>Продавец</Роль>${content}</Документ>`;

export const buyer = (companyId: string): string =>
  `<Контрагенты><Контрагент><Ид>${companyId}</Ид><Наименование>ООО</Наименование><Роль>Покупатель</Роль></Контрагент></Контрагенты>`;

/** Goods with 20 % VAT in their sum. */
export const line = (goods: string, quantity: string, price: string, total: string): string =>
  `<Товар><Ид>${goods}</Ид><Артикул>A-1</Артикул><Наименование>Новое в 1С</Наименование><ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу><Количество>${quantity}</Количество><Сумма>${total}</Сумма><Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме><Ставка>20</Ставка></Налог></Налоги></Товар>`;

export async function readDocuments(bytes: Uint8Array): Promise<DocumentRecord[]> {
  const documents: DocumentRecord[] = [];
  for await (const record of readCommerceML(bytes)) if (record.type === 'document') documents.push(record);
  return documents;
}

/** Takes documents into a shop as an exchange does; answers what they did, and the codes of the journal. */
export async function applyTold(
  shop: TestGateway,
  now: Date,
  documents: readonly (DocumentRecord | string)[],
): Promise<{ counts: AppliedDocuments; problems: string[] }> {
  const { system } = shop.database.database;
  const run = await beginRun(system, { channel: 'protocol', kind: 'sale', now });
  const texts = documents.filter((each) => typeof each === 'string');
  const told = await readDocuments(
    new TextEncoder().encode(
      `<КоммерческаяИнформация ВерсияСхемы="2.08">${texts.join('')}</КоммерческаяИнформация>`,
    ),
  );
  const counts = await applyDocuments(
    system,
    [...documents.filter((each) => typeof each !== 'string'), ...told],
    {
      now,
      run,
      settings: defineOrderExchange(),
      timeZone: 'Europe/Moscow',
      stock: createStock(shop.deps),
      events: createEvents(shop.deps.database, shop.deps.log),
    },
  );
  const problems = await system
    .selectFrom('exchange_problem')
    .select('code')
    .where('run_id', '=', run)
    .execute();
  return { counts, problems: problems.map(({ code }) => code) };
}
