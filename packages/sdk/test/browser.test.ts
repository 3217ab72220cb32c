import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { createClientAddresses, listen, type Listening } from '@kontor/gateway/node';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestGateway, type TestGateway } from '../../gateway/test/test-gateway.js';
import type * as Sdk from '../src/index.js';

const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
const hasBrowser = existsSync(executablePath);
if (!hasBrowser)
  process.stderr.write('\n!!! No Chrome was found: the browser tests of the SDK are SKIPPED !!!\n\n');

declare const kontorSdk: typeof Sdk;

interface Site {
  readonly origin: string;
  readonly server: Server;
}

/** Serves a page with a bundle of the SDK under a strict policy, on an origin of its own. */
async function serveSite(bundle: string, host: string, gatewayUrl: () => string): Promise<Site> {
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', `default-src 'self'; connect-src ${gatewayUrl()}`);
    if (request.url === '/sdk.js') response.setHeader('content-type', 'text/javascript').end(bundle);
    else if (request.url === '/') {
      response.setHeader('content-type', 'text/html');
      response.end(
        '<!doctype html><link rel="icon" href="/icon"><script type="module" src="/sdk.js"></script>',
      );
    } else response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://${host}:${String((server.address() as AddressInfo).port)}` };
}

describe.skipIf(!hasBrowser)('in a page of another origin', () => {
  let gateway: TestGateway;
  let listening: Listening;
  let browser: Browser;
  let shop: Site;
  let stranger: Site;
  let complaints: string[];

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: "import * as sdk from '@kontor/sdk'; globalThis.kontorSdk = sdk;",
        resolveDir: join(import.meta.dirname, '..'),
      },
      bundle: true,
      format: 'esm',
      conditions: ['kontor:source'],
      write: false,
    });
    const bundle = outputFiles[0]?.text ?? '';
    const url = (): string => listening.url;
    shop = await serveSite(bundle, '127.0.0.1', url);
    stranger = await serveSite(bundle, '127.0.0.1', url);
    gateway = await createTestGateway({
      // A site of the gateway's own host, so that its cookie needs no HTTPS.
      settings: { origins: [shop.origin], publicUrl: 'http://127.0.0.1', isCookieSecure: false },
    });
    const clients = createClientAddresses([]);
    listening = await listen(gateway.gateway, { host: '127.0.0.1', port: 0, clients, grace: 1000 });
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
    });
  });

  afterAll(async () => {
    await browser.close();
    await listening.close();
    await gateway.close();
    for (const { server } of [shop, stranger]) server.close();
  });

  async function open(site: Site): Promise<Page> {
    complaints = [];
    const page = await (await browser.newContext()).newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => void complaints.push(String(error)));
    await page.goto(`${site.origin}/`);
    await page.waitForFunction(() => 'kontorSdk' in globalThis);
    return page;
  }

  it('signs in, lists, prices and fills a cart by token', async () => {
    const page = await open(shop);
    const seen = await page.evaluate(async (baseUrl) => {
      const kontor = kontorSdk.createClient({ baseUrl });
      await kontor.session.signIn({ email: 'owner@stroymaster.example.test', password: 'kontor-demo-2026' });
      const { items } = await kontor.products.list({ query: 'болт', limit: 5 });
      const bolts = { sku: 'DIN933-8.8-M8X40-ZN', quantity: '20' };
      const prices = await kontor.prices.resolve([bolts]);
      const { id } = await kontor.carts.current();
      const { outcomes, cart } = await kontor.carts.setLines(id, [bolts]);
      return [items.length, prices.items[0]?.status, outcomes[0]?.status, cart.totals?.currency];
    }, listening.url);
    expect(seen).toEqual([5, 'ok', 'set', 'RUB']);
    expect(complaints).toEqual([]);
  });

  it('follows events', async () => {
    const page = await open(shop);
    const type = await page.evaluate(async (baseUrl) => {
      const kontor = kontorSdk.createClient({ baseUrl });
      await kontor.session.signIn({ email: 'owner@stroymaster.example.test', password: 'kontor-demo-2026' });
      const { id } = await kontor.carts.current();
      const leaving = new AbortController();
      const changing = setInterval(() => {
        const quantity = String(20 * Math.ceil(Math.random() * 100));
        void kontor.carts.setLines(id, [{ sku: 'DIN933-8.8-M8X40-ZN', quantity }]);
      }, 200);
      for await (const event of kontor.events.watch({ signal: leaving.signal })) {
        clearInterval(changing);
        return event.type;
      }
      return undefined;
    }, listening.url);
    expect(type).toBe('cart.changed');
    expect(complaints).toEqual([]);
  });

  it('keeps its session in a cookie that no script can read', async () => {
    const page = await open(shop);
    const seen = await page.evaluate(async (baseUrl) => {
      const kontor = kontorSdk.createClient({ baseUrl, useCookies: true });
      const signedIn = await kontor.session.signIn({
        email: 'owner@stroymaster.example.test',
        password: 'kontor-demo-2026',
      });
      const other = kontorSdk.createClient({ baseUrl, useCookies: true });
      const cart = await other.carts.create({ name: `Site ${String(Date.now())}` });
      return [signedIn.token, cart.lineCount, document.cookie];
    }, listening.url);
    expect(seen).toEqual([null, 0, '']);
    expect(complaints).toEqual([]);
  });

  it('is refused where the origin is not listed', async () => {
    const page = await open(stranger);
    const name = await page.evaluate(async (baseUrl) => {
      const kontor = kontorSdk.createClient({ baseUrl, useCookies: true, retries: 0 });
      const signingIn = kontor.session.signIn({
        email: 'owner@stroymaster.example.test',
        password: 'kontor-demo-2026',
      });
      return signingIn.then(
        () => 'signed in',
        (error: unknown) => (error as Error).name,
      );
    }, listening.url);
    expect(name).toBe('ConnectionError');
    expect(complaints.join()).toMatch(/CORS/);
  });
});

it('a forged origin is refused by the gateway itself', async () => {
  const gateway = await createTestGateway({ settings: { origins: ['https://shop.test'] } });
  const body = { email: 'owner@stroymaster.example.test', password: 'kontor-demo-2026', transport: 'cookie' };
  const asking = (origin: string) =>
    gateway.request<{ code?: string }>('POST', '/v1/session/sign-in', { body, headers: { origin } });
  expect((await asking('https://shop.test.evil.test')).body.code).toBe('origin_not_allowed');
  expect((await asking('https://shop.test')).status).toBe(200);
  await gateway.close();
});
