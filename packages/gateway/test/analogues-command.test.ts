import { afterAll, beforeAll, expect, it } from 'vitest';

import { wellKnown } from '../src/demo/ids.js';
import { createCommandLine, type CommandLine } from './command-line.js';

let kontor: CommandLine;
beforeAll(async () => {
  kontor = await createCommandLine();
});
afterAll(() => kontor.remove());

it('kontor analogues tries a table before it takes it', { timeout: 120_000 }, async () => {
  const path = await kontor.write(
    'analogues.csv',
    `Артикул;Аналог\n${wellKnown.tiers};${wellKnown.packs}\nникто;никто`,
  );
  const tried = await kontor.run('analogues', path, '--dry-run');
  expect([tried.status, tried.out]).toEqual([
    0,
    expect.stringMatching(/Line 3: unknown_variant "никто"[\s\S]*Would change: analogues of 1 variants/),
  ]);
  expect((await kontor.run('analogues', path)).out).toContain('Changed: analogues of 1 variants');
  expect((await kontor.run('analogues', path)).out).toContain('Changed: analogues of 0 variants; 1 are as');
});

it('kontor analogues asks for CSV instead of a workbook', { timeout: 120_000 }, async () => {
  const path = await kontor.write('analogues.xlsx', 'PK');
  expect(await kontor.run('analogues', path)).toMatchObject({
    status: 1,
    errors: expect.stringContaining('CSV'),
  });
});
