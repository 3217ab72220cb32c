import type { Document, Prices, Session } from '@kontor/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { createBuyer } from '../../../../test/buyer.js';
import { startODataBase, type ODataBase, type PublishedSets } from '../../../../test/onec-odata.js';
import { createTestGateway, type TestGateway } from '../../../../test/test-gateway.js';
import { demoCompanies, demoPriceTypes, wellKnown } from '../../../demo/ids.js';
import { createEvents } from '../../events/service.js';
import { defineOneC } from '../../../settings.js';
import { pull, type Pulled } from './pull.js';
import type { PresetName } from './presets.js';

const owner = 'owner@stroymaster.example.test';
const stroymaster = `1c-${demoCompanies.stroymaster}`;
const metiz = `1c-${demoCompanies.metiz}`;
const empty = '00000000-0000-0000-0000-000000000000';
const partner = 'aaaaaaaa-0000-0000-0000-000000000001';
const agreement = 'bbbbbbbb-0000-0000-0000-000000000001';
const shared = 'bbbbbbbb-0000-0000-0000-000000000002';
const pack = 'cccccccc-0000-0000-0000-000000000001';
const rub = 'dddddddd-0000-0000-0000-000000000643';

let shop: TestGateway;
let base: ODataBase;
/** Ids in 1C. */
let tiers: string;
let packs: string;
let product: string;
let otherProduct: string;

beforeAll(async () => {
  shop = await createTestGateway();
  const { system } = shop.database.database;
  const find = async (sku: string) =>
    system
      .selectFrom('variant')
      .innerJoin('product', 'product.id', 'variant.product_id')
      .select(['variant.external_id as id', 'product.external_id as product'])
      .where('sku', '=', sku)
      .executeTakeFirstOrThrow();
  const [one, other] = [await find(wellKnown.tiers), await find(wellKnown.packs)];
  tiers = one.id ?? '';
  packs = other.id ?? '';
  product = one.product ?? '';
  otherProduct = other.product ?? '';
  base = await startODataBase({});
});
afterAll(async () => {
  await base.close();
  await shop.close();
});
beforeEach(() => {
  base.asked.length = 0;
  base.failing.clear();
  for (const name of Object.keys(base.sets)) Reflect.deleteProperty(base.sets, name);
  Object.assign(base.sets, baseOfUt11());
});

const run = (
  preset: PresetName = 'ut11',
  login: { user?: string; password?: string } = {},
): Promise<Pulled> => {
  const { log } = shop.deps;
  const { database } = shop.database;
  return pull(
    { ...shop.deps, fetch: globalThis.fetch, events: createEvents(database, log) },
    { url: base.url, user: base.user, password: base.password, ...login, preset, minutes: 15 },
  );
};
const priceOf = async (sku: string, agreementName: string) => {
  const token = await shop.signIn(owner);
  const session = await shop.request<Session>('GET', '/v1/session', { token });
  const agreementId = session.body.agreements.find(({ name }) => name === agreementName)?.id;
  await shop.request('POST', '/v1/session/agreement', { token, body: { agreementId } });
  const { body } = await shop.request<Prices>('POST', '/v1/prices/resolve', {
    token,
    body: { items: [{ sku, quantity: '1' }] },
  });
  return body.items[0]?.unitPrice;
};
const agreementsOf = async (email: string) => {
  const { body } = await shop.request<Session>('GET', '/v1/session', { token: await shop.signIn(email) });
  return body.agreements;
};
const agreementIn1c = (): Record<string, unknown> => base.sets['Catalog_СоглашенияСКлиентами']?.[0] ?? {};

describe('agreements of УТ 11', () => {
  test('are bought under, with their own prices, per base unit', async () => {
    const { changes, problems } = await run();
    expect(problems).toEqual([]);
    expect(changes).toMatchObject({ agreements: 3, individualPrices: 2 });
    const found = (await agreementsOf(owner)).find(({ name }) => name === 'Соглашение «Ёлка»');
    expect(found).toMatchObject({
      number: '7',
      currency: 'RUB',
      vatMode: 'included',
      paymentTerm: { kind: 'deferral', days: 21 },
      validFrom: '2026-01-01',
      validTo: null,
    });
    expect(await priceOf(wellKnown.tiers, 'Соглашение «Ёлка»')).toBe('0.55');
    // 200 for a pack of 20.
    expect(await priceOf(wellKnown.packs, 'Соглашение «Ёлка»')).toBe('10');
  });

  test('of a partner are of all companies of the partner', async () => {
    await run();
    for (const email of [owner, 'owner@metiz.example.test'])
      expect((await agreementsOf(email)).map(({ name }) => name)).toContain('Общее');
  });

  test('pulled again change nothing', async () => {
    await run();
    const { changes } = await run();
    expect(Object.values(changes).filter((count) => count > 0)).toEqual([]);
  });

  test('lose prices that 1C took away', async () => {
    await run();
    agreementIn1c()['Товары'] = [];
    expect((await run()).changes).toMatchObject({ individualPrices: 2 });
    expect(await priceOf(wellKnown.tiers, 'Соглашение «Ёлка»')).not.toBe('0.55');
    expect((await run()).changes['individualPrices']).toBeUndefined();
  });

  test('end when they are not in force any more', async () => {
    await run();
    agreementIn1c()['Статус'] = 'Закрыто';
    expect((await run()).changes).toMatchObject({ agreements: 1 });
    expect((await agreementsOf(owner)).map(({ name }) => name)).not.toContain('Соглашение «Ёлка»');
    expect((await run()).changes['agreements']).toBeUndefined();
    agreementIn1c()['Статус'] = 'Действует';
    expect((await run()).changes).toMatchObject({ agreements: 1 });
  });
});

