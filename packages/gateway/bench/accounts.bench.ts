import { operations } from '@kontor/contract';

import type { Row } from '../../../scripts/bench-row.js';
import { interleave } from '../../../scripts/measure.mjs';
import { createPasswords } from '../src/node/passwords.js';
import { openBenchGateway, type BenchGateway } from './bench-gateway.js';

const { signIn, requestPasswordReset } = operations.session;
const known = 'owner@stroymaster.example.test';
const unknown = 'nobody@stroymaster.example.test';

/** Whether the time of an answer tells who has an account: the difference between a known and an unknown address. */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const engine of ['PGlite', 'PostgreSQL'] as const) {
    const bench = await openBenchGateway(engine, 'small', { deps: { passwords: createPasswords() } });
    if (!bench) continue;
    rows.push(
      await difference(bench, 'sign-in with a wrong password', 60, (email) =>
        post(bench, signIn.path, { email, password: 'a wrong password' }, 401),
      ),
      await difference(bench, 'asking for a new password', 400, (email) =>
        post(bench, requestPasswordReset.path, { email }, 202),
      ),
    );
    await bench.close();
  }
  return rows;
}

async function difference(
  bench: BenchGateway,
  name: string,
  runs: number,
  ask: (email: string) => Promise<void>,
): Promise<Row> {
  const times = await interleave(
    { known: () => ask(known), unknown: () => ask(unknown), forget: () => forget(bench) },
    { runs, warmups: 20 },
  );
  const percent = Math.abs(times.known / times.unknown - 1) * 100;
  return {
    name: `${name}: known beside unknown, ${bench.engine}`,
    ours: percent,
    unit: '%',
    reference: 5,
    referenceName: 'the bar',
    ratio: percent / 5,
    goal: '≤ 1 ×',
    pass: percent <= 5,
  };
}

/** Neither throttling nor letters that wait are what is measured. */
async function forget({ database: { system } }: BenchGateway): Promise<void> {
  await system.deleteFrom('rate_limit').execute();
  await system.deleteFrom('outbox').execute();
}

async function post({ gateway }: BenchGateway, path: string, body: object, expected: number): Promise<void> {
  const { status } = await gateway.fetch(
    new Request(`http://gateway.test${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  if (status !== expected) throw new Error(`${path} answered ${String(status)}`);
}
