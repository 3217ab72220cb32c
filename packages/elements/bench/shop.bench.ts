import { createClient } from '@kontor/sdk';

import type { Row } from '../../../scripts/bench-row.js';
import { median } from '../../../scripts/measure.mjs';
import { openBenchGateway, type BenchGateway } from '../../gateway/bench/bench-gateway.js';
import { createClientAddresses } from '../../gateway/src/node/client-address.js';
import { listen } from '../../gateway/src/node/serve.js';

import { against, limit } from './bench-rows.js';
import { openBenchPage, type BenchPage } from './in-browser.js';

const runs = 7;

/** A cart of 5,000 lines beside one of 50, an agreement switched, many prices at once: in a page, over a gateway on loopback. */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const engine of ['PGlite', 'PostgreSQL'] as const) {
    const shop = await openBenchGateway(engine, 'full');
    if (shop) rows.push(...(await measure(shop)));
    await shop?.close();
  }
  return rows;
}

async function measure({ engine, gateway }: BenchGateway): Promise<Row[]> {
  const listening = await listen(gateway, { host: '127.0.0.1', port: 0, clients: createClientAddresses([]) });
  const bench = await openBenchPage('shop-page.ts', { address: listening.url, onlyScripts: false });
  try {
    const skus = await skusOf(listening.url, 5000);
    await bench.call('signIn()');
    const rows = [
      await cartRow(bench, skus),
      ...(await switchRows(bench, skus)),
      await cardsRow(bench, skus.slice(600, 700)),
    ];
    return rows.map((row) => ({ ...row, name: `${row.name}, ${engine}` }));
  } finally {
    await bench.close();
    await listening.close();
  }
}

async function skusOf(address: string, count: number): Promise<string[]> {
  const client = createClient({ baseUrl: address });
  const skus: string[] = [];
  for await (const { id } of client.products.list({ limit: 200 })) {
    for await (const { sku, status } of client.products.variants(id, { limit: 200 }))
      if (status === 'active') skus.push(sku);
    if (skus.length >= count) return skus.slice(0, count);
  }
  throw new RangeError(`The demo supplier has ${String(skus.length)} variants`);
}

const fill = (bench: BenchPage, skus: readonly string[]): Promise<void> =>
  bench.call(`fill(${JSON.stringify(skus.map((sku) => ({ sku, quantity: '1000' })))})`);

/** The same job in both carts, by turns: one cart is filled anew for each turn. */
async function cartRow(bench: BenchPage, skus: readonly string[]): Promise<Row> {
  const times: Record<number, number[]> = { 50: [], 5000: [] };
  for (const turn of [50, 5000, 5000, 50, 50, 5000]) {
    await fill(bench, skus.slice(0, turn));
    const changes: number[] = [];
    for (let run = 0; run <= runs; run += 1) {
      const quantity = String(2000 + 1000 * run);
      changes.push(await bench.call<number>(`change(${JSON.stringify(skus[0])}, '${quantity}')`));
    }
    times[turn]?.push(median(changes.slice(1)));
  }
  return against(
    'cart of 5,000 lines: quantity changed → answered → painted',
    median(times[5000] ?? []),
    { name: 'a cart of 50 lines', value: median(times[50] ?? []) },
    { most: 1.5 },
  );
}

async function switchRows(bench: BenchPage, skus: readonly string[]): Promise<Row[]> {
  await fill(bench, skus.slice(0, 500));
  await bench.call(`showPrices(${JSON.stringify(skus.slice(500, 560))})`);
  const switches: { took: number; checked: number; requests: string[] }[] = [];
  for (let run = 0; run <= runs; run += 1) switches.push(await bench.call('switchAgreement()'));
  const counted = switches.slice(1);
  const most = (of: RegExp): number =>
    Math.max(...switches.map(({ requests }) => requests.filter((path) => of.test(path)).length));
  const job = 'agreement switched, 60 prices and 500 lines';
  return [
    limit(`${job}: → prices and lines repainted`, median(counted.map(({ took }) => took)), 300, 'ms'),
    limit(
      `${job}: → last repaint, after the check`,
      median(counted.map(({ checked }) => checked)),
      300,
      'ms',
    ),
    limit(`${job}: requests for prices`, most(/prices\/resolve$/), 1, 'requests'),
    limit(`${job}: requests for the cart`, most(/GET .*carts/), 1, 'requests'),
    limit(`${job}: checks of the cart`, most(/carts\/…\/check$/), 1, 'requests'),
  ];
}

async function cardsRow(bench: BenchPage, skus: readonly string[]): Promise<Row> {
  const asked = await bench.call<string[]>(`showCards(${JSON.stringify(skus)})`);
  return limit('100 prices and 100 stocks on one page', asked.length, 2, 'requests');
}