describe('debts of УТ 11', () => {
  test('are summed over what is owed and paid before', async () => {
    await run();
    const { system } = shop.database.database;
    const rows = await system
      .selectFrom('company_balance')
      .select(['company_id as id', 'debt', 'overdue', 'credit_limit as limit'])
      .where('company_id', 'in', [demoCompanies.stroymaster, demoCompanies.metiz])
      .orderBy('company_id')
      .execute();
    expect(
      rows.map(({ id, ...row }) => [id, ...Object.values(row).map((each) => each && Number(each))]),
    ).toEqual([
      [demoCompanies.metiz, 0, 0, null],
      [demoCompanies.stroymaster, 1299.9, 1000.4, 500000],
    ]);
  });
});

test('analogues link the variants of both products', async () => {
  await run();
  const { system } = shop.database.database;
  const count = async () =>
    (
      await system
        .selectFrom('analogue')
        .innerJoin('variant', 'variant.id', 'analogue.variant_id')
        .select('analogue.analogue_id as id')
        .where('variant.external_id', '=', tiers)
        .where('analogue.is_from_1c', '=', true)
        .execute()
    ).length;
  expect(await count()).toBe(1);
});

describe('documents of УТ 11', () => {
  test('stand with their order, the file among them', async () => {
    const buyer = await createBuyer(shop, owner);
    const order = await (await buyer.checkout([{ sku: wellKnown.packs, quantity: '20' }])).place();
    expect(order.status, order.text).toBe(201);
    const { sets } = base;
    const day = shop.clock.now().toISOString().slice(0, 19);
    const invoice = 'eeeeeeee-0000-0000-0000-000000000001';
    const orderIn1c = 'ffffffff-0000-0000-0000-000000000001';
    sets['Document_ЗаказКлиента'] = [
      { Ref_Key: orderIn1c, Number: 'УТ-000017  ', НомерПоДаннымКлиента: order.body.number },
    ];
    sets['Document_СчетНаОплатуКлиенту'] = [
      {
        Ref_Key: invoice,
        Number: 'УТ-000417  ',
        Date: day,
        Posted: true,
        DeletionMark: false,
        Контрагент_Key: stroymaster,
        ДокументОснование: orderIn1c,
        ДокументОснование_Type: 'StandardODATA.Document_ЗаказКлиента',
      },
      { Ref_Key: 'old', Number: '1', Date: '2020-01-01T00:00:00', Контрагент_Key: stroymaster },
    ];
    const file = 'eeeeeeee-0000-0000-0000-000000000002';
    sets['Catalog_СчетНаОплатуКлиентуПрисоединенныеФайлы'] = [
      { Ref_Key: 'x', ВладелецФайла_Key: invoice, Расширение: 'docx', DeletionMark: false },
      { Ref_Key: file, ВладелецФайла_Key: invoice, Расширение: 'PDF', DeletionMark: false },
    ];
    sets['InformationRegister_ДвоичныеДанныеФайлов'] = [
      { Файл: file, ДвоичныеДанныеФайла_Base64Data: Buffer.from('%PDF-1.7 счёт').toString('base64') },
    ];
    expect((await run()).changes).toMatchObject({ documents: 1, files: 1 });
    const { body } = await shop.request<{ items: Document[] }>(
      'GET',
      `/v1/orders/${order.body.id}/documents`,
      {
        token: buyer.token,
      },
    );
    const document = body.items.find(({ number }) => number === 'УТ-000417');
    expect(document).toMatchObject({ kind: 'invoice', status: 'ready' });
    const content = await shop.request('GET', `/v1/documents/${document?.id ?? ''}/content`, {
      token: buyer.token,
    });
    expect(content.text).toBe('%PDF-1.7 счёт');
    expect((await run()).changes).toMatchObject({ files: 0 });
  });
});

