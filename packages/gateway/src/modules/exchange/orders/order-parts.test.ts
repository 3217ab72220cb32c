import { requisiteValue, type DocumentRecord } from '@kontor/commerceml';
import type { Order } from '@kontor/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';

import { useTestGateway } from '../../../../test/test-gateway.js';
import { demoCompanies, demoWarehouses } from '../../../demo/ids.js';
import { confirmOrders } from './confirm-orders.js';
import { offerOrders } from './offer-orders.js';
import { applyTold, buyer, document, line, readDocuments, requisites } from './one-c-documents.test-data.js';
import { addTestOrder, changeTestOrder } from './order-rows.test-data.js';
import { defineOrderExchange, type OrderExchangeSettings } from './order-settings.js';

const shop = useTestGateway();
const database = () => shop().database.database.system;

/** Each test looks at an order of a day of its own: 10 pieces of the first goods, 4 here and 6 there, and 5 of the second there. */
const [here, there] = [demoWarehouses.yekaterinburg, demoWarehouses.moscow];
let day = 0;
let placedAt = new Date();
let id = '';
let number = '';
beforeEach(async () => {
  day += 1;
  placedAt = new Date(Date.UTC(2034, 0, day, 9));
  ({ id, number } = await addTestOrder(database(), {
    placedAt,
    deliveryCost: '350.00',
    lines: [
      { quantity: '10', unitPrice: '12', net: '100.00', vat: '20.00' },
      { quantity: '5', unitPrice: '12', net: '50.00', vat: '10.00' },
    ],
  }));
  await reserve(1, here, 4);
  await reserve(1, there, 6);
  await reserve(2, there, 5);
});

async function reserve(position: number, warehouse: string, quantity: number): Promise<void> {
  await sql`
    with held as (
      insert into reservation (order_id, company_id, position, variant_id, warehouse_id, quantity)
      select order_id, company_id, position, variant_id, ${warehouse}, ${quantity} from order_line
      where order_id = ${id} and position = ${position} returning variant_id)
    insert into balance (variant_id, warehouse_id, quantity, reserved, updated_at)
    select variant_id, ${warehouse}, 1000, ${quantity}, now() from held
    on conflict (variant_id, warehouse_id) do update set reserved = balance.reserved + excluded.reserved`.execute(
    database(),
  );
}

async function offer(
  session: string,
  given: Partial<OrderExchangeSettings> = {},
): Promise<readonly DocumentRecord[]> {
  const { document: bytes } = await offerOrders(database(), {
    session: `${id}-${session}`,
    batch: 1,
    isFirst: true,
    now: placedAt,
    settings: defineOrderExchange({ since: placedAt, ...given }),
    timeZone: 'Europe/Moscow',
    run: null,
  });
  return readDocuments(bytes);
}

const confirm = (session: string) =>
  confirmOrders(database(), { session: `${id}-${session}`, batch: 1, now: placedAt });

const apply = (...documents: readonly (DocumentRecord | string)[]) => applyTold(shop(), placedAt, documents);

/** Id of the document of a part. */
const part = (place: number): string => `${id}~${String(place)}`;

async function seen(): Promise<Order> {
  const token = await shop().signIn('owner@stroymaster.example.test');
  const { body } = await shop().request<Order>('GET', `/v1/orders/${id}`, { token });
  return body;
}

const linesOf = ({ lines }: Order) => lines.map(({ quantity, total }) => `${quantity} = ${total ?? ''}`);
const lastOf = ({ history }: Order) => {
  const last = history.at(-1);
  return [last?.status, last?.comment];
};

async function goodsOf(position: number): Promise<string> {
  const { rows } = await sql<{ goods: string }>`
    select external_id as goods from order_line join variant on variant.id = variant_id
    where order_id = ${id} and order_line.position = ${position}`.execute(database());
  return rows[0]?.goods ?? '';
}

