import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';

import { catalogueFile, companiesFile, fileOf, offersFile } from '../../../test/onec-files.js';
import { useTestGateway } from '../../../test/test-gateway.js';
import { importFiles, type Imported } from './import-files.js';
import { alone } from './pace.js';
import type { ExchangeFile } from './read-file.js';
import { defineExchange, type ExchangeSettings } from './settings.js';

const shop = useTestGateway();
const database = () => shop().database.database.system;

/** Ids of 1C are a test's own. */
let own = 0;
let product = '';
beforeEach(() => {
  own += 1;
  product = `product-${String(own)}`;
});

const load = (
  files: readonly ExchangeFile[],
  { isEverything = false, ...settings }: Partial<ExchangeSettings> & { isEverything?: boolean } = {},
): Promise<Imported> =>
  importFiles(database(), files, {
    settings: defineExchange(settings),
    now: shop().clock.now(),
    isEverything,
  });

interface LiveVariant {
  id: string;
  sku: string;
  name: string;
  options: Record<string, string>;
  status: string;
  prices: Record<string, number> | null;
  stock: Record<string, number> | null;
}

/** Variants of a product as the shop has them, prices and stock by the ids of 1C. */
async function variantsOf(id: string): Promise<LiveVariant[]> {
  const { rows } = await sql<LiveVariant>`
    select v.external_id as id, v.sku, v.name->>'ru' as name, v.options, v.status,
      (select jsonb_object_agg(t.external_id, trim_scale(p.amount)) from price p join price_type t on t.id = p.price_type_id
        where p.variant_id = v.id) as prices,
      (select jsonb_object_agg(w.external_id, trim_scale(b.quantity)) from balance b join warehouse w on w.id = b.warehouse_id
        where b.variant_id = v.id) as stock
    from variant v join product on product.id = v.product_id where product.external_id = ${id}
    order by v.position`.execute(database());
  return rows;
}

