import type { Cart, CartChange, Price, SignedIn } from '@kontor/contract';
import { sql } from 'kysely';

import type { Row } from '../../../scripts/bench-row.js';
import { interleave } from '../../../scripts/measure.mjs';
import { demoAgreements, demoPriceTypes } from '../src/demo/ids.js';
import { demoPassword } from '../src/demo/users.js';
import { createClientAddresses } from '../src/node/client-address.js';
import { listen } from '../src/node/serve.js';
import { openBenchGateway, type BenchGateway } from './bench-gateway.js';

const skuCount = 500;
const segmentCount = 10;

/** Prices of 500 SKUs and edits of small and large carts over HTTP, beside the bare SQL and beside each other. */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const engine of ['PGlite', 'PostgreSQL'] as const) {
    const bench = await openBenchGateway(engine, 'full');
    if (!bench) continue;
    rows.push(...(await measure(bench)));
    await bench.close();
  }
  return rows;
}

async function measure({ engine, database, gateway }: BenchGateway): Promise<Row[]> {
  const listening = await listen(gateway, { host: '127.0.0.1', port: 0, clients: createClientAddresses([]) });
  const callAs = async <Answer>(
    token: string | null,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer> => {
    const response = await fetch(`${listening.url}${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path} answered ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  const signIn = async (): Promise<string | null> => {
    const credentials = { email: 'owner@stroymaster.example.test', password: demoPassword };
    return (await callAs<SignedIn>(null, 'POST', '/v1/session/sign-in', credentials)).token;
  };
  const token = await signIn();
  const call = <Answer>(method: string, path: string, body?: unknown): Promise<Answer> =>
    callAs(token, method, path, body);
  const variants = await database.system
    .selectFrom('variant')
    .select(['id', 'sku'])
    .where('status', '=', 'active')
    .orderBy(sql`md5(sku)`)
    .limit(5100)
    .execute();
  const rows = [await prices(), await pricesBySegment(), await cartEdit()];
  await listening.close();
  return rows;

  /** The look-up that nobody gets around: the price type's prices of these variants by their key. */
  async function prices(): Promise<Row> {
    const part = variants.slice(0, skuCount);
    const items = part.map(({ sku }) => ({ sku, quantity: '100' }));
    const { price_type_id: priceType } = await database.system
      .selectFrom('agreement')
      .select('price_type_id')
      .where('id', '=', demoAgreements.stroymasterPrepaid)
      .executeTakeFirstOrThrow();
    const times = await interleave(
      {
        ours: () => call<{ items: Price[] }>('POST', '/v1/prices/resolve', { items }),
        bare: () =>
          sql`select variant.sku, price.min_quantity, price.amount from variant join price on price.variant_id = variant.id
            where variant.sku = any(${part.map(({ sku }) => sku)}) and price.price_type_id = ${priceType} and price.valid_from <= now() and price.valid_to > now()`.execute(
            database.system,
          ),
      },
      { runs: 25, warmups: 5 },
    );
    return row(
      `prices of ${String(skuCount)} SKUs over HTTP, ${engine}`,
      times.ours,
      times.bare,
      'bare SQL',
      2.5,
    );
  }

  /** The same prices under an agreement that has price types of their own for categories, and under one that has not. */
  async function pricesBySegment(): Promise<Row> {
    const part = variants.slice(0, skuCount);
    const items = part.map(({ sku }) => ({ sku, quantity: '100' }));
    const categories = await database.system
      .selectFrom('product')
      .innerJoin('variant', 'variant.product_id', 'product.id')
      .select('category_id as id')
      .where(
        'variant.id',
        'in',
        part.map(({ id }) => id),
      )
      .groupBy('category_id')
      .orderBy((select) => select.fn.countAll(), 'desc')
      .limit(segmentCount)
      .execute();
    const segments = categories.map(({ id: categoryId }) => ({
      categoryId,
      priceTypeId: demoPriceTypes.largeWholesale,
      coefficient: '0.9',
    }));
    await database.system
      .updateTable('agreement')
      .set({ segments: JSON.stringify(segments) })
      .where('id', '=', demoAgreements.stroymaster15)
      .execute();
    const other = await signIn();
    await callAs(other, 'POST', '/v1/session/agreement', { agreementId: demoAgreements.stroymaster15 });
    const resolve = (as: string | null) => () =>
      callAs<{ items: Price[] }>(as, 'POST', '/v1/prices/resolve', { items });
    const times = await interleave(
      { ours: resolve(other), reference: resolve(token) },
      { runs: 25, warmups: 5 },
    );
    return row(
      `… by ${String(segmentCount)} segments, ${engine}`,
      times.ours,
      times.reference,
      'no segments',
      1.6,
    );
  }

  /** One quantity changed in a cart of 5,000 lines and in one of 50. */
  async function cartEdit(): Promise<Row> {
    const large = await filled('large', 5000);
    const small = await filled('small', 50);
    let quantity = 1000;
    const edit = (cart: Cart) => () => {
      quantity += 1000;
      return call<CartChange>('POST', `/v1/carts/${cart.id}/lines`, {
        operations: [{ sku: variants[7]?.sku, quantity: String(quantity) }],
      });
    };
    const times = await interleave({ ours: edit(large), reference: edit(small) }, { runs: 25, warmups: 5 });
    return row(
      `edit of a cart of 5,000 lines, ${engine}`,
      times.ours,
      times.reference,
      'cart of 50 lines',
      1.5,
    );
  }

  async function filled(name: string, lines: number): Promise<Cart> {
    const cart = await call<Cart>('POST', '/v1/carts', { name });
    for (let start = 0; start < lines; start += 1000) {
      const operations = variants
        .slice(start, Math.min(start + 1000, lines))
        .map(({ sku }) => ({ sku, quantity: '1000' }));
      await call('POST', `/v1/carts/${cart.id}/lines`, { operations });
    }
    return cart;
  }
}

function row(name: string, ours: number, reference: number, referenceName: string, most: number): Row {
  const ratio = ours / reference;
  return {
    name,
    ours,
    unit: 'ms',
    reference,
    referenceName,
    ratio,
    goal: `≤ ${String(most)} ×`,
    pass: ratio <= most,
  };
}