describe('an order of several warehouses, for 1C', () => {
  it('is a document for each of them, whose sums add up', async () => {
    const documents = await offer('a');
    expect(
      documents.map((each) => ({
        id: each.id,
        number: each.number,
        warehouse: each.warehouses?.map((warehouse) => warehouse.id),
        of: requisiteValue(each.requisites, 'Часть заказа'),
        total: each.total,
        lines: each.lines?.map(({ quantity, total }) => `${quantity ?? ''} = ${total ?? ''}`),
      })),
    ).toEqual([
      {
        id: part(1),
        number: `${number}-1`,
        warehouse: [`1c-${here}`],
        of: `${number}, 1 из 2`,
        total: '398',
        lines: ['4 = 48', '1 = 350'],
      },
      {
        id: part(2),
        number: `${number}-2`,
        warehouse: [`1c-${there}`],
        of: `${number}, 2 из 2`,
        total: '132',
        lines: ['6 = 72', '5 = 60'],
      },
    ]);
  });

  it('is the same documents whenever it is offered again, and waits once it is confirmed', async () => {
    const first = await offer('a');
    const again = await offer('b', { documentPer: 'order' });
    await confirm('b');
    expect([again, await offer('c')]).toEqual([first, []]);
  });

  it('stays one document when it was one at first', async () => {
    const idsOf = (documents: readonly DocumentRecord[]) => documents.map((each) => each.id);
    const first = await offer('a', { documentPer: 'order' });
    expect([idsOf(first), idsOf(await offer('b'))]).toEqual([[id], [id]]);
  });

  it('tells in all of them that the buyer canceled it', async () => {
    await offer('a');
    await confirm('a');
    await changeTestOrder(database(), id, 'canceled');
    const told = await offer('b');
    expect(told.map((each) => requisiteValue(each.requisites, 'Отменен'))).toEqual(['true', 'true']);
  });

  it('is told also when it was canceled before 1C ever had it', async () => {
    await changeTestOrder(database(), id, 'canceled');
    const told = await offer('a');
    expect(told.map((each) => [each.id, requisiteValue(each.requisites, 'Отменен')])).toEqual([
      [part(1), 'true'],
      [part(2), 'true'],
    ]);
  });

  it('is held back as a whole when goods of one of them have gone', async () => {
    await offer('a');
    await sql`update variant set external_id = null where id in (
      select variant_id from order_line where order_id = ${id} and position = 2)`.execute(database());
    const without = await offer('b');
    await sql`update variant set external_id = 'again-' || id where external_id is null and id in (
      select variant_id from order_line where order_id = ${id})`.execute(database());
    expect([without, (await offer('c')).length]).toEqual([[], 2]);
  });
});

