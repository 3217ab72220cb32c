import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { runScript, useServedGateway } from './run-script.js';

const root = join(import.meta.dirname, '../../..');
const served = useServedGateway();

it('the script of the read-me orders and saves the invoice', async () => {
  const text = /```js\n([^]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? '';
  const output = await (await runScript({ text, resolveDir: root }, served())).finished();
  expect(output.trim().split('\n')).toHaveLength(5);
  expect(output).toMatch(/Order \S+: [\d.]+ [A-Z]{3}\n$/);
  const invoice = readFileSync(join(served().folder, 'invoice.pdf'));
  expect(invoice.subarray(0, 5).toString()).toBe('%PDF-');
});
