import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { isReady, textOf, useBrowsedSite } from './test/browse.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = [
  'index.html',
  'catalog.html',
  'product.html?product=prd_din-933-8-8',
  'cart.html',
  'account.html',
  'exchange.html',
  'password-reset.html',
  'invitation.html#token=kin_of-a-letter',
];
const bolts = 'DIN933-8.8-M8X40-ZN';

describe.skipIf(!isReady)('the supplier’s website', { timeout: 90_000 }, () => {
  const site = useBrowsedSite();
  const openBrowser = (viewport = { width: 1280, height: 900 }) => site().openBrowser({ viewport });
  const openPage = (context: BrowserContext, path: string) => site().openPage(context, path);

  async function signIn(page: Page, email: string): Promise<void> {
    await page.getByRole('button', { name: 'Войти', exact: true }).first().click();
    await page.getByLabel('Электронная почта').fill(email);
    await page.getByLabel('Пароль', { exact: true }).fill('kontor-demo-2026');
    await page.keyboard.press('Enter');
    await page.locator('kontor-mini-cart').getByText('Корзина').waitFor();
  }

  async function emptyCart(page: Page): Promise<void> {
    await page.evaluate(async () => {
      const shop = document.querySelector('kontor-shop') as unknown as {
        shop: {
          cart: {
            $cart: { listen(hear: () => void): void; get(): { status: string } };
            clear(): Promise<void>;
          };
        };
      };
      const { cart } = shop.shop;
      cart.$cart.listen(() => undefined);
      while (cart.$cart.get().status !== 'ready') await new Promise((resolve) => setTimeout(resolve, 20));
      await cart.clear();
    });
  }

  const quantityOf = (page: Page, sku: string) =>
    page.locator(`kontor-variant-table [role=row]`).filter({ hasText: sku }).locator('input');

  /** Types a quantity of the bolts into the table and waits until it is saved. */
  async function orderBolts(page: Page, quantity: string): Promise<void> {
    // M8 × 40 of a hundred variants: what is not in view is not drawn either.
    for (const value of ['8', '40']) await page.getByRole('button', { name: value, exact: true }).click();
    const field = quantityOf(page, bolts);
    await field.fill(quantity);
    await field.press('Enter');
    await page.getByText(/1 строка · /).waitFor();
  }

  async function choosePickup(page: Page): Promise<void> {
    await page.getByRole('radio', { name: /Самовывоз/ }).check();
    await page
      .getByRole('radio', { name: /Екатеринбург/ })
      .first()
      .check();
    await page.locator('kontor-checkout').getByText('бесплатно', { exact: true }).first().waitFor();
  }

  it('leads from the catalogue and from the search to a product', async () => {
    const page = await openPage(await openBrowser(), 'catalog.html');
    const link = page.locator('kontor-catalog a[part=name]').first();
    const name = (await link.textContent())?.trim() ?? '';
    await link.click();
    await page.locator('kontor-product').getByRole('heading', { name, exact: true }).waitFor();
    await page.locator('kontor-search input').first().fill('din 934');
    await page.locator('kontor-search a').filter({ hasText: 'DIN 934' }).first().click();
    await page
      .locator('kontor-product')
      .getByRole('heading', { name: /DIN 934/ })
      .first()
      .waitFor();
    expect(page.url()).toContain('product.html?product=');
  });

  it('takes an order by mouse, from browsing to the invoice', async () => {
    const page = await openPage(await openBrowser(), `product.html?product=prd_din-933-8-8`);
    await signIn(page, 'owner@stroymaster.example.test');
    await emptyCart(page);
    await orderBolts(page, '50');
    await page.getByText('50 → 60: кратно 20').first().waitFor();
    await page.locator('kontor-mini-cart').getByRole('link').click();
    await page.getByRole('button', { name: 'Оформить заказ' }).click();
    await choosePickup(page);
    await page.getByRole('button', { name: 'Заказать' }).click();
    await page.getByText('Заказ оформлен').waitFor();
    await page.getByRole('button', { name: 'Счёт: напечатать или сохранить' }).waitFor();
    await page.getByRole('link', { name: 'Посмотреть заказ' }).click();
    await page.getByRole('heading', { name: /Заказ K-\d{6}/ }).waitFor();
  });

  it('takes an order by the keyboard alone', async () => {
    const page = await openPage(await openBrowser(), `product.html?product=prd_din-933-8-8`);
    await signIn(page, 'buyer@stroymaster.example.test');
    await emptyCart(page);
    const press = (key: string) => page.keyboard.press(key);
    await quantityOf(page, 'DIN933-8.8-M4X6-ZN').focus();
    await page.keyboard.type('1000');
    await press('Enter');
    await page.getByText(/1 строка · /).waitFor();
    await page.locator('kontor-mini-cart a').focus();
    await press('Enter');
    await page.getByRole('button', { name: 'Оформить заказ' }).waitFor();
    await tabTo(page, 'Оформить заказ');
    await press('Enter');
    await page.getByRole('radio', { name: /Самовывоз/ }).waitFor();
    await tabTo(page, 'Самовывоз');
    await press('Space');
    await page.getByRole('radiogroup').waitFor();
    await press('Tab');
    await press('Space');
    await page.locator('kontor-checkout').getByText('бесплатно', { exact: true }).first().waitFor();
    await tabTo(page, 'Заказать');
    await press('Enter');
    await page.getByText('Заказ оформлен').waitFor();
  });

  it('takes an order on a phone of 360 pixels', async () => {
    const page = await openPage(
      await openBrowser({ width: 360, height: 740 }),
      `product.html?product=prd_din-933-8-8`,
    );
    await signIn(page, 'owner@stroymaster.example.test');
    await emptyCart(page);
    await orderBolts(page, '60');
    await page.goto(`${site().url}/cart.html`);
    await page.getByRole('button', { name: 'Оформить заказ' }).click();
    await choosePickup(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'Заказать' }).click();
    await page.getByText('Заказ оформлен').waitFor();
  });

  it('re-prices when the agreement is switched in another tab', async () => {
    const context = await openBrowser();
    const page = await openPage(context, `product.html?product=prd_din-933-8-8`);
    await signIn(page, 'owner@stroymaster.example.test');
    await emptyCart(page);
    await orderBolts(page, '60');
    await page.goto(`${site().url}/cart.html`);
    await page
      .getByText(/3,1169/)
      .first()
      .waitFor();
    const other = await openPage(context, 'index.html');
    await other.locator('kontor-agreement-switcher button').first().click();
    await other.getByRole('radio', { name: /Отсрочка 45/ }).check();
    await other.getByRole('button', { name: 'Переключить' }).click();
    await page.getByText('Договор сменили в другом месте').waitFor();
    await page
      .getByText(/3,1169/)
      .first()
      .waitFor({ state: 'detached' });
    await other.locator('kontor-agreement-switcher button').first().click();
    await other.getByRole('radio', { name: /Предоплата/ }).check();
    await other.getByRole('button', { name: 'Переключить' }).click();
    await page
      .getByText(/3,1169/)
      .first()
      .waitFor();
  });

  it('places one order although the network is cut at the checkout', async () => {
    const context = await openBrowser();
    const page = await openPage(context, `product.html?product=prd_din-933-8-8`);
    await signIn(page, 'owner@stroymaster.example.test');
    await emptyCart(page);
    await orderBolts(page, '60');
    await page.goto(`${site().url}/checkout.html`);
    await choosePickup(page);
    const sent: string[] = [];
    // The gateway does its work; its answer is lost.
    await page.route('**/place', async (route) => {
      sent.push(route.request().headers()['idempotency-key'] ?? '');
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.getByRole('button', { name: 'Заказать' }).click();
    await page.getByText('Нет связи').first().waitFor();
    await page.unroute('**/place');
    await page.getByRole('button', { name: 'Заказать' }).click();
    await page.getByText('Заказ оформлен').waitFor();
    expect(new Set(sent).size).toBe(1);
  });

  it.each(['light', 'dark'] as const)('breaks no rule of accessibility in %s', async (colorScheme) => {
    const context = await site().openBrowser({ colorScheme });
    const page = await openPage(context, `product.html?product=prd_din-933-8-8`);
    await signIn(page, 'owner@stroymaster.example.test');
    await emptyCart(page);
    await orderBolts(page, '60');
    const broken: string[] = [];
    for (const path of [...pages, 'checkout.html']) {
      await page.goto(`${site().url}/${path}`);
      await page.waitForFunction(isLoaded);
      await page.evaluate(axe);
      broken.push(...(await page.evaluate(findViolations)).map((rule) => `${path}: ${rule}`));
    }
    expect(broken).toEqual([]);
  });

  it('shows visitors no price anywhere', async () => {
    const context = await openBrowser();
    for (const path of pages) {
      const page = await openPage(context, path);
      await page.getByRole('button', { name: 'Войти', exact: true }).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await textOf(page)).not.toMatch(/₽|\d,\d{2}/);
    }
  });

  /** Presses Tab until something of this name has the focus. */
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        let element: Element | null = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return (element?.closest('label') ?? element)?.textContent ?? '';
      });
      if (focused.includes(name)) return;
    }
    throw new Error(`Tab never came to ${name}`);
  }
});

/** Runs in the page: nothing in it, through all shadow roots, stands for what is still loading. */
function isLoaded(): boolean {
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((each) => [
      each,
      ...(each.shadowRoot ? all(each.shadowRoot) : []),
    ]);
  const elements = all(document);
  return elements.length > 40 && !elements.some((each) => each.matches('.bone'));
}

/** Runs in the page. */
async function findViolations(): Promise<string[]> {
  const { axe: checker } = globalThis as unknown as {
    axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  };
  const { violations } = await checker.run();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`));
}