describe('a base of УНФ', () => {
  test('has contracts for agreements, and debts without terms', async () => {
    Object.assign(base.sets, baseOfUnf());
    const { changes, problems } = await run('unf');
    expect(problems).toEqual([]);
    expect(changes).toMatchObject({ agreements: 1 });
    const found = (await agreementsOf(owner)).find(({ name }) => name === 'Договор УНФ');
    expect(found).toMatchObject({ number: '12/26', paymentTerm: { kind: 'deferral', days: 14 } });
    const { system } = shop.database.database;
    const { debt } = await system
      .selectFrom('company_balance')
      .select('debt')
      .where('company_id', '=', demoCompanies.stroymaster)
      .executeTakeFirstOrThrow();
    expect(Number(debt)).toBe(77.7);
  });
});

describe('a base that is not as it should be', () => {
  test('leaves out what it does not publish, and the journal says so', async () => {
    Reflect.deleteProperty(base.sets, 'InformationRegister_АналогиНоменклатуры');
    base.failing.add('Catalog_КлючиАналитикиУчетаПоПартнерам');
    const { problems, run: id } = await run();
    expect(problems.map(({ code, recordId }) => [code, recordId])).toEqual([
      ['odata_failed', 'AccumulationRegister_РасчетыСКлиентамиПоСрокам/Balance'],
      ['odata_not_published', 'InformationRegister_АналогиНоменклатуры'],
    ]);
    const { body } = await shop.request<{ run: { status: string; problems: object } }>(
      'GET',
      `/v1/backoffice/exchange/runs/${String(id)}`,
      { token: await shop.signIn('admin@kontor.example.test') },
    );
    expect(body.run).toMatchObject({ status: 'done', problems: { errors: 1, warnings: 1 } });
  });

  test('lets nobody in without the right password', async () => {
    await expect(run('ut11', { password: 'wrong' })).rejects.toMatchObject({ status: 401 });
  });

  test('may be away', async () => {
    const url = base.url.replace(/:\d+\//, ':1/');
    const { log } = shop.deps;
    const deps = { ...shop.deps, fetch: globalThis.fetch, events: createEvents(shop.database.database, log) };
    const away = pull(deps, { url, user: '', password: '', preset: 'ut11', minutes: 15 });
    await expect(away).rejects.toMatchObject({ status: 0 });
  });
});

test('pages of more than a thousand records are all read', async () => {
  const more = Array.from({ length: 2300 }, (_, index) => ({
    Ref_Key: `99999999-0000-0000-0000-${String(index).padStart(12, '0')}`,
    Партнер_Key: empty,
  }));
  base.sets['Catalog_Контрагенты'] = [...more, ...(base.sets['Catalog_Контрагенты'] ?? [])];
  await run();
  expect(base.asked.filter((each) => each === 'Catalog_Контрагенты')).toHaveLength(3);
});

test('the gateway pulls by itself, once in its minutes', async () => {
  const own = await createTestGateway({
    settings: {
      oneC: defineOneC({
        odata: { url: base.url, user: base.user, password: base.password, preset: 'ut11', minutes: 15 },
      }),
    },
    deps: { fetch: globalThis.fetch },
  });
  await own.gateway.jobs.settle();
  const first = base.asked.length;
  await own.gateway.jobs.settle();
  expect([first > 0, base.asked.length]).toEqual([true, first]);
  own.clock.advance(15 * 60_000);
  await own.gateway.jobs.settle();
  expect(base.asked.length).toBe(2 * first);
  await own.close();
});

function baseOfUt11(): PublishedSets {
  const inForce = {
    DeletionMark: false,
    Статус: 'Действует',
    Типовое: false,
    Валюта_Key: rub,
    ЦенаВключаетНДС: true,
    ВидЦен_Key: `1c-${demoPriceTypes.wholesale}`,
    ДатаНачалаДействия: '2026-01-01T00:00:00',
    ДатаОкончанияДействия: '0001-01-01T00:00:00',
  };
  const key = 'abababab-0000-0000-0000-000000000001';
  return {
    Catalog_Валюты: [{ Ref_Key: rub, Code: '643', Description: 'руб.' }],
    Catalog_Контрагенты: [
      { Ref_Key: stroymaster, Партнер_Key: partner },
      { Ref_Key: metiz, Партнер_Key: partner },
      { Ref_Key: 'aaaaaaaa-0000-0000-0000-00000000000f', Партнер_Key: partner },
    ],
    Catalog_УпаковкиЕдиницыИзмерения: [{ Ref_Key: pack, Числитель: 20, Знаменатель: 1 }],
    Catalog_СоглашенияСКлиентами: [
      {
        ...inForce,
        Ref_Key: agreement,
        Description: 'Соглашение «Ёлка»   ',
        Номер: '7',
        Контрагент_Key: stroymaster,
        Партнер_Key: partner,
        ЭтапыГрафикаОплаты: [
          { LineNumber: '1', ВариантОплаты: 'ПредоплатаДоОтгрузки', Сдвиг: 3 },
          { LineNumber: '2', ВариантОплаты: 'КредитПослеОтгрузки', Сдвиг: 21 },
        ],
        Товары: [
          { Номенклатура_Key: tiers, Характеристика_Key: empty, Цена: 0.55, Упаковка_Key: empty },
          { Номенклатура_Key: packs, Характеристика_Key: empty, Цена: 200, Упаковка_Key: pack },
          { Номенклатура_Key: packs, Характеристика_Key: empty, Цена: 1, Упаковка_Key: empty },
          { Номенклатура_Key: product, Характеристика_Key: empty, Цена: 0, Упаковка_Key: empty },
        ],
      },
      { ...inForce, Ref_Key: shared, Description: 'Общее', Контрагент_Key: empty, Партнер_Key: partner },
      { ...inForce, Ref_Key: 'typical', Description: 'Типовое', Типовое: true },
      { ...inForce, Ref_Key: 'old', Description: 'Старое', Статус: 'Закрыто', Контрагент_Key: stroymaster },
    ],
    InformationRegister_АналогиНоменклатуры: [
      { Номенклатура_Key: product, Аналог_Key: otherProduct, Приоритет: 1 },
      { Номенклатура_Key: 'not here', Аналог_Key: otherProduct, Приоритет: 1 },
    ],
    Catalog_КлючиАналитикиУчетаПоПартнерам: [
      { Ref_Key: key, Контрагент: stroymaster, Контрагент_Type: 'StandardODATA.Catalog_Контрагенты' },
    ],
    'AccumulationRegister_РасчетыСКлиентамиПоСрокам/Balance': [
      {
        АналитикаУчетаПоПартнерам_Key: key,
        ДолгУпрBalance: 1000.4,
        ПредоплатаУпрBalance: 0,
        ДатаПлановогоПогашения: '2026-01-10T00:00:00',
      },
      {
        АналитикаУчетаПоПартнерам_Key: key,
        ДолгУпрBalance: 299.5,
        ПредоплатаУпрBalance: 0,
        ДатаПлановогоПогашения: '2099-01-01T00:00:00',
      },
      {
        АналитикаУчетаПоПартнерам_Key: key,
        ДолгУпрBalance: 0,
        ПредоплатаУпрBalance: 0,
        ДатаПлановогоПогашения: '0001-01-01T00:00:00',
      },
      { АналитикаУчетаПоПартнерам_Key: 'nobody', ДолгУпрBalance: 5 },
    ],
    Catalog_ДоговорыКонтрагентов: [
      {
        Ref_Key: '1',
        Контрагент_Key: stroymaster,
        ОграничиватьСуммуЗадолженности: true,
        ДопустимаяСуммаЗадолженности: 500000,
        DeletionMark: false,
      },
      {
        Ref_Key: '2',
        Контрагент_Key: metiz,
        ОграничиватьСуммуЗадолженности: false,
        ДопустимаяСуммаЗадолженности: 7,
        DeletionMark: false,
      },
    ],
    Document_ЗаказКлиента: [],
    Document_СчетНаОплатуКлиенту: [],
    Document_РеализацияТоваровУслуг: [],
  };
}

function baseOfUnf(): PublishedSets {
  return {
    Catalog_ДоговорыКонтрагентов: [
      {
        Ref_Key: 'acacacac-0000-0000-0000-000000000001',
        Owner_Key: stroymaster,
        Description: 'Договор УНФ',
        НомерДоговора: '12/26',
        ВидДоговора: 'СПокупателем',
        ВалютаРасчетов_Key: rub,
        ВидЦен_Key: empty,
        СрокОплатыПокупателя: 14,
        DeletionMark: false,
      },
      { Ref_Key: 'supplier', Owner_Key: stroymaster, Description: 'Закупка', ВидДоговора: 'СПоставщиком' },
    ],
    'AccumulationRegister_РасчетыСПокупателями/Balance': [
      { Контрагент_Key: stroymaster, СуммаBalance: 100 },
      { Контрагент_Key: stroymaster, СуммаBalance: -22.3 },
    ],
    Document_ЗаказПокупателя: [],
    Document_СчетНаОплату: [],
    Document_РасходнаяНакладная: [],
  };
}
