import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { SignedIn } from '@kontor/contract';

import type { Row } from '../../../scripts/bench-row.js';
import { demoPassword } from '../src/demo/users.js';
import type { Gateway } from '../src/gateway.js';
import { createClientAddresses } from '../src/node/client-address.js';
import { createFileInbox } from '../src/node/file-inbox.js';
import { listen } from '../src/node/serve.js';
import { defineOneC } from '../src/settings.js';
import { login, OneCClient } from '../test/onec-client.js';
import { openBenchGateway, type BenchGateway } from './bench-gateway.js';
import { oneCExport } from './onec-export.js';

const size = { products: 4000, variants: 5, priceTypes: 6, warehouses: 5 };

/** How long buyers wait for prices while 1C brings 20,000 variants to the same process, beside how long they wait else. */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const engine of ['PGlite', 'PostgreSQL'] as const) {
    const folder = await mkdtemp(join(tmpdir(), 'kontor-bench-'));
    const bench = await openBenchGateway(engine, 'small', {
      deps: { inbox: createFileInbox(folder) },
      settings: { oneC: defineOneC({ login }) },
    });
    if (bench) rows.push(await measure(bench));
    await bench?.close();
    await rm(folder, { recursive: true });
  }
  return rows;
}

async function measure({ engine, database: { system }, gateway }: BenchGateway): Promise<Row> {
  gateway.jobs.start();
  const listening = await listen(gateway, { host: '127.0.0.1', port: 0, clients: createClientAddresses([]) });
  const signedIn = await fetch(`${listening.url}/v1/session/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'owner@stroymaster.example.test', password: demoPassword }),
  });
  const { token } = (await signedIn.json()) as SignedIn;
  const variants = await system.selectFrom('variant').select('sku').limit(60).execute();
  const body = JSON.stringify({ items: variants.map(({ sku }) => ({ sku, quantity: '1' })) });
  await (
    await upload(gateway, 0)
  )();
  const importAgain = await upload(gateway, 1);

  const buyer = new Worker(buyerScript, { eval: true, workerData: { url: listening.url, token, body } });
  await waitFor(2000);
  await said(buyer);
  await waitFor(5000);
  const before = await said(buyer);
  const begun = performance.now();
  await importAgain();
  const took = (performance.now() - begun) / 1000;
  const importing = await said(buyer);
  // The speed of a shared machine changes: half of the idle time lies after the import.
  await waitFor(5000);
  const idle = [...before, ...(await said(buyer))];
  await buyer.terminate();
  await listening.close();
  return {
    name: `prices of 60 SKUs during an import of ${took.toFixed(0)} s, p95, ${engine}`,
    ours: percentile(importing),
    unit: 'ms',
    reference: percentile(idle),
    referenceName: 'without an import',
    ratio: percentile(importing) / percentile(idle),
    goal: '≤ 2 ×',
    pass: percentile(importing) <= 2 * percentile(idle),
  };
}

/** Sends an exchange; answers what imports it. */
async function upload(gateway: Gateway, round: number): Promise<() => Promise<void>> {
  const client = new OneCClient(gateway.fetch);
  await client.signIn('catalog');
  await client.call('type=catalog&mode=init');
  const files = oneCExport(size, { round });
  for (const { name, open } of files) {
    const parts: Uint8Array[] = [];
    for await (const part of (await open()) as AsyncIterable<Uint8Array>) parts.push(part);
    await client.upload('catalog', name, Buffer.concat(parts), 2 ** 20);
  }
  return async () => {
    for (const { name } of files) {
      const [verdict] = await client.import('catalog', name);
      if (verdict !== 'success') throw new Error(`${name} was not imported`);
    }
  };
}

/** A buyer in a thread of its own, so that nothing of the import slows its clock down: a request every 50 ms at most. */
const buyerScript = `
  const { parentPort, workerData: { url, token, body } } = require('node:worker_threads');
  let times = [];
  parentPort.on('message', () => { parentPort.postMessage(times); times = []; });
  (async () => {
    for (;;) {
      const begun = performance.now();
      const response = await fetch(url + '/v1/prices/resolve', {
        method: 'POST', body, headers: { 'content-type': 'application/json', authorization: 'Bearer ' + token },
      });
      await response.text();
      const took = performance.now() - begun;
      times.push(took);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 50 - took)));
    }
  })();`;

/** Milliseconds of the requests since it was asked last. */
function said(buyer: Worker): Promise<number[]> {
  return new Promise((resolve, reject) => {
    buyer.once('message', resolve);
    buyer.once('error', reject);
    buyer.postMessage('say');
  });
}

const waitFor = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function percentile(times: readonly number[], share = 0.95): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
