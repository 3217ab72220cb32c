import { requisiteValue, type DocumentRecord } from '@kontor/commerceml';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';

import { useTestGateway } from '../../../../test/test-gateway.js';
import { demoCompanies, demoWarehouses } from '../../../demo/ids.js';
import { beginRun } from '../journal.js';
import { confirmOrders } from './confirm-orders.js';
import { offerOrders, type OfferOptions } from './offer-orders.js';
import { readDocuments } from './one-c-documents.test-data.js';
import { defineOrderExchange } from './order-settings.js';
import { addTestOrder, changeTestOrder } from './order-rows.test-data.js';

const shop = useTestGateway();
const database = () => shop().database.database.system;

/** Each test looks at orders of a day of its own, in sessions of its own. */
let day = 0;
let placedAt = new Date();
beforeEach(() => {
  day += 1;
  placedAt = new Date(Date.UTC(2030, 0, day, 20, 30));
});

const sessionOf = (name: string): string => `${String(day)}-${name}`;

async function offer(
  session: string,
  batch: number,
  given: Partial<OfferOptions> = {},
): Promise<DocumentRecord[]> {
  const { document } = await offerOrders(database(), {
    session: sessionOf(session),
    batch,
    isFirst: batch === 1,
    now: placedAt,
    settings: defineOrderExchange({ since: placedAt }),
    timeZone: 'Asia/Yekaterinburg',
    run: null,
    ...given,
  });
  return readDocuments(document);
}

const idsOf = (documents: readonly DocumentRecord[]) => documents.map(({ id }) => id);
const confirm = (session: string, batch: number) =>
  confirmOrders(database(), { session: sessionOf(session), batch, now: placedAt });

describe('offering orders to 1C', () => {
  it('gives the same orders when a batch is asked again', async () => {
    const { id } = await addTestOrder(database(), { placedAt });
    const first = await offer('a', 1);
    await addTestOrder(database(), { placedAt });
    expect([idsOf(first), idsOf(await offer('a', 1))]).toEqual([[id], [id]]);
  });

  it('gives what was not confirmed to the next session', async () => {
    const { id } = await addTestOrder(database(), { placedAt });
    await offer('a', 1);
    const next = await offer('b', 1);
    expect([idsOf(next), await confirm('a', 1), await confirm('b', 1)]).toEqual([[id], 0, 1]);
  });

  it('gives nothing more of what is confirmed', async () => {
    await addTestOrder(database(), { placedAt });
    await offer('a', 1);
    await confirm('a', 1);
    expect([await confirm('a', 1), await offer('a', 2), await offer('b', 1)]).toEqual([0, [], []]);
  });

  it('gives an order again that changed after it was offered', async () => {
    const { id } = await addTestOrder(database(), { placedAt });
    await offer('a', 1);
    await changeTestOrder(database(), id, 'canceled');
    await confirm('a', 1);
    const [again] = await offer('a', 2);
    expect([again?.id, requisiteValue(again?.requisites, 'Отменен')]).toEqual([id, 'true']);
  });

  it('keeps what 1C itself changed from going back', async () => {
    const { id } = await addTestOrder(database(), { placedAt });
    await offer('a', 1);
    await confirm('a', 1);
    await sql`insert into order_event (order_id, company_id, status, at, is_from_1c)
      select id, company_id, 'confirmed', placed_at, true from orders where id = ${id}`.execute(database());
    expect(await offer('a', 2)).toEqual([]);
  });

  it('goes on in batches of the limit, oldest first', async () => {
    const later = await addTestOrder(database(), { placedAt: new Date(placedAt.getTime() + 1000) });
    const earlier = await addTestOrder(database(), { placedAt });
    const batches = [];
    for (const batch of [1, 2, 3]) {
      batches.push(idsOf(await offer('a', batch, { limit: 1 })));
      await confirm('a', batch);
    }
    expect(batches).toEqual([[earlier.id], [later.id], []]);
  });

  it('holds an order back whose goods 1C does not know', async () => {
    const { id, number } = await addTestOrder(database(), { placedAt });
    await sql`update order_line set variant_id = null where order_id = ${id}`.execute(database());
    const run = await beginRun(database(), { channel: 'protocol', kind: 'sale', now: placedAt });
    const journal = { run: () => Promise.resolve(run) };
    const offered = [await offer('a', 1, journal), await offer('b', 1, journal)];
    const problems = await database()
      .selectFrom('exchange_problem')
      .select(['code', 'record_id as id', 'record_name as name'])
      .where('run_id', '=', run)
      .execute();
    expect(offered).toEqual([[], []]);
    expect(problems).toEqual([{ code: 'order_unknown_goods', id, name: number }]);
  });

  it('never confirms an offered order that it cannot send any more', async () => {
    const { id } = await addTestOrder(database(), { placedAt });
    await offer('a', 1);
    await sql`update order_line set variant_id = null where order_id = ${id}`.execute(database());
    expect([await offer('a', 1), await confirm('a', 1)]).toEqual([[], 0]);
  });

  it('never gives orders that were born in 1C', async () => {
    const { id } = await addTestOrder(database(), { placedAt });
    await sql`update orders set provenance = 'erp' where id = ${id}`.execute(database());
    expect(await offer('a', 1)).toEqual([]);
  });
});

