import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createClient } from '@kontor/sdk';
import { readSheet } from 'read-excel-file/node';
import { expect, it } from 'vitest';

import { runScript, useServedGateway } from '../../packages/sdk/test/run-script.js';

const served = useServedGateway();
const script = (name: string) => ({ file: join(import.meta.dirname, name) });

it('place-order.mjs orders and saves the invoice', async () => {
  const running = await runScript(script('place-order.mjs'), served(), ['bill.pdf']);
  expect(await running.finished()).toMatch(/^corrected: 240 pieces\nOrder \S+: [\d.]+ RUB\nInvoice saved/);
  expect(readFileSync(join(served().folder, 'bill.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});

it('export-price-list.mjs saves a list for each agreement', async () => {
  const running = await runScript(script('export-price-list.mjs'), served(), ['lists']);
  await running.finished();
  const files = readdirSync(join(served().folder, 'lists'));
  const rows = await readSheet(readFileSync(join(served().folder, 'lists', files[0] ?? '')));
  expect(files).toHaveLength(4);
  expect(rows.length).toBeGreaterThan(1000);
});

it('follow-orders.mjs tells of an order and ends by Ctrl-C', async () => {
  const running = await runScript(script('follow-orders.mjs'), served());
  await running.printed('Following orders');
  const kontor = createClient({ baseUrl: served().url });
  await kontor.session.signIn({ email: 'owner@stroymaster.example.test', password: 'kontor-demo-2026' });
  const { items } = await kontor.orders.list({ limit: 1 });
  // The stream may not be open yet: orders go on until one is told.
  const ordering = setInterval(() => {
    void runScript(script('place-order.mjs'), served());
  }, 3000);
  try {
    await running.printed('order.placed');
  } finally {
    clearInterval(ordering);
  }
  running.process.kill('SIGINT');
  expect(await running.finished()).toMatch(/order\.placed: order \S+ is placed, [\d.]+ RUB/);
  expect(items).toHaveLength(1);
});
