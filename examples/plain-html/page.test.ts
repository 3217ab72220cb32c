import { describe, expect, it } from 'vitest';

import { isReady, useBrowsedSite } from '../supplier-site/test/browse.js';

describe.skipIf(!isReady)('a page of plain HTML', { timeout: 90_000 }, () => {
  const site = useBrowsedSite({ folder: import.meta.dirname });

  it('shows visitors the catalogue', async () => {
    const page = await site().openPage(await site().openBrowser(), '');
    await page.getByText('273 products').first().waitFor();
    expect(await page.locator('kontor-catalog').getByRole('listitem').count()).toBeGreaterThan(20);
  });

  it('lets a buyer in', async () => {
    const page = await site().openPage(await site().openBrowser(), '');
    await page.locator('kontor-account-menu').getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('E-mail').fill('owner@stroymaster.example.test');
    await page.getByLabel('Password', { exact: true }).fill('kontor-demo-2026');
    await page.keyboard.press('Enter');
    await page.locator('kontor-account-menu').getByText('СтройМастер').first().waitFor();
    expect(await page.getByText('Your prices and stock are here').count()).toBe(0);
  });
});
