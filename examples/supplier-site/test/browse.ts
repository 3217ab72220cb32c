import { existsSync } from 'node:fs';

import { createClientAddresses, listen, type Listening } from '@kontor/gateway/node';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';

import { createTestGateway, type TestGateway } from '../../../packages/gateway/test/test-gateway.js';
import { serveSite } from '../server.mjs';

const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';

/** Whether there is a browser to test pages in. */
export const isReady = existsSync(executablePath);
if (!isReady) process.stderr.write('\n!!! No Chrome was found: tests of example sites are SKIPPED !!!\n\n');

/** A site before a real gateway, and a browser to look at it with. */
export interface BrowsedSite {
  readonly url: string;
  openBrowser(options?: BrowserContextOptions): Promise<BrowserContext>;
  openPage(context: BrowserContext, path: string): Promise<Page>;
}

/** One site for all tests of a file. A test fails when a page of it breaks its policy or writes to the console. */
export function useBrowsedSite(
  options: Pick<Parameters<typeof serveSite>[0], 'folder' | 'policy'> = {},
): () => BrowsedSite {
  let gateway: TestGateway;
  let listening: Listening;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    site = await serveSite({ ...options, gateway: () => listening.url });
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
    expect(complaints).toEqual([]);
    complaints = [];
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
    await listening.close();
    await gateway.close();
  });

  return () => ({
    url: site.url,
    async openBrowser(given) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        locale: 'ru-RU',
        ...given,
      });
      contexts.push(context);
      return context;
    },
    async openPage(context, path) {
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
    },
  });
}

/** What a reader sees of a page, shadow roots included. */
export const textOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const read = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return '';
      const inside = node instanceof Element ? (node.shadowRoot ?? node) : node;
      return [...inside.childNodes, ...(inside === node ? [] : node.childNodes)].map(read).join(' ');
    };
    return read(document.body).replace(/\s+/g, ' ');
  });
