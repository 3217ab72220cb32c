import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
  const story = { isTold: false };
  const telling = running.printed('order.placed').then(() => (story.isTold = true));
  // The stream may not be open yet: orders go on until one is told.
  do await (await runScript(script('place-order.mjs'), served())).finished();
  while (!story.isTold);
  await telling;
  running.process.kill('SIGINT');
  expect(await running.finished()).toMatch(/order\.placed: order \S+ is placed, [\d.]+ RUB/);
});
