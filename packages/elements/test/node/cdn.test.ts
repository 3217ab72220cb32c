import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

import { createClientAddresses, listen, type Listening } from '@kontor/gateway/node';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { rollup } from 'rollup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { cdnBuilds, policyName } from '../../../../scripts/elements/cdn-build.mjs';
import { createTestGateway, type TestGateway } from '../../../gateway/test/test-gateway.js';

const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
const hasBrowser = existsSync(executablePath);
if (!hasBrowser)
  process.stderr.write('\n!!! No Chrome was found: the tests of the one-tag build are SKIPPED !!!\n\n');

const folder = join(import.meta.dirname, '../..');
const sku = 'DIN934-8-M8-ZN';

/** Pages of a supplier, by path; their scripts come from the same origin. */
const pages: Readonly<Record<string, (gateway: string) => string>> = {
  '/one-tag': (gateway) => `
    <script type="module" src="/kontor.js"></script>
    <kontor-shop base-url="${gateway}" locale="ru">
      <kontor-price sku="${sku}"></kontor-price><kontor-add-to-cart sku="${sku}"></kontor-add-to-cart>
      <kontor-cart></kontor-cart><kontor-account-menu></kontor-account-menu>
    </kontor-shop>`,
  '/other-lit': (gateway) => `
    <script type="module" src="/other-lit.js"></script>
    <script type="module" src="/kontor.js"></script>
    <other-greeting></other-greeting>
    <kontor-shop base-url="${gateway}"><kontor-price sku="${sku}"></kontor-price></kontor-shop>`,
  '/autoloader': (gateway) => `
    <script type="module" src="/autoloader.js"></script>
    <kontor-shop base-url="${gateway}"><kontor-price sku="${sku}"></kontor-price></kontor-shop>`,
};

/** Another library's element on its own copy of Lit, and what the policy reports. */
const otherLit = `
  import { html, LitElement } from 'lit';
  customElements.define('other-greeting', class extends LitElement {
    render() { return html\`<b>Good morning</b>\`; }
  });`;
const listener = `
  globalThis.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
    violations.push(violatedDirective + ' ' + sample));`;

/** Whether `npm run build` has run since a source changed. */
function isBuilt(): boolean {
  const built = join(folder, 'dist/cdn/autoloader.js');
  if (!existsSync(built)) return false;
  const since = statSync(built).mtimeMs;
  return ['contract', 'sdk', 'state', 'elements']
    .map((name) => join(folder, '..', name, 'src'))
    .flatMap((sources) =>
      readdirSync(sources, { recursive: true, encoding: 'utf8' }).map((file) => join(sources, file)),
    )
    .every((file) => statSync(file).mtimeMs < since);
}

async function buildCdn(dir: string): Promise<void> {
  const elements = Object.fromEntries(
    readdirSync(join(folder, 'src/components'))
      .filter((name) => existsSync(join(folder, `src/components/${name}/${name}.ts`)))
      .map((name) => [`components/${name}/${name}`, join(folder, `src/components/${name}/${name}.ts`)]),
  );
  for (const { output, ...input } of cdnBuilds(folder, { elements })) {
    const bundle = await rollup(input);
    await bundle.write({ ...output, sourcemap: false, dir });
    await bundle.close();
  }
}

async function buildSite(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'kontor-cdn-'));
  if (isBuilt()) cpSync(join(folder, 'dist/cdn'), dir, { recursive: true });
  else await buildCdn(dir);
  await build({
    stdin: { contents: otherLit, resolveDir: folder },
    bundle: true,
    format: 'esm',
    minify: true,
    outfile: join(dir, 'other-lit.js'),
  });
  return dir;
}