describe('files of 1C', () => {
  it('become a product that visitors find', async () => {
    await load([
      catalogueFile([{ id: product, name: 'Зенкер Ёлочка №5', article: 'ZEN-5', group: `group-${product}` }]),
    ]);
    const { body } = await shop().request<{ items: { name: string }[] }>(
      'GET',
      `/v1/products?query=${encodeURIComponent('зенкер елочка')}`,
    );
    expect(body.items.map(({ name }) => name)).toEqual(['Зенкер Ёлочка №5']);
  });

  it('tell open pages of changed prices and stock, and of nothing when nothing changed', async () => {
    const told = async () => {
      const rows = await database()
        .selectFrom('trade_change')
        .select(['type', 'seq'])
        .orderBy('type')
        .execute();
      return new Map(rows.map(({ type, seq }) => [type, seq]));
    };
    const files = (price: string, rest: string) => [
      catalogueFile([{ id: product, name: 'Хомут', article: `H-${product}` }]),
      offersFile([{ id: product, prices: { retail: price }, rests: { main: rest } }]),
    ];
    await load(files('12.50', '7'));
    const first = await told();
    await load(files('12.50', '7'));
    expect(await told()).toEqual(first);
    await load(files('12.50', '8'));
    const second = await told();
    expect(second.get('prices.changed')).toBe(first.get('prices.changed'));
    expect(second.get('stock.changed')).toBeGreaterThan(first.get('stock.changed') ?? Infinity);
  });

  it('make variants of characteristics, with prices and stock', async () => {
    await load([
      catalogueFile([{ id: product, name: 'Болт', article: `B-${product}` }]),
      offersFile([
        { id: `${product}#a`, options: { Длина: '100' }, prices: { retail: '12.50' }, rests: { main: '7' } },
        { id: `${product}#b`, options: { Длина: '20' }, prices: { retail: '3' }, rests: { main: '0' } },
      ]),
    ]);
    expect(await variantsOf(product)).toMatchObject([
      {
        sku: `B-${product}-20`,
        name: 'Болт, 20',
        options: { dlina: '20' },
        prices: { retail: 3 },
        stock: { main: 0 },
      },
      { sku: `B-${product}-100`, options: { dlina: '100' }, prices: { retail: 12.5 }, stock: { main: 7 } },
    ]);
  });

  it('leave nothing of the product that stood for its variants', async () => {
    const [goods, offers] = [
      catalogueFile([{ id: product, name: 'Гайка', article: `G-${product}` }]),
      offersFile([
        { id: `${product}#a`, options: { Цвет: 'белый' }, prices: { retail: '1' }, rests: { main: '7' } },
        { id: `${product}#b`, options: { Цвет: 'чёрный' }, prices: { retail: '1' }, rests: { main: '7' } },
      ]),
    ];
    await load([goods]);
    expect((await variantsOf(product)).map(({ id }) => id)).toEqual([product]);
    await load([offers]);
    expect((await variantsOf(product)).map(({ id }) => id)).toEqual([`${product}#a`, `${product}#b`]);
  });

  it('keep the product that stood for its variants once somebody used it', async () => {
    await load([catalogueFile([{ id: product, name: 'Гайка', article: `G-${product}` }])]);
    await sql`insert into customer_code (company_id, code, variant_id)
      select 'cmp_metiz', ${product}, id from variant where external_id = ${product}`.execute(database());
    const options = { Цвет: 'белый' };
    await load([
      offersFile([{ id: `${product}#a`, options, prices: { retail: '1' }, rests: { main: '7' } }]),
    ]);
    expect(
      (await variantsOf(product))
        .map(({ id, status }) => [id, status])
        .sort((a, b) => (String(a) < String(b) ? 1 : -1)),
    ).toEqual([
      [product, 'discontinued'],
      [`${product}#a`, 'active'],
    ]);
  });

  it('say the same in any order', async () => {
    const files = [
      catalogueFile([{ id: product, article: `O-${product}` }]),
      offersFile([
        { id: `${product}#a`, options: { Цвет: 'красный' }, prices: { retail: '5' }, rests: { main: '1' } },
      ]),
    ];
    await load(files.toReversed());
    const backwards = await variantsOf(product);
    expect(backwards).toMatchObject([
      { sku: `O-${product}-красный`, prices: { retail: 5 }, stock: { main: 1 } },
    ]);
  });

  it('change nothing when they come again', async () => {
    const files = [
      catalogueFile([{ id: product }], { isFull: true }),
      offersFile([{ id: product, prices: { retail: '5' }, rests: { main: '1' } }], { isFull: true }),
    ];
    await load(files);
    const { changes } = await load(files);
    expect(changes).toEqual({ balances: 0, companies: 0, prices: 0, products: 0, variants: 0 });
  });

  it('lose no word of 1C when two are imported at once', async () => {
    const ids = Array.from({ length: 24 }, (_each, index) => `${product}-${String(index)}`);
    const named = (name: string, onProgress = () => {}) =>
      importFiles(database(), [catalogueFile(ids.map((id) => ({ id, name: `${name} ${id}` })))], {
        settings: defineExchange(),
        now: shop().clock.now(),
        pace: { ...alone, rows: 5, products: 2 },
        onProgress,
      });
    for (const round of ['1', '2', '3']) {
      let second: Promise<Imported> | undefined;
      // The second one tells of what the first one has read and not published yet.
      await named(`Муфта ${round}`, () => {
        second ??= named(`Штуцер ${round}`);
      });
      await second;
    }
    const { rows } = await sql<{ told: string; shown: string }>`
      select s.record->>'name' as told, p.name->>'ru' as shown from exchange_source s
      left join product p on p.external_id = s.id where s.kind = 'product' and s.id = any(${ids}::text[])`.execute(
      database(),
    );
    expect(rows.map(({ shown }) => shown)).toEqual(rows.map(({ told }) => told));
  });

  it('wait when prices come before their product', async () => {
    const early = await load([offersFile([{ id: product, prices: { retail: '9' } }])]);
    expect(early.problems).toEqual({ orphan_offer: 1 });
    await load([catalogueFile([{ id: product }])]);
    expect(await variantsOf(product)).toMatchObject([{ prices: { retail: 9 } }]);
  });

  it('leave what changes do not speak of', async () => {
    await load([
      catalogueFile([{ id: product }]),
      offersFile([{ id: product, prices: { retail: '5', wholesale: '4' }, rests: { main: '1', far: '2' } }]),
    ]);
    await load([offersFile([{ id: product, prices: { wholesale: '3' }, rests: { far: '9' } }])]);
    expect(await variantsOf(product)).toMatchObject([
      { prices: { retail: 5, wholesale: 3 }, stock: { main: 1, far: 9 } },
    ]);
  });

  it('take away what a full package leaves out', async () => {
    await load([
      catalogueFile([{ id: product }]),
      offersFile(
        [
          { id: `${product}#a`, options: { Цвет: 'белый' }, prices: { retail: '5', old: '1' } },
          { id: `${product}#b`, options: { Цвет: 'чёрный' } },
        ],
        { isFull: true },
      ),
    ]);
    await load([
      offersFile([{ id: `${product}#a`, options: { Цвет: 'белый' }, prices: { retail: '5' } }], {
        isFull: true,
      }),
    ]);
    expect(await variantsOf(product)).toMatchObject([
      { id: `${product}#a`, status: 'active', prices: { retail: 5 } },
      { id: `${product}#b`, status: 'discontinued' },
    ]);
  });

  it('discontinue a product that is marked for deletion, and bring it back', async () => {
    await load([catalogueFile([{ id: product, more: '<ПометкаУдаления>true</ПометкаУдаления>' }])]);
    const [marked] = await variantsOf(product);
    await load([catalogueFile([{ id: product, more: '<ПометкаУдаления>false</ПометкаУдаления>' }])]);
    const [back] = await variantsOf(product);
    expect([marked?.status, back?.status]).toEqual(['discontinued', 'active']);
  });

  it('let a living product beat a deleted one of the same id', async () => {
    await load([
      catalogueFile([
        { id: product, name: 'Живой' },
        { id: product, name: 'Другой', more: '<Статус>Удален</Статус>' },
      ]),
    ]);
    expect(await variantsOf(product)).toMatchObject([{ name: 'Живой', status: 'active' }]);
  });

  it('never discontinue much of the shop for a broken export', async () => {
    const { discontinued, run } = await load([catalogueFile([{ id: product }], { isFull: true })], {
      isEverything: true,
    });
    const problems = await database()
      .selectFrom('exchange_problem')
      .select('code')
      .where('run_id', '=', run)
      .execute();
    expect([discontinued.products, problems]).toEqual([0, [{ code: 'not_everything' }]]);
  });

  it('give variants of one vendor code different ones that stay', async () => {
    const twin = `${product}-twin`;
    const files = [
      catalogueFile([
        { id: product, article: `T-${product}` },
        { id: twin, article: `T-${product}` },
      ]),
    ];
    await load(files);
    const first = [...(await variantsOf(product)), ...(await variantsOf(twin))].map(({ sku }) => sku);
    await load([catalogueFile([{ id: twin, article: `T-${product}`, name: 'Переименован' }])]);
    const second = [...(await variantsOf(product)), ...(await variantsOf(twin))].map(({ sku }) => sku);
    expect([first, second]).toEqual([
      [`T-${product}`, `T-${product}-2`],
      [`T-${product}`, `T-${product}-2`],
    ]);
  });

  it('tell variants that share a vendor code apart by their options', async () => {
    const offer = (id: string, article: string, colour: string) => ({
      id: `${product}#${id}`,
      options: { Цвет: colour },
      more: `<Артикул>${article}-${product}</Артикул>`,
    });
    await load([
      catalogueFile([{ id: product, article: product }]),
      offersFile([offer('a', 'A', 'белый'), offer('b', 'A', 'синий'), offer('c', 'C', 'серый')]),
    ]);
    expect((await variantsOf(product)).map(({ sku }) => sku).sort()).toEqual([
      `A-${product}-белый`,
      `A-${product}-синий`,
      `C-${product}`,
    ]);
  });

  it('tell the price of a base unit', async () => {
    const price = `<Цены><Цена><ИдТипаЦены>retail</ИдТипаЦены><ЦенаЗаЕдиницу>1 000,00</ЦенаЗаЕдиницу><Единица>упак</Единица><Коэффициент>30</Коэффициент></Цена></Цены>`;
    await load([catalogueFile([{ id: product }]), offersFile([{ id: product, more: price }])]);
    expect(await variantsOf(product)).toMatchObject([{ prices: { retail: 33.333333 } }]);
  });

  it('give a variant without prices those of its product', async () => {
    await load([
      catalogueFile([{ id: product }]),
      offersFile([
        { id: product, prices: { retail: '8' } },
        { id: `${product}#a`, options: { Цвет: 'белый' } },
        { id: `${product}#b`, options: { Цвет: 'чёрный' }, prices: { retail: '9' } },
      ]),
    ]);
    expect(await variantsOf(product)).toMatchObject([{ prices: { retail: 8 } }, { prices: { retail: 9 } }]);
  });

  describe('in another currency than their price type', () => {
    const priced = (id: string, type: string, currency: string) =>
      offersFile(
        [
          {
            id,
            more: `<Цены><Цена><ИдТипаЦены>${type}</ИдТипаЦены><ЦенаЗаЕдиницу>5</ЦенаЗаЕдиницу><Валюта>${currency}</Валюта></Цена></Цены>`,
          },
        ],
        {
          head: `<ТипыЦен><ТипЦены><Ид>${type}</Ид><Наименование>Опт</Наименование><Валюта>руб</Валюта></ТипЦены></ТипыЦен>`,
        },
      );

    it('are left out where others are in that of the type', async () => {
      await load([catalogueFile([{ id: product }]), priced(product, 'roubles', 'руб')]);
      const other = `${product}-other`;
      const { problems } = await load([catalogueFile([{ id: other }]), priced(other, 'roubles', 'USD')]);
      expect([problems, (await variantsOf(other))[0]?.prices]).toEqual([{ currency_differs: 1 }, null]);
    });

    it('make it one of theirs where all are', async () => {
      const files = [catalogueFile([{ id: product }]), priced(product, 'hryvnias', 'грн')];
      const { problems } = await load(files);
      expect([problems, (await variantsOf(product))[0]?.prices]).toEqual([
        { currency_adopted: 1 },
        { hryvnias: 5 },
      ]);
      expect((await load(files.toReversed())).changes.prices).toBe(0);
    });

    it.each([
      ['USD', 'руб'],
      ['руб', 'USD'],
    ])('are told apart in any order: %s, then %s', async (...order) => {
      const type = `of-${product}`;
      for (const currency of order) {
        const id = `${product}-${currency}`;
        await load([catalogueFile([{ id }]), priced(id, type, currency)]);
      }
      const prices = await Promise.all(
        ['USD', 'руб'].map(async (currency) => (await variantsOf(`${product}-${currency}`))[0]?.prices),
      );
      expect(prices).toEqual([null, { [type]: 5 }]);
    });
  });

  it('keep what the supplier edits in the shop', async () => {
    await load([catalogueFile([{ id: product, name: 'Из 1С' }])]);
    await sql`update product set name = '{"ru":"Своё имя"}' where external_id = ${product}`.execute(
      database(),
    );
    await load([catalogueFile([{ id: product, name: 'Снова из 1С' }])], { siteOwned: ['name'] });
    const { name } = await database()
      .selectFrom('product')
      .select('name')
      .where('external_id', '=', product)
      .executeTakeFirstOrThrow();
    expect(name).toEqual({ ru: 'Своё имя' });
  });

  it('explain values of a property by all files that list some of them', async () => {
    const [cotton, linen, secret] = Array.from({ length: 3 }, () => crypto.randomUUID());
    const fileWith = (id: string, value = '', text?: string) =>
      catalogueFile(
        [
          {
            id,
            more: `<ЗначенияСвойств><ЗначенияСвойства><Ид>of-${product}</Ид><Значение>${value}</Значение></ЗначенияСвойства></ЗначенияСвойств>`,
          },
        ],
        {
          classifier: `<Свойства><Свойство><Ид>of-${product}</Ид><Наименование>Состав</Наименование><ТипЗначений>Справочник</ТипЗначений>${
            text === undefined
              ? ''
              : `<ВариантыЗначений><Справочник><ИдЗначения>${value}</ИдЗначения><Значение>${text}</Значение></Справочник></ВариантыЗначений>`
          }</Свойство></Свойства>`,
        },
      );
    const files = [
      fileWith(`${product}-1`, cotton, 'хлопок'),
      fileWith(`${product}-2`, linen, 'лён'),
      fileWith(`${product}-3`, secret),
    ];
    await load(files);
    const { rows } = await sql<{ value: string | null }>`
      select attributes->0->>'value' as value from product where external_id like ${`${product}-%`} order by external_id`.execute(
      database(),
    );
    expect(rows.map(({ value }) => value)).toEqual(['хлопок', 'лён', null]);
    expect((await load(files.toReversed())).changes.products).toBe(0);
  });

  it('put a product into its group when the group comes later', async () => {
    const group = `group-${product}`;
    const told = catalogueFile([{ id: product, more: `<Группы><Ид>${group}</Ид></Группы>` }]);
    const { problems } = await load([told]);
    await load([catalogueFile([{ id: `${product}-other`, group }])]);
    const category = await database()
      .selectFrom('product')
      .innerJoin('category', 'category.id', 'product.category_id')
      .select('category.external_id as id')
      .where('product.external_id', '=', product)
      .executeTakeFirstOrThrow();
    expect([problems, category.id]).toEqual([{ unknown_group: 1 }, group]);
  });

  it('link analogues by vendor code, also when they come later', async () => {
    const property =
      '<Свойства><Свойство><Ид>analogues</Ид><Наименование>Аналоги</Наименование></Свойство></Свойства>';
    const named = `<ЗначенияСвойств><ЗначенияСвойства><Ид>analogues</Ид><Значение>A-${product}; нет такого</Значение></ЗначенияСвойства></ЗначенияСвойств>`;
    await load([catalogueFile([{ id: product, more: named }], { classifier: property })], {
      analoguesProperty: 'Аналоги',
    });
    await load([catalogueFile([{ id: `${product}-other`, article: `A-${product}` }])], {
      analoguesProperty: 'Аналоги',
    });
    const { rows } = await sql<{ id: string }>`
      select other.external_id as id from analogue join variant v on v.id = variant_id join variant other on other.id = analogue_id
      where v.external_id = ${product}`.execute(database());
    expect(rows).toEqual([{ id: `${product}-other` }]);
  });

  it('give a new company the price type that the supplier chose', async () => {
    await load(
      [
        offersFile([], {
          head: '<ТипыЦен><ТипЦены><Ид>for-all</Ид><Наименование>Опт</Наименование><Валюта>руб</Валюта></ТипЦены></ТипыЦен>',
        }),
        companiesFile([{ id: `company-${product}`, name: 'ООО «Вектор»', inn: '7705260699' }]),
      ],
      { priceTypeOfNewCompanies: 'for-all' },
    );
    const { rows } = await sql<object>`
      select company.legal_type as "legalType", requisites->>'inn' as inn, price_type.external_id as "priceType"
      from company join agreement on agreement.company_id = company.id join price_type on price_type.id = price_type_id
      where company.external_id = ${`company-${product}`}`.execute(database());
    expect(rows).toEqual([{ legalType: 'ru_company', inn: '7705260699', priceType: 'for-all' }]);
  });
});

