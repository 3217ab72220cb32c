import type { DocumentRecord } from '@kontor/commerceml';
import type { Order } from '@kontor/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';

import { useTestGateway } from '../../../../test/test-gateway.js';
import { demoCompanies } from '../../../demo/ids.js';
import { offerOrders } from './offer-orders.js';
import { applyTold, buyer, document, line, readDocuments, requisites } from './one-c-documents.test-data.js';
import { addTestOrder } from './order-rows.test-data.js';
import { defineOrderExchange } from './order-settings.js';

const shop = useTestGateway();
const database = () => shop().database.database.system;
const placedAt = new Date('2032-03-01T09:00:00Z');

/** Documents of 1C are a test's own. */
let own = 0;
let id = '';
let number = '';
beforeEach(async () => {
  own += 1;
  ({ id, number } = await addTestOrder(database(), { placedAt }));
});

const apply = (...documents: readonly (DocumentRecord | string)[]) => applyTold(shop(), placedAt, documents);

/** Everything that buyers see of an order. */
async function seen(orderId = id) {
  const { rows } = await sql<{
    status: string;
    total: string;
    lines: { quantity: number; total: number }[];
    history: { status: string; by: string; comment: string | null }[];
    documents: { kind: string; number: string; date: string }[] | null;
    number1C: string | null;
    isPaid: boolean | null;
  }>`
    select o.status, o.total, x.number_1c as "number1C", x.is_paid as "isPaid",
      (select json_agg(json_build_object('quantity', trim_scale(quantity), 'total', l.total) order by position)
        from order_line l where l.order_id = o.id) as lines,
      (select json_agg(json_build_object('status', e.status, 'by', by_name, 'comment', e.comment) order by e.id)
        from order_event e where e.order_id = o.id) as history,
      (select json_agg(json_build_object('kind', kind, 'number', d.number, 'date', date) order by d.number)
        from document d where d.order_id = o.id) as documents
    from orders o left join order_exchange x on x.order_id = o.id where o.id = ${orderId}`.execute(
    database(),
  );
  return rows[0]!;
}

const goodsOf = async (): Promise<string> => {
  const { rows } = await sql<{ goods: string }>`select external_id as goods from variant
    join order_line on variant_id = id where order_id = ${id}`.execute(database());
  return rows[0]?.goods ?? '';
};

