import type {
  AgreementRow,
  Cart,
  CartChange,
  Price,
  PriceExplanation,
  Problem,
  RowOutcome,
  Session,
} from '@kontor/contract';
import { beforeAll, describe, expect, it } from 'vitest';

import { integrationKey } from '../../../test/integration-key.js';
import { catalogueFile, offersFile } from '../../../test/onec-files.js';
import { useTestGateway } from '../../../test/test-gateway.js';
import { demoCompanies, demoPriceTypes, wellKnown } from '../../demo/ids.js';
import { importFiles } from '../exchange/import-files.js';
import { defineExchange } from '../exchange/settings.js';

const shop = useTestGateway();
const [nut, bolt] = [wellKnown.tiers, wellKnown.packs];
const [retail, wholesale, largest] = [
  `1c-${demoPriceTypes.retail}`,
  `1c-${demoPriceTypes.wholesale}`,
  `1c-${demoPriceTypes.largeWholesale}`,
];
let [secret, company, token] = ['', '', ''];
/** From the root to the category of the nut, by what 1C calls them. */
let path: string[] = [];

beforeAll(async () => {
  ({ secret } = await integrationKey(shop()));
  token = await shop().signIn('owner@stroymaster.example.test');
  const { system } = shop().database.database;
  const found = await system
    .selectFrom('company')
    .select('external_id as name')
    .where('id', '=', demoCompanies.stroymaster)
    .executeTakeFirstOrThrow();
  company = found.name ?? demoCompanies.stroymaster;
  const { path: ids } = await system
    .selectFrom('variant')
    .innerJoin('product', 'product.id', 'variant.product_id')
    .innerJoin('category', 'category.id', 'product.category_id')
    .select('category.path as path')
    .where('sku', '=', nut)
    .executeTakeFirstOrThrow();
  const rows = await system
    .selectFrom('category')
    .select(['id', 'external_id as name'])
    .where('id', 'in', ids)
    .execute();
  path = ids.map((id) => rows.find((row) => row.id === id)?.name ?? id);
});

type Terms = Partial<Pick<AgreementRow, 'coefficient' | 'priceType' | 'segments'>>;

const push = async (...rows: Terms[]): Promise<RowOutcome[]> => {
  const { body } = await shop().request<{ outcomes: RowOutcome[] }>('PUT', '/v1/integration/agreements', {
    token: secret,
    body: {
      rows: rows.map((terms) => ({
        id: 'by-segment',
        company,
        name: 'По сегментам',
        currency: 'RUB',
        vatMode: 'included',
        priceType: wholesale,
        paymentTerm: { kind: 'prepayment' },
        ...terms,
      })),
    },
  });
  return body.outcomes;
};
const ask = async <Body>(method: string, where: string, body?: object): Promise<Body> => {
  const answer = await shop().request<Body & Problem>(method, where, { token, ...(body ? { body } : {}) });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.body;
};
const select = async (): Promise<string> => {
  const { agreements } = await ask<Session>('GET', '/v1/session');
  const agreementId = agreements.find(({ name }) => name === 'По сегментам')?.id ?? '';
  await ask('POST', '/v1/session/agreement', { agreementId });
  return agreementId;
};
/** Unit prices of the nut and the bolt when the agreement has these terms. */
const pricesUnder = async (terms: Terms): Promise<(string | undefined)[]> => {
  await push({ segments: [], ...terms });
  await select();
  const items = [nut, bolt].map((sku) => ({ sku, quantity: '2000' }));
  const answer = await ask<{ items: Price[] }>('POST', '/v1/prices/resolve', { items });
  return answer.items.map(({ unitPrice }) => unitPrice);
};

