import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { BrowserContext, Page } from 'playwright-core';
import ts from 'typescript';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { isReady, textOf, useBrowsedSite } from '../supplier-site/test/browse.js';

const root = import.meta.dirname;

it('has nothing that TypeScript would complain about', { timeout: 120_000 }, () => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options));
  expect(diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([]);
});

describe.skipIf(!isReady)('a React application', { timeout: 90_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-react-'));
  const site = useBrowsedSite({ folder, policy: 'lit-html' });

  beforeAll(async () => {
    vi.stubEnv('NODE_ENV', 'production');
    const configFile = join(root, 'vite.config.mjs');
    await build({ configFile, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  const open = async (context?: BrowserContext): Promise<Page> =>
    site().openPage(context ?? (await site().openBrowser()), '');

  async function signIn(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Sign in' }).first().click();
    const form = page.locator('main');
    await form.getByLabel('E-mail').fill('owner@stroymaster.example.test');
    await form.getByLabel('Password', { exact: true }).fill('kontor-demo-2026');
    await page.keyboard.press('Enter');
    await page.getByText('СтройМастер').first().waitFor();
  }

  it('finds a product from the catalogue', async () => {
    const page = await open();
    await page.getByPlaceholder('Name, article or barcode').fill('DIN 933');
    await page.keyboard.press('Enter');
    await page
      .locator('kontor-catalog')
      .getByRole('link', { name: /DIN 933 8\.8/ })
      .click();
    await page.getByRole('heading', { name: /DIN 933 8\.8/ }).waitFor();
    expect(page.url()).toMatch(/#product\//);
  });

  it('comes back from signing in, and fills the cart', async () => {
    const page = await open();
    await page.evaluate(() => (location.hash = 'product/prd_din-933-8-8'));
    await signIn(page);
    const quantity = page.locator('kontor-variant-table [role=row] input').first();
    await quantity.fill('1000');
    await quantity.press('Enter');
    await page
      .locator('kontor-mini-cart')
      .getByRole('link', { name: /Cart · 1/ })
      .click();
    await page
      .getByRole('link', { name: /DIN 933/ })
      .first()
      .waitFor();
    expect(await textOf(page)).toMatch(/Total.*₽/);
  });
});