describe('a document of 1C about an order of the shop', () => {
  it.each([
    [{ 'Номер по 1С': 'ТД-1' }, 'placed'],
    [{ Проведен: 'true' }, 'confirmed'],
    [{ 'Cтатус заказа': 'К отгрузке', Проведен: 'true' }, 'assembling'],
    [{ 'Номер отгрузки по 1С': 'РТ-1', Проведен: 'true' }, 'shipped'],
    [{ Отменен: 'true', Отгружен: 'true' }, 'canceled'],
    [{ Оплачен: 'true' }, 'placed'],
  ])('with %j makes it %s', async (told, status) => {
    await apply(document(id, requisites(told)));
    expect((await seen()).status).toBe(status);
  });

  it('never moves it back, whatever a later one leaves out', async () => {
    await apply(document(id, requisites({ Отгружен: 'true' })));
    await apply(document(id, requisites({ Проведен: 'true' })), document(id));
    expect((await seen()).status).toBe('shipped');
  });

  it('cannot cancel what has left, and says so', async () => {
    await apply(document(id, requisites({ Отгружен: 'true' })));
    const { problems } = await apply(document(id, '<ПометкаУдаления>true</ПометкаУдаления>'));
    expect([problems, (await seen()).status]).toEqual([['status_not_allowed'], 'shipped']);
  });

  it('changes nothing when it comes again', async () => {
    const told = document(
      id,
      `<Номер1С>ТД-7  </Номер1С><Товары>${line(await goodsOf(), '7', '12', '84')}</Товары>${requisites({
        Проведен: 'true',
        Оплачен: 'true',
        'Номер отгрузки по 1С': 'РТ-1',
      })}`,
    );
    await apply(told);
    const before = await seen();
    const { counts } = await apply(told);
    expect([counts.unchanged, await seen()]).toEqual([1, before]);
  });

  it('replaces lines that the manager changed, with new totals', async () => {
    await apply(document(id, `<Товары>${line(await goodsOf(), '7', '12', '84')}</Товары>`));
    expect(await seen()).toMatchObject({
      total: '84.00',
      lines: [{ quantity: 7, total: 84 }],
      history: [{ by: 'Покупатель' }, { by: '1С', comment: 'Состав изменён в 1С' }],
    });
  });

  it('leaves lines as they are when 1C sends back what it got', async () => {
    const settings = defineOrderExchange({ since: placedAt });
    const { document: sent } = await offerOrders(database(), {
      session: id,
      batch: 1,
      isFirst: true,
      now: placedAt,
      settings,
      timeZone: 'Europe/Moscow',
      run: null,
    });
    const before = await seen();
    const echo = (await readDocuments(sent)).find((each) => each.id === id)!;
    await apply({ ...echo, number1C: 'ТД-9' });
    expect(await seen()).toEqual({ ...before, number1C: 'ТД-9', isPaid: null });
  });

  it('finds it by its number when the id is one of 1C', async () => {
    await apply(
      document(`guid-${String(own)}`, `<Номер>${number}</Номер>${requisites({ Проведен: 'true' })}`),
    );
    await apply(document(`guid-${String(own)}`, requisites({ Отгружен: 'true' })));
    expect((await seen()).status).toBe('shipped');
  });

  it('is not its own when the number is that of another buyer', async () => {
    await apply(
      document(
        `other-${String(own)}`,
        `<Номер>${number}</Номер>${buyer('nobody')}${requisites({ Проведен: 'true' })}`,
      ),
    );
    expect((await seen()).status).toBe('placed');
  });

  it('attaches documents that stand under it, once', async () => {
    const under = (operation: string, name: string): string =>
      `<ПодчиненныйДокумент><Ид>${name}</Ид><Номер>${name}</Номер><Дата>2032-03-05</Дата><ХозОперация>${operation}</ХозОперация><Сумма>50</Сумма></ПодчиненныйДокумент>`;
    const told = document(
      id,
      `<ПодчиненныеДокументы>${under('Счет на оплату', 'С-1')}${under('Отпуск товара', 'Р-1')}${under('Выплата безналичных денег', 'П-1')}</ПодчиненныеДокументы>`,
    );
    await apply(told, told);
    expect(await seen()).toMatchObject({
      status: 'assembling',
      isPaid: true,
      documents: [
        { kind: 'deliveryNote', number: 'Р-1', date: '2032-03-05' },
        { kind: 'invoice', number: 'С-1' },
      ],
    });
  });

  describe('that 1C has closed', () => {
    const closed = { 'Статус заказа': 'Закрыт' };

    it('is shipped when something of it was', async () => {
      await apply(document(id, requisites({ ...closed, 'Номер отгрузки по 1С': 'Р-7' })));
      expect((await seen()).status).toBe('shipped');
    });

    it('is shipped when an earlier document told of a part', async () => {
      const part =
        '<ПодчиненныеДокументы><ПодчиненныйДокумент><Ид>Р-1</Ид><Номер>Р-1</Номер><ХозОперация>Отпуск товара</ХозОперация><Сумма>1</Сумма></ПодчиненныйДокумент></ПодчиненныеДокументы>';
      await apply(document(id, part));
      const before = (await seen()).status;
      await apply(document(id, requisites(closed)));
      expect([before, (await seen()).status]).toEqual(['assembling', 'shipped']);
    });

    it('is not shipped when nothing is known to have left', async () => {
      const told = document(id, requisites(closed));
      await apply(told);
      const { counts } = await apply(told);
      const events = await database()
        .selectFrom('order_event')
        .select(['status', 'comment'])
        .where('order_id', '=', id)
        .where('is_from_1c', '=', true)
        .execute();
      expect([counts.unchanged, events]).toEqual([
        1,
        [{ status: 'confirmed', comment: 'Закрыт в 1С, отгрузка не указана' }],
      ]);
    });

    it('is shipped once its shipment is told', async () => {
      await apply(document(id, requisites(closed)));
      await apply(document(id, requisites({ Отгружен: 'true' })));
      expect((await seen()).status).toBe('shipped');
    });
  });

  it('brings what is off the whole of it into its lines', async () => {
    const off = (amount: string) =>
      `<Скидки><Скидка><Наименование>Скидка</Наименование><Сумма>${amount}</Сумма><УчтеноВСумме>false</УчтеноВСумме></Скидка></Скидки>`;
    const goods = `<Товары>${line(await goodsOf(), '10', '9', '90')}${line('unknown', '1', '30', '30')}</Товары>`;
    await apply(document(id, off('12') + goods));
    const { total, lines } = await seen();
    expect([total, lines.map((each) => each.total)]).toEqual(['108.00', [81, 27]]);
    const { problems } = await apply(document(id, off('1000') + goods));
    expect([(await seen()).total, problems]).toEqual(['120.00', ['discount_too_large']]);
  });

  it('is told to those who look when only an invoice comes', async () => {
    const told = document(
      id,
      '<ПодчиненныеДокументы><ПодчиненныйДокумент><Ид>С-2</Ид><Номер>С-2</Номер><Дата>2032-03-05</Дата><ХозОперация>Счет на оплату</ХозОперация></ПодчиненныйДокумент></ПодчиненныеДокументы>',
    );
    await apply(told, told);
    const { rows } = await sql<{ payload: unknown }>`
      select payload from event where payload->>'orderId' = ${id}`.execute(database());
    expect(rows).toEqual([{ payload: { type: 'order.status', orderId: id, number, status: 'placed' } }]);
  });

  it('releases what is reserved once 1C has the order', async () => {
    await sql`insert into reservation (order_id, company_id, position, variant_id, warehouse_id, quantity)
      select order_id, company_id, position, l.variant_id, b.warehouse_id, 10 from order_line l
      join lateral (select warehouse_id from balance where variant_id = l.variant_id limit 1) b on true
      where order_id = ${id}`.execute(database());
    await sql`update balance b set reserved = reserved + 10 from reservation r
      where r.order_id = ${id} and b.variant_id = r.variant_id and b.warehouse_id = r.warehouse_id`.execute(
      database(),
    );
    const reserved = async (): Promise<number> => {
      const { rows } = await sql<{
        reserved: number;
      }>`select reserved::float from balance b join reservation r
        on b.variant_id = r.variant_id and b.warehouse_id = r.warehouse_id where r.order_id = ${id}`.execute(
        database(),
      );
      return rows[0]!.reserved;
    };
    const before = await reserved();
    await apply(document(id));
    const untouched = await reserved();
    await apply(document(id, '<Номер1С>ТД-1</Номер1С>'), document(id, '<Номер1С>ТД-1</Номер1С>'));
    expect([untouched, await reserved()]).toEqual([before, before - 10]);
  });
});

