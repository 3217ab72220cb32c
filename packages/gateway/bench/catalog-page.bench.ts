import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';

import autocannon from 'autocannon';

import type { Row } from '../../../scripts/bench-row.js';
import { median } from '../../../scripts/measure.mjs';
import { createClientAddresses } from '../src/node/client-address.js';
import { listen } from '../src/node/serve.js';
import { openBenchGateway } from './bench-gateway.js';

const rounds = 5;
const seconds = 2;
const path = '/v1/products?limit=145';

/**
 * A catalogue page that a visitor gets again, over HTTP, beside node:http with the same bytes ready. Ours finds out who asks,
 * limits, names and counts each request; a line of the log is made and not written, as at `kontor start`.
 */
export async function run(): Promise<Row[]> {
  const bench = await openBenchGateway('PGlite', 'small');
  if (!bench) return [];
  const ours = await listen(bench.gateway, {
    host: '127.0.0.1',
    port: 0,
    clients: createClientAddresses([]),
  });
  const bytes = Buffer.from(await (await fetch(ours.url + path)).arrayBuffer());
  const reference = createServer((_, response) => {
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.byteLength,
    });
    response.end(bytes);
  });
  await new Promise<void>((resolve) => reference.listen(0, '127.0.0.1', resolve));
  const urls = {
    ours: ours.url + path,
    reference: `http://127.0.0.1:${String((reference.address() as AddressInfo).port)}${path}`,
  };

  const rates: Record<'ours' | 'reference', number[]> = { ours: [], reference: [] };
  for (let round = -1; round < rounds; round += 1) {
    const names = round % 2 === 0 ? (['ours', 'reference'] as const) : (['reference', 'ours'] as const);
    for (const name of names) {
      // In a thread of its own: the load must not run on the loop that it measures.
      const before = performance.eventLoopUtilization();
      const { requests } = await autocannon({
        url: urls[name],
        connections: 20,
        duration: seconds,
        workers: 1,
      });
      // Per second of work, not of waiting: a client that is slower than the server must not level the two.
      const { active } = performance.eventLoopUtilization(before);
      if (round >= 0) rates[name].push((requests.total * 1000) / active);
    }
  }
  reference.closeAllConnections();
  reference.close();
  await ours.close();
  await bench.close();
  const [us, them] = [median(rates.ours), median(rates.reference)];
  return [
    {
      name: `catalogue page of ${String(Math.round(bytes.byteLength / 1000))} kB over HTTP`,
      ours: us,
      unit: 'req/s',
      reference: them,
      referenceName: 'node:http with ready bytes',
      ratio: us / them,
      goal: '≥ 0.8 ×',
      pass: us / them >= 0.8,
    },
  ];
}
