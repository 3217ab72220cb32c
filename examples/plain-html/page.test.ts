import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';

import { isReady, textOf, useBrowsedSite } from '../supplier-site/test/browse.js';

const guide = readFileSync(join(import.meta.dirname, '../../docs/getting-started.md'), 'utf8');
const snippet = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(guide)?.[1] ?? '';

describe.skipIf(!isReady)('a page of plain HTML', { timeout: 90_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-plain-'));
  copyFileSync(join(import.meta.dirname, 'index.html'), join(folder, 'index.html'));
  writeFileSync(join(folder, 'guide.html'), snippet('html'));
  writeFileSync(join(folder, 'page.js'), snippet('js'));
  const site = useBrowsedSite({ folder });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const open = async (path: string): Promise<Page> => site().openPage(await site().openBrowser(), path);

  async function signIn(page: Page): Promise<void> {
    await page.getByLabel('E-mail').fill('owner@stroymaster.example.test');
    await page.getByLabel('Password', { exact: true }).fill('kontor-demo-2026');
    await page.keyboard.press('Enter');
    await page.locator('kontor-account-menu').getByText('СтройМастер').first().waitFor();
  }

  it('shows visitors the catalogue', async () => {
    const page = await open('');
    await page.getByText('273 products').first().waitFor();
    expect(await page.locator('kontor-catalog').getByRole('listitem').count()).toBeGreaterThan(20);
  });

  it('lets a buyer in where the catalogue asks', async () => {
    const page = await open('');
    await page.locator('kontor-catalog').getByRole('button', { name: 'Sign in' }).click();
    await signIn(page);
    expect(await page.getByText('Your prices and stock are here').count()).toBe(0);
  });

  it('fills a cart as the guide to getting started says', async () => {
    const page = await open('guide.html');
    await page.locator('kontor-account-menu').getByRole('button', { name: 'Sign in' }).click();
    await signIn(page);
    await page.getByText('Wedge anchor Krepmaster').click();
    const quantity = page.locator('kontor-variant-table [role=row] input').first();
    await quantity.fill('1000');
    await quantity.press('Enter');
    await page
      .locator('kontor-mini-cart')
      .getByRole('button', { name: /Cart · 1/ })
      .click();
    await page.locator('kontor-cart').getByText('Check out').waitFor();
    expect(await textOf(page)).toMatch(/Total ₽/);
  });
});