describe('an order that was made in 1C', () => {
  const made = (companyId: string, content: string): string =>
    document(
      `born-${String(own)}`,
      `<Номер>ТД-${String(own)}</Номер><Дата>2032-02-01</Дата><Время>10:00:00</Время><Валюта>RUB</Валюта>${buyer(companyId)}<Товары>${content}</Товары>`,
    );

  it('stands in the history of its company, once', async () => {
    const told = made(
      `1c-${demoCompanies.stroymaster}`,
      `${line(await goodsOf(), '2', '60', '120')}${line('unknown', '1', '30', '30')}`,
    );
    const { counts } = await apply(told, told);
    const orders = await database()
      .selectFrom('orders')
      .select(['company_id', 'provenance', 'number', 'total', 'vat', 'placed_at'])
      .where('external_id', '=', `born-${String(own)}`)
      .execute();
    expect(counts).toMatchObject({ created: 1, unchanged: 1 });
    expect(orders).toEqual([
      {
        company_id: demoCompanies.stroymaster,
        provenance: 'erp',
        number: `ТД-${String(own)}`,
        total: '150.00',
        vat: '25.00',
        placed_at: new Date('2032-02-01T07:00:00Z'),
      },
    ]);
  });

  it('of nobody who is known is told in the journal', async () => {
    const { counts, problems } = await apply(made('nobody', line('x', '1', '1', '1')));
    expect([counts.created, problems]).toEqual([0, ['unknown_counterparty']]);
  });

  it.each([
    [
      '<Наименование/><ПолноеНаименование>ООО «Свет»</ПолноеНаименование>',
      'The order is of "ООО «Свет»", whom',
    ],
    ['', 'The order names no buyer'],
  ])('of whom it says %s is told in the journal by what it says', async (named, message) => {
    const nameless = `nameless-${String((own += 1))}`;
    await apply(
      document(
        nameless,
        `<Контрагенты><Контрагент>${named}<Роль>Покупатель</Роль></Контрагент></Контрагенты><Товары>${line('x', '1', '1', '1')}</Товары>`,
      ),
    );
    const told = await database()
      .selectFrom('exchange_problem')
      .select('message')
      .where('record_id', '=', nameless)
      .executeTakeFirstOrThrow();
    expect(told.message).toContain(message);
  });
});

it('leaves out a document whose figures nothing can hold', async () => {
  const huge = document(id, `<Товары>${line(await goodsOf(), '9'.repeat(40), '1', '1')}</Товары>`);
  const other = await addTestOrder(database(), { placedAt });
  const { counts, problems } = await apply(huge, document(other.id, requisites({ Проведен: 'true' })));
  expect([counts, problems, (await seen()).total]).toMatchObject([
    { changed: 1, ignored: 1 },
    ['document_refused'],
    '120.00',
  ]);
});

describe('a document that stands beside its order', () => {
  it('is attached to the order that it names', async () => {
    await apply(
      document(
        `inv-${String(own)}`,
        `<Номер>С-5</Номер>${requisites({ 'Номер заказа на сайте': number })}${buyer(`1c-${demoCompanies.stroymaster}`)}`,
        'Счет на оплату',
      ),
    );
    expect((await seen()).documents).toMatchObject([{ kind: 'invoice', number: 'С-5' }]);
  });

  it('is known by number and date, and has no file', async () => {
    const told = `<Номер>С-6</Номер><Дата>2032-03-02</Дата>${requisites({ 'Номер заказа на сайте': number })}`;
    await apply(
      document(`inv-${String(own)}`, told + buyer(`1c-${demoCompanies.stroymaster}`), 'Счет на оплату'),
    );
    const token = await shop().signIn('owner@stroymaster.example.test');
    const { body } = await shop().request<Order>('GET', `/v1/orders/${id}`, { token });
    expect(body.documents).toMatchObject([{ number: 'С-6', date: '2032-03-02', status: 'noFile' }]);
    const path = `/v1/documents/${body.documents[0]?.id ?? ''}/content`;
    expect((await shop().request('GET', path, { token })).status).toBe(404);
  });

  it('never makes an order', async () => {
    const { counts, problems } = await apply(
      document(`rt-${String(own)}`, buyer(`1c-${demoCompanies.stroymaster}`), 'Отпуск товара'),
    );
    expect([counts.ignored, problems]).toEqual([1, ['unknown_order']]);
  });
});
