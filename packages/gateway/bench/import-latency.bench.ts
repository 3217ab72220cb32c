import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { SignedIn } from '@kontor/contract';

import type { Row } from '../../../scripts/bench-row.js';
import { demoPassword } from '../src/demo/users.js';
import { importFiles } from '../src/modules/exchange/import-files.js';
import { besideBuyers } from '../src/modules/exchange/pace.js';
import { defineExchange } from '../src/modules/exchange/settings.js';
import { createClientAddresses } from '../src/node/client-address.js';
import { listen } from '../src/node/serve.js';
import { openBenchGateway, type BenchGateway } from './bench-gateway.js';
import { oneCExport } from './onec-export.js';

const size = { products: 4000, variants: 5, priceTypes: 6, warehouses: 5 };

/** How long buyers wait for prices while the same process imports 20,000 variants, beside how long they wait else. */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const engine of ['PGlite', 'PostgreSQL'] as const) {
    const bench = await openBenchGateway(engine, 'small');
    if (!bench) continue;
    rows.push(await measure(bench));
    await bench.close();
  }
  return rows;
}

async function measure({ engine, database: { system }, gateway }: BenchGateway): Promise<Row> {
  const listening = await listen(gateway, { host: '127.0.0.1', port: 0, clients: createClientAddresses([]) });
  const signedIn = await fetch(`${listening.url}/v1/session/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'owner@stroymaster.example.test', password: demoPassword }),
  });
  const { token } = (await signedIn.json()) as SignedIn;
  const variants = await system.selectFrom('variant').select('sku').limit(60).execute();
  const body = JSON.stringify({ items: variants.map(({ sku }) => ({ sku, quantity: '1' })) });
  const folder = await mkdtemp(join(tmpdir(), 'kontor-bench-'));
  const load = async (round: number) => {
    // Files as an upload leaves them: whoever reads them waits for the disk, and others have their turn.
    const files = oneCExport(size, { round }).map(({ name, open }) => ({ name: join(folder, name), open }));
    for (const { name, open } of files) await writeFile(name, await open());
    return () =>
      importFiles(
        system,
        files.map(({ name }) => ({ name, open: () => createReadStream(name) })),
        {
          settings: defineExchange(),
          now: new Date(),
          pace: besideBuyers[engine === 'PGlite' ? 'embedded' : 'postgres'],
        },
      );
  };
  await (
    await load(0)
  )();
  const again = await load(1);

  const buyer = new Worker(buyerScript, { eval: true, workerData: { url: listening.url, token, body } });
  await waitFor(2000);
  await said(buyer);
  await waitFor(8000);
  const idle = await said(buyer);
  await again();
  const importing = await said(buyer);
  await buyer.terminate();
  await listening.close();
  await rm(folder, { recursive: true });
  return {
    name: `prices of 60 SKUs during an import, p95 of ${String(importing.length)}, ${engine}`,
    ours: percentile(importing),
    unit: 'ms',
    reference: percentile(idle),
    referenceName: 'without an import',
    ratio: percentile(importing) / percentile(idle),
    goal: '≤ 2 ×',
    pass: percentile(importing) <= 2 * percentile(idle),
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