describe('the document of an order', () => {
  it('tells local time, company, goods and sums', async () => {
    const { id, number } = await addTestOrder(database(), { placedAt, deliveryCost: '350.00' });
    const [document] = await offer('a', 1);
    const { rows } = await sql<{ sku: string; goods: string; company: string }>`
      select l.sku, v.external_id as goods, c.external_id as company from order_line l join variant v on v.id = l.variant_id
      join company c on c.id = l.company_id where l.order_id = ${id}`.execute(database());
    const local = new Date(placedAt.getTime() + 5 * 3_600_000).toISOString();
    expect(document).toMatchObject({
      id,
      number,
      kind: 'order',
      date: local.slice(0, 10),
      time: local.slice(11, 19),
      total: '470',
      counterparties: [{ id: rows[0]?.company, role: 'Покупатель' }],
      lines: [
        { id: rows[0]?.goods, article: rows[0]?.sku, price: '12', quantity: '10', total: '120' },
        { id: 'ORDER_DELIVERY', total: '350', isService: true },
      ],
    });
  });

  it('tells warehouses by line where an order of several stays one', async () => {
    const { id } = await addTestOrder(database(), {
      placedAt,
      lines: [
        { quantity: '10', unitPrice: '12', net: '100.00', vat: '20.00' },
        { quantity: '5', unitPrice: '12', net: '50.00', vat: '10.00' },
      ],
    });
    const reserve = (position: number, warehouse: string, quantity: number) =>
      sql`insert into reservation (order_id, company_id, position, variant_id, warehouse_id, quantity)
        select order_id, company_id, position, variant_id, ${warehouse}, ${quantity} from order_line
        where order_id = ${id} and position = ${position}`.execute(database());
    await reserve(1, demoWarehouses.moscow, 4);
    await reserve(2, demoWarehouses.moscow, 5);
    const settings = defineOrderExchange({ since: placedAt, documentPer: 'order' });
    const [alone] = await offer('a', 1, { settings });
    await reserve(1, demoWarehouses.yekaterinburg, 6);
    const [both] = await offer('b', 1, { settings });
    const told = (document: DocumentRecord | undefined) => [
      document?.warehouses?.map((each) => each.id),
      document?.lines?.map(({ warehouses }) => warehouses?.map((each) => [each.id, each.quantity])),
    ];
    const [moscow, yekaterinburg] = [`1c-${demoWarehouses.moscow}`, `1c-${demoWarehouses.yekaterinburg}`];
    expect(told(alone)).toEqual([[moscow], [undefined, undefined]]);
    expect(told(both)).toEqual([
      undefined,
      [
        expect.arrayContaining([
          [moscow, '4'],
          [yekaterinburg, '6'],
        ]),
        [[moscow, '5']],
      ],
    ]);
  });

  it('puts VAT on top where prices are without it', async () => {
    await addTestOrder(database(), {
      placedAt,
      vatMode: 'excluded',
      lines: [{ quantity: '3', unitPrice: '33.333333', net: '100.00', vat: '20.00' }],
    });
    const [document] = await offer('a', 1);
    expect([document?.total, document?.lines?.[0]]).toMatchObject([
      '120',
      { price: '33.333333', total: '100', taxes: [{ rate: '20', amount: '20', isIncluded: false }] },
    ]);
  });

  it('has the own id of a company that 1C does not know', async () => {
    await sql`update company set external_id = null where id = ${demoCompanies.metiz}`.execute(database());
    await addTestOrder(database(), { placedAt, companyId: demoCompanies.metiz });
    const [document] = await offer('a', 1);
    expect(document?.counterparties?.[0]?.id).toBe(demoCompanies.metiz);
  });
});
