import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { startODataBase } from '../../test/onec-odata.js';
import { readEnvironment } from './environment.js';
import { runPull } from './pull-command.js';

test('kontor pull says what a base does not publish', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-pull-'));
  const base = await startODataBase({ Catalog_Валюты: [] });
  const lines: string[] = [];
  const environment = readEnvironment({
    KONTOR_FOLDER: folder,
    KONTOR_LOG_LEVEL: 'silent',
    KONTOR_ODATA_URL: base.url,
    KONTOR_ODATA_USER: base.user,
    KONTOR_ODATA_PASSWORD: base.password,
  });
  const { problems } = await runPull(environment, (line) => lines.push(line));
  expect(problems.map(({ code }) => code)).toEqual(Array<string>(5).fill('odata_not_published'));
  expect(lines).toContain('The journal has it as run 1.');
  await base.close();
  await rm(folder, { recursive: true, force: true });
});

test('kontor pull asks for the address of 1C', async () => {
  await expect(runPull(readEnvironment({}), () => undefined)).rejects.toThrow('KONTOR_ODATA_URL');
});
