import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';

/** A page of a bench in Chromium. */
export interface BenchPage {
  readonly browser: Browser;
  readonly page: Page;
  /** Calls `bench.<text>` in the page. */
  call<Result>(text: string): Promise<Result>;
  close(): Promise<void>;
}

/**
 * Opens a script as a page. Frames come as fast as they are drawn: a time is work, not waiting for the next sixtieth of a second.
 *
 * @param entry file beside this one
 * @param address where the page is; what it asks there goes to `answer`, else to the network
 */
export async function openBenchPage(
  entry: string,
  { address = 'https://bench.test', onlyScripts = true } = {},
): Promise<BenchPage> {
  const script = await bundle(entry);
  const browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-frame-rate-limit', '--disable-gpu-vsync', '--js-flags=--expose-gc'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.route(onlyScripts ? '**/*' : /\/bench\.(html|js)$/, (route) =>
    route.fulfill(
      route.request().url().endsWith('.js')
        ? { contentType: 'text/javascript', body: script }
        : {
            contentType: 'text/html',
            body: '<!doctype html><body><script type="module" src="/bench.js"></script>',
          },
    ),
  );
  await page.goto(`${address}/bench.html`);
  await page.waitForFunction(() => 'bench' in globalThis);
  return {
    browser,
    page,
    call: (text) => page.evaluate(`bench.${text}`),
    close: () => browser.close(),
  };
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL(entry, import.meta.url).pathname],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['kontor:source'],
    loader: { '.css': 'text' },
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