describe('what 1C says of a part of an order', () => {
  beforeEach(async () => {
    await offer('a');
    await confirm('a');
  });

  it('changes nothing that is seen when it is what 1C got', async () => {
    await changeTestOrder(database(), id, 'placed');
    const before = await seen();
    await apply(...(await offer('b')));
    expect(await seen()).toEqual(before);
  });

  it('confirms the order when all of its parts are', async () => {
    await apply(document(part(1), requisites({ Проведен: 'true' })));
    const one = await seen();
    await apply(document(part(2), requisites({ Проведен: 'true' })));
    expect([one.status, lastOf(one), (await seen()).status]).toEqual([
      'placed',
      ['placed', `${number}-1: Подтверждён`],
      'confirmed',
    ]);
  });

  it('ships the order when the last part has left', async () => {
    await apply(document(part(2), requisites({ 'Номер отгрузки по 1С': 'РТ-2' })));
    const one = await seen();
    await apply(document(part(1), requisites({ 'Номер отгрузки по 1С': 'РТ-1' })));
    const both = await seen();
    expect([one.status, both.status, both.documents.map((each) => each.number).sort()]).toEqual([
      'assembling',
      'shipped',
      ['РТ-1', 'РТ-2'],
    ]);
  });

  it('changes nothing when it comes again', async () => {
    const told = document(
      part(2),
      `<Номер1С>ТД-2</Номер1С><Товары>${line(await goodsOf(1), '2', '12', '24')}</Товары>${requisites({
        Проведен: 'true',
        Оплачен: 'true',
      })}`,
    );
    await apply(told);
    const before = await seen();
    const { counts } = await apply(told);
    expect([counts.unchanged, await seen()]).toEqual([1, before]);
  });

  it('changes the lines of the order by those of the part alone', async () => {
    const goods = [line(await goodsOf(1), '2', '12', '24'), line(await goodsOf(2), '5', '12', '60')];
    await apply(document(part(2), `<Товары>${goods.join('')}</Товары>`));
    const order = await seen();
    expect([linesOf(order), order.totals?.total, lastOf(order)]).toEqual([
      ['6 = 72.00', '5 = 60.00'],
      '482.00',
      ['placed', `${number}-2: Состав изменён в 1С`],
    ]);
  });

  it('leaves goods in the places where the buyer had them', async () => {
    const sorted = [line(await goodsOf(2), '5', '12', '60'), line(await goodsOf(1), '2', '12', '24')];
    await apply(
      document(part(2), `<Товары>${sorted.join('')}</Товары>`),
      document(part(1), requisites({ Отменен: 'true' })),
    );
    expect(linesOf(await seen())).toEqual(['2 = 24.00', '5 = 60.00']);
  });

  it('takes the goods of a canceled part out of the order, which goes on without it', async () => {
    await apply(document(part(2), requisites({ Отменен: 'true' })));
    const one = await seen();
    await apply(document(part(1), requisites({ Отгружен: 'true' })));
    expect([one.status, linesOf(one), lastOf(one), (await seen()).status]).toEqual([
      'placed',
      ['4 = 48.00'],
      ['placed', `${number}-2: Отменён. Состав изменён в 1С`],
      'shipped',
    ]);
  });

  it('is not sent back: a part that 1C has canceled is told no more', async () => {
    await apply(document(part(2), requisites({ Отменен: 'true' })));
    await changeTestOrder(database(), id, 'canceled');
    expect((await offer('b')).map((each) => each.id)).toEqual([part(1)]);
  });

  it('cancels the order with its last part, and leaves its lines to be seen', async () => {
    await apply(
      document(part(1), requisites({ Отменен: 'true' })),
      document(part(2), requisites({ Отменен: 'true' })),
    );
    const { status, lines } = await seen();
    expect([status, lines.length > 0]).toEqual(['canceled', true]);
  });

  it('cannot ship what the buyer has canceled, and says so', async () => {
    await changeTestOrder(database(), id, 'canceled');
    const { problems } = await apply(document(part(1), requisites({ Отгружен: 'true' })));
    expect([problems, (await seen()).status]).toEqual([['status_not_allowed'], 'canceled']);
  });

  it('releases what is reserved in its warehouse alone', async () => {
    const held = async () => {
      const { rows } = await sql<{ warehouse: string }>`
        select distinct warehouse_id as warehouse from reservation
        where order_id = ${id} and released_at is null order by 1`.execute(database());
      return rows.map(({ warehouse }) => warehouse);
    };
    const before = await held();
    await apply(document(part(2), '<Номер1С>ТД-2</Номер1С>'));
    expect([before.length, await held()]).toEqual([2, [here]]);
  });

  it('gives the order the numbers of all of its documents, by each of which it is found', async () => {
    await apply(document(part(2), '<Номер1С>ТД-2</Номер1С>'), document(part(1), '<Номер1С>ТД-1</Номер1С>'));
    const token = await shop().signIn('owner@stroymaster.example.test');
    const path = `/v1/orders?query=${encodeURIComponent('тд-2')}`;
    const { body } = await shop().request<{ items: { id: string }[] }>('GET', path, { token });
    expect([(await seen()).accountingNumber, body.items.map((each) => each.id)]).toEqual([
      'ТД-1, ТД-2',
      expect.arrayContaining([id]),
    ]);
  });

  it('is found by the number of the part when 1C has an id of its own', async () => {
    const guid = `guid-${id}`;
    await apply(document(guid, `<Номер>${number}-1</Номер>${requisites({ Проведен: 'true' })}`));
    await apply(document(guid, requisites({ Отгружен: 'true' })));
    await apply(document(part(2), requisites({ Отгружен: 'true' })));
    expect((await seen()).status).toBe('shipped');
  });

  it('is not its own when the number is that of another buyer', async () => {
    const { counts } = await apply(
      document(
        `other-${id}`,
        `<Номер>${number}-1</Номер>${buyer('nobody')}${requisites({ Отменен: 'true' })}`,
      ),
    );
    expect([counts.ignored, (await seen()).lines.length]).toEqual([1, 2]);
  });

  it('has its invoice with the order', async () => {
    await apply(
      document(
        `inv-${id}`,
        `<Номер>С-9</Номер>${requisites({ Основание: part(2) })}${buyer(`1c-${demoCompanies.stroymaster}`)}`,
        'Счет на оплату',
      ),
    );
    expect((await seen()).documents).toMatchObject([{ kind: 'invoice', number: 'С-9' }]);
  });

  it('is the only one whose lines count: a document of the whole order is told in the journal', async () => {
    const { problems } = await apply(
      document(id, `<Товары>${line(await goodsOf(1), '99', '12', '1188')}</Товары>`),
    );
    expect([problems, linesOf(await seen())]).toEqual([['order_in_parts'], ['10 = 120.00', '5 = 60.00']]);
  });
});