describe('goods of a segment', () => {
  it('have its price type and coefficient, other goods not', async () => {
    const [ofRetail] = await pricesUnder({ priceType: retail, coefficient: '0.8' });
    const [, ofWholesale] = await pricesUnder({ coefficient: '0.9' });
    const segments = [{ category: path.at(-1) ?? '', priceType: retail, coefficient: '0.8' }];
    expect(await pricesUnder({ coefficient: '0.9', segments })).toEqual([ofRetail, ofWholesale]);
  });

  it('follow the nearest category above them', async () => {
    const [nearest] = await pricesUnder({ priceType: largest });
    const [, upper] = await pricesUnder({ priceType: retail });
    const segments = [
      { category: path.at(-1) ?? '', priceType: largest },
      { category: path[0] ?? '', priceType: retail },
    ];
    expect(await pricesUnder({ segments })).toEqual([nearest, upper]);
  });

  it('are on request where its price type has no price', async () => {
    const segments = [{ category: path.at(-1) ?? '', priceType: `1c-${demoPriceTypes.exportEur}` }];
    const { system } = shop().database.database;
    await system.deleteFrom('price').where('price_type_id', '=', demoPriceTypes.exportEur).execute();
    const [ofNut, ofBolt] = await pricesUnder({ segments });
    expect([ofNut, ofBolt]).toEqual([undefined, expect.any(String)]);
  });

  it('cost the same in cart, price list and explanation', async () => {
    const segments = [{ category: path.at(-1) ?? '', priceType: retail, coefficient: '0.5' }];
    const [unitPrice] = await pricesUnder({ segments });
    const cart = await ask<Cart>('POST', '/v1/carts', { name: 'сегменты' });
    const change = await ask<CartChange>('POST', `/v1/carts/${cart.id}/lines`, {
      operations: [{ sku: nut, quantity: '2000' }],
    });
    const explained = await ask<PriceExplanation>('POST', '/v1/prices/explain', {
      sku: nut,
      quantity: '2000',
    });
    const list = await shop().request('GET', '/v1/prices/export?format=csv&locale=en', { token });
    const listed = list.text.split('\r\n').find((line) => line.startsWith(nut));
    expect([change.lines[0]?.unitPrice, explained.price.unitPrice]).toEqual([unitPrice, unitPrice]);
    expect(explained.steps.map(({ kind }) => kind)).toContain('coefficient');
    expect(listed).toContain(`,${unitPrice ?? ''}`);
  });

  it('cost something else when they move into the segment', async () => {
    const load = (group: string) =>
      importFiles(
        shop().database.database.system,
        [
          catalogueFile([{ id: 'moves', article: 'MOVES', group }]),
          offersFile([{ id: 'moves', prices: { [wholesale]: '10', [retail]: '30' }, rests: { w: '9' } }]),
        ],
        { settings: defineExchange(), now: shop().clock.now() },
      );
    await load('sg-before');
    await load('sg-after');
    await load('sg-before');
    await pricesUnder({ segments: [{ category: 'sg-after', priceType: retail, coefficient: '0.5' }] });
    const { id } = await ask<Cart>('POST', '/v1/carts', { name: 'переезд' });
    await ask('POST', `/v1/carts/${id}/lines`, { operations: [{ sku: 'MOVES', quantity: '1' }] });
    const total = async () => (await ask<Cart>('GET', `/v1/carts/${id}`)).totals?.total;
    const before = await total();
    await load('sg-after');
    expect([before, await total()]).toEqual(['10.00', '15.00']);
  });
});

describe('segments of an agreement', () => {
  const first = () => ({ category: path.at(-1) ?? '', priceType: retail });
  const second = () => ({ category: path[0] ?? '', priceType: largest, coefficient: '1.0' });

  it('stay when they are left out, and go when none are told', async () => {
    await push({ segments: [first(), second()] });
    expect(await push({ segments: [second(), first()] })).toEqual([{ status: 'unchanged' }]);
    expect(await push({})).toEqual([{ status: 'unchanged' }]);
    expect(await push({ segments: [] })).toEqual([{ status: 'written' }]);
  });

  it('of things that nobody knows are rejected', async () => {
    expect(
      await push(
        { segments: [{ ...first(), category: 'none' }] },
        { segments: [{ ...first(), priceType: 'none' }] },
        { segments: [first(), first()] },
      ),
    ).toEqual([
      { status: 'rejected', reason: 'unknown_category', detail: 'none' },
      { status: 'rejected', reason: 'unknown_price_type', detail: 'none' },
      { status: 'rejected', reason: 'told_twice', detail: first().category },
    ]);
  });
});
