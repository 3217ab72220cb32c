import type { CategoryTree, Facets, FoundVariant, Page, ProductSummary, Suggestions } from '@kontor/contract';
import { describe, expect, it } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { wellKnown } from '../../demo/ids.js';

const test = useTestGateway();
const q = encodeURIComponent;
const privateProduct = 'prd_uralprom-flange-stud-35';
const holding = 'buyer@uralprom.example.test';
const competitors = [undefined, 'owner@stroymaster.example.test', 'owner@metiz.example.test'];

async function tokenOf(email: string | undefined): Promise<string | undefined> {
  return email === undefined ? undefined : test().signIn(email);
}

describe('a product outside the assortment', () => {
  it.each(competitors)('does not exist by id, slug or SKU for %s', async (email) => {
    const token = await tokenOf(email);
    const paths = [
      `/v1/products/${privateProduct}`,
      `/v1/products/${privateProduct.slice(4)}`,
      `/v1/products/${privateProduct}/variants`,
      `/v1/variants/${q(wellKnown.private)}`,
      `/v1/variants/${q(wellKnown.private)}/analogues`,
    ];
    const answers = await Promise.all(paths.map((path) => test().request('GET', path, { token })));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
  });

  it.each(competitors)('answers like an unknown SKU in bulk for %s', async (email) => {
    const { body } = await test().request<{ items: FoundVariant[] }>('POST', '/v1/variants/find', {
      token: await tokenOf(email),
      body: { skus: [wellKnown.private, 'NO-SUCH', wellKnown.packs] },
    });
    expect(body.items.map(({ variant }) => variant?.sku ?? null)).toEqual([null, null, wellKnown.packs]);
  });

  it.each(competitors)('leaves no trace in lists, facets, search or the tree for %s', async (email) => {
    const token = await tokenOf(email);
    const paths = [
      '/v1/categories',
      '/v1/products?limit=200',
      '/v1/products?category=uralprom&total=true',
      '/v1/products/facets',
      '/v1/products/facets?category=uralprom',
      ...[
        'Шпилька фланцевая',
        'уралпром',
        'уралпрм',
        'ehfkghjv',
        wellKnown.private,
        '09Г2С',
        'стыковой',
      ].flatMap((query) => [`/v1/products?query=${q(query)}`, `/v1/suggest?query=${q(query)}`]),
    ];
    for (const path of paths) {
      const { text, status } = await test().request('GET', path, { token });
      expect([path, status, /уралпром|uralprom|УПХ/i.exec(text)?.[0]]).toEqual([path, 200, undefined]);
    }
  });

  it('is there in every call for the company that may see it', async () => {
    const token = await test().signIn(holding);
    const get = async <Body>(path: string) => (await test().request<Body>('GET', path, { token })).body;
    const tree = await get<CategoryTree>('/v1/categories');
    const list = await get<Page<ProductSummary>>('/v1/products?category=uralprom&total=true');
    const suggested = await get<Suggestions>(`/v1/suggest?query=${q('уралпрм')}`);
    const facets = await get<Facets>('/v1/products/facets?category=uralprom');
    const card = await get<{ id: string }>(`/v1/products/${privateProduct.slice(4)}`);
    expect(card.id).toBe(privateProduct);
    expect(tree.items.some(({ slug }) => slug === 'uralprom')).toBe(true);
    expect([list.items.length > 0, list.total, suggested.corrected]).toEqual([
      true,
      facets.total,
      'уралпром',
    ]);
  });

  it('is seen by an admin who acts for nobody', async () => {
    const token = await test().signIn('admin@kontor.example.test');
    const { status } = await test().request('GET', `/v1/variants/${q(wellKnown.private)}`, { token });
    expect(status).toBe(200);
  });

  it('is never an analogue, nor counted as one', async () => {
    const { system } = test().deps.database;
    const ids = await system
      .selectFrom('variant')
      .select(['id', 'sku'])
      .where('sku', 'in', [wellKnown.byHalfMetre, wellKnown.private])
      .execute();
    const idOf = (sku: string) => ids.find((each) => each.sku === sku)?.id ?? 0;
    const path = `/v1/variants/${q(wellKnown.byHalfMetre)}`;
    const before = await test().request<{ analogueCount: number }>('GET', path);
    await system
      .insertInto('analogue')
      .values({
        variant_id: idOf(wellKnown.byHalfMetre),
        analogue_id: idOf(wellKnown.private),
        reason: 'newer',
      })
      .execute();
    const token = await test().signIn('owner@stroymaster.example.test');
    const after = await test().request<{ analogueCount: number }>('GET', path, { token });
    const analogues = await test().request('GET', `${path}/analogues`, { token });
    expect(after.body.analogueCount).toBe(before.body.analogueCount);
    expect(analogues.text).not.toContain(wellKnown.private);
  });
});

it('never has a price in any catalogue answer', async () => {
  const token = await test().signIn('owner@stroymaster.example.test');
  const paths = [
    '/v1/categories',
    '/v1/products?limit=200&query=' + q('болт'),
    '/v1/products?limit=200',
    '/v1/products/facets',
    '/v1/products/prd_din-933-8-8',
    '/v1/products/prd_din-933-8-8/variants?limit=200',
    '/v1/suggest?query=' + q('болт'),
    `/v1/variants/${wellKnown.outOfStock}`,
    `/v1/variants/${wellKnown.outOfStock}/analogues`,
  ];
  for (const path of paths) {
    const { text } = await test().request('GET', path, { token });
    expect([path, /"[^"]*(price|amount|currency|cost|discount)[^"]*":/i.exec(text)?.[0]]).toEqual([
      path,
      undefined,
    ]);
  }
});

it('tells customer codes to the company that uses them alone', async () => {
  const { system } = test().deps.database;
  const { id } = await system
    .selectFrom('variant')
    .select('id')
    .where('sku', '=', wellKnown.packs)
    .executeTakeFirstOrThrow();
  await system
    .insertInto('customer_code')
    .values({ company_id: 'cmp_stroymaster', code: 'НАШ-БОЛТ 77', variant_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const own = await test().signIn('owner@stroymaster.example.test');
  const other = await test().signIn('owner@metiz.example.test');
  const path = `/v1/suggest?query=${q('наш болт77')}`;
  const found = await test().request<Suggestions>('GET', path, { token: own });
  expect(found.body.variants[0]).toMatchObject({ sku: wellKnown.packs, matchedBy: 'customerCode' });
  expect((await test().request<Suggestions>('GET', path, { token: other })).text).not.toContain(
    'customerCode',
  );
  expect((await test().request('GET', `/v1/variants/${wellKnown.packs}`, { token: own })).text).toContain(
    '"customerCode"',
  );
  expect((await test().request('GET', `/v1/variants/${wellKnown.packs}`)).text).not.toContain('customerCode');
});
