import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { runAdmin } from './admin-command.js';
import { readEnvironment } from './environment.js';

test('kontor admin makes the first admin of an empty folder', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-admin-'));
  const environment = readEnvironment({
    KONTOR_FOLDER: folder,
    KONTOR_LOG_LEVEL: 'silent',
    KONTOR_PUBLIC_URL: 'https://b2b.example.test/',
    KONTOR_PASSWORD_RESET_URL: 'https://shop.example.test/новый-пароль#token={token}',
  });
  const lines: string[] = [];
  const { token = '' } = await runAdmin({
    environment,
    email: 'boss@example.test',
    say: (line) => lines.push(line),
  });
  expect(lines.slice(0, 3)).toEqual([
    'boss@example.test is an admin now.',
    'This link sets a password, once and within an hour:',
    `  https://shop.example.test/новый-пароль#token=${token}`,
  ]);
  await rm(folder, { recursive: true, force: true });
});

test.each([
  'https://shop.example.test/password',
  'ftp://shop.example.test/{token}',
  '/password?token={token}',
])('an address of letters like %s stops the start', (KONTOR_PASSWORD_RESET_URL) => {
  expect(() => readEnvironment({ KONTOR_PASSWORD_RESET_URL })).toThrow(/KONTOR_PASSWORD_RESET_URL/);
});

test('kontor admin refuses what is no address', async () => {
  await expect(
    runAdmin({ environment: readEnvironment({}), email: 'boss', say: () => undefined }),
  ).rejects.toThrow('"boss" is no e-mail address.');
});