describe.skipIf(!hasBrowser)('the builds for a page without a bundler', () => {
  let dir: string;
  let site: Server;
  let origin: string;
  let gateway: TestGateway;
  let listening: Listening;
  let browser: Browser;
  let complaints: string[];
  let loaded: string[];

  beforeAll(async () => {
    dir = await buildSite();
    site = createServer(({ url = '' }, response) => {
      response.setHeader(
        'content-security-policy',
        `default-src 'self'; connect-src ${listening.url}; object-src 'none'; base-uri 'none'; ` +
          `require-trusted-types-for 'script'; trusted-types lit-html ${policyName}`,
      );
      const page = pages[url];
      if (page)
        response
          .setHeader('content-type', 'text/html; charset=utf-8')
          .end(
            `<!doctype html><link rel="icon" href="/icon"><script src="/listener.js"></script>${page(listening.url)}`,
          );
      else if (url === '/listener.js') response.setHeader('content-type', 'text/javascript').end(listener);
      else if (extname(url) === '.js' && existsSync(join(dir, url)))
        response.setHeader('content-type', 'text/javascript').end(readFileSync(join(dir, url)));
      else response.writeHead(url === '/icon' ? 204 : 404).end();
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${String((site.address() as AddressInfo).port)}`;
    gateway = await createTestGateway({
      settings: { origins: [origin], publicUrl: 'http://127.0.0.1', isCookieSecure: false },
    });
    listening = await listen(gateway.gateway, {
      host: '127.0.0.1',
      port: 0,
      clients: createClientAddresses([]),
      grace: 1000,
    });
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
    });
  });

  afterAll(async () => {
    await browser.close();
    await listening.close();
    await gateway.close();
    site.close();
    rmSync(dir, { recursive: true });
  });

  async function open(path: string): Promise<Page> {
    complaints = [];
    loaded = [];
    const page = await (await browser.newContext()).newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => void complaints.push(String(error)));
    page.on('request', (request) => void loaded.push(new URL(request.url()).pathname));
    await page.goto(`${origin}${path}`);
    await page.waitForFunction(() => customElements.get('kontor-price'));
    return page;
  }

  const signIn = (page: Page): Promise<void> =>
    page.evaluate(async () => {
      await customElements.whenDefined('kontor-shop');
      const shop = document.querySelector('kontor-shop') as unknown as {
        updateComplete: Promise<unknown>;
        shop: { session: { signIn(who: object): Promise<void> } };
      };
      // It connects when it is drawn for the first time.
      await shop.updateComplete;
      await shop.shop.session.signIn({
        email: 'owner@stroymaster.example.test',
        password: 'kontor-demo-2026',
      });
    });
  const priceIs = (page: Page, pattern: RegExp): Promise<unknown> =>
    page.waitForFunction(
      (text) => new RegExp(text).test(document.querySelector('kontor-price')?.shadowRoot?.textContent ?? ''),
      pattern.source,
    );
  const violations = (page: Page): Promise<string[]> =>
    page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);

  it('sells from one tag under a strict policy', async () => {
    const page = await open('/one-tag');
    await priceIs(page, /войти|Войдите|вход/i);
    await signIn(page);
    await priceIs(page, /\d.*₽/);
    await page.locator('kontor-add-to-cart button[part=button]').click();
    await page.locator('kontor-cart ol li').first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('loads one module and the chunk of its language', async () => {
    await open('/one-tag');
    const scripts = loaded.filter((path) => path.endsWith('.js') && path !== '/listener.js');
    expect(scripts.map((path) => path.replace(/-[\w-]{8}\.js$/, '.js'))).toEqual([
      '/kontor.js',
      '/kontor/ru.js',
    ]);
  });

  it('loads what repeats a call when one was lost, and shows what it asked for', async () => {
    const page = await open('/one-tag');
    await signIn(page);
    let lost = 0;
    await page.context().route(/prices\/resolve/, (route) => {
      lost += 1;
      return lost === 1 ? route.abort() : route.continue();
    });
    await page.evaluate(() => {
      document.querySelector('kontor-price')!.setAttribute('sku', 'DIN933-8.8-M8X40-ZN');
    });
    await priceIs(page, /\d.*₽/);
    await expect
      .poll(() => [lost > 1, loaded.filter((path) => path.includes('/repeat-call')).length])
      .toEqual([true, 1]);
    expect(await violations(page)).toEqual([]);
  });

  it('lives beside another copy of Lit', async () => {
    const page = await open('/other-lit');
    await signIn(page);
    await priceIs(page, /\d.*₽/);
    await page.locator('other-greeting b').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('loads by itself what stands on the page, and what comes later', async () => {
    const page = await open('/autoloader');
    await signIn(page);
    await priceIs(page, /\d.*₽/);
    const components = (): string[] => loaded.filter((path) => path.startsWith('/components/'));
    expect(components().sort()).toEqual(['/components/price/price.js', '/components/shop/shop.js']);
    await page.evaluate(() => {
      const section = document.createElement('section');
      section.append(document.createElement('kontor-stock'));
      document.querySelector('kontor-shop')?.append(section);
    });
    await page.waitForFunction(() => customElements.get('kontor-stock'));
    expect(components()).toContain('/components/stock/stock.js');
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('says once that it does not know an element', async () => {
    const page = await open('/autoloader');
    await page.evaluate(() => {
      document.body.append(
        document.createElement('kontor-nothing'),
        document.createElement('kontor-nothing'),
      );
    });
    await expect.poll(() => complaints.filter((text) => text.includes('kontor-nothing>'))).toHaveLength(1);
  });
});