describe('companies', () => {
  it('get their agreement when the price type comes after them', async () => {
    const settings = { priceTypeOfNewCompanies: `late-${product}` };
    await load(
      [companiesFile([{ id: `company-${product}`, name: 'ООО «Север»', inn: '7707083893' }])],
      settings,
    );
    await load(
      [catalogueFile([{ id: product }]), offersFile([{ id: product, prices: { [`late-${product}`]: '1' } }])],
      settings,
    );
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from agreement join company on company.id = company_id
      where company.external_id = ${`company-${product}`}`.execute(database());
    expect(rows).toEqual([{ count: 1 }]);
  });
});

describe('a broken file', () => {
  it('changes nothing that buyers see', async () => {
    await load([catalogueFile([{ id: product, name: 'Прежнее имя' }])]);
    // More rows than are kept at once, so that a part of them could be there when the end is missing.
    const others = Array.from({ length: 1500 }, (_each, index) => ({ id: `${product}-${String(index)}` }));
    const { name, bytes } = catalogueFile([{ id: product, name: 'Новое имя' }, ...others]);
    const { files } = await load([fileOf(name, bytes.slice(0, -60))]);
    const [variant] = await variantsOf(product);
    expect([files[0]?.error, variant?.name]).toEqual([expect.stringContaining('ends'), 'Прежнее имя']);
  });

  it('stands in the journal with its line', async () => {
    const { run } = await load([fileOf('bad.xml', '<?xml version="1.0"?>\n<a>')]);
    const problem = await database()
      .selectFrom('exchange_problem')
      .select(['severity', 'line'])
      .where('run_id', '=', run)
      .executeTakeFirstOrThrow();
    expect(problem).toMatchObject({ severity: 'error', line: 2 });
  });
});
