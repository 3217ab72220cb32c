import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { createClientAddresses, listen, type Listening } from '@kontor/gateway/node';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { createTestGateway, type TestGateway } from '../../packages/gateway/test/test-gateway.js';
import { serveSite } from './server.mjs';

const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
const isReady = existsSync(executablePath);
if (!isReady)
  process.stderr.write('\n!!! No Chrome was found: the tests of the demo site are SKIPPED !!!\n\n');

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = [
  'index.html',
  'catalog.html',
  'product.html?product=prd_din-933-8-8',
  'cart.html',
  'account.html',
];
const bolts = 'DIN933-8.8-M8X40-ZN';

describe.skipIf(!isReady)('the supplier’s website', { timeout: 90_000 }, () => {
  let gateway: TestGateway;
  let listening: Listening;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    site = await serveSite({ gateway: () => listening.url });
    gateway = await createTestGateway({
      settings: { origins: [site.url], publicUrl: site.url, isCookieSecure: false },
    });
    gateway.gateway.jobs.start();
    const clients = createClientAddresses([]);
    listening = await listen(gateway.gateway, { host: '127.0.0.1', port: 0, clients, grace: 500 });
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
    });
  });

  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    // A page that breaks its policy, or whose script fails, says so here.
    expect(complaints).toEqual([]);
    complaints = [];
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
    await listening.close();
    await gateway.close();
  });

  async function openBrowser(size = { width: 1280, height: 900 }): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: size, locale: 'ru-RU' });
    contexts.push(context);
    return context;
  }

  async function openPage(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      // Refusals of the gateway are part of the trade; the browser reports each of them.
      if (
        ['error', 'warning'].includes(message.type()) &&
        !message.text().includes('Failed to load resource')
      )
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => void complaints.push(String(error)));
    await page.goto(`${site.url}/${path}`);
    return page;
  }

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
    await page.goto(`${site.url}/cart.html`);
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
    await page.goto(`${site.url}/cart.html`);
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
    await page.goto(`${site.url}/checkout.html`);
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
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'ru-RU',
      colorScheme,
    });
    contexts.push(context);
    const page = await openPage(context, `product.html?product=prd_din-933-8-8`);
    await signIn(page, 'owner@stroymaster.example.test');
    await emptyCart(page);
    await orderBolts(page, '60');
    const broken: string[] = [];
    for (const path of [...pages, 'checkout.html']) {
      await page.goto(`${site.url}/${path}`);
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
      expect(await page.locator('body').innerText()).not.toMatch(/₽|\d,\d{2}/);
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
  return elements.length > 60 && !elements.some((each) => each.matches('.bone'));
}

/** Runs in the page. */
async function findViolations(): Promise<string[]> {
  const { axe: checker } = globalThis as unknown as {
    axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  };
  const { violations } = await checker.run();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`));
}
