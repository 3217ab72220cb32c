import { build } from 'esbuild';
import { chromium, type CDPSession, type Page } from 'playwright-core';

import type { Row } from '../../../scripts/bench-row.js';
import { interleave, median } from '../../../scripts/measure.mjs';

const runs = 7;
const steps = 60;

/** Ten thousand rows in a page: our table, with its element and shop, beside ag-grid-community. */
export async function run(): Promise<Row[]> {
  const script = await bundlePage();
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({
    executablePath, // Frames as fast as they are drawn: a time is work, not waiting for the next sixtieth of a second.
    args: ['--no-sandbox', '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.route('**/*', (route) =>
      route.fulfill(
        route.request().url().endsWith('.js')
          ? { contentType: 'text/javascript', body: script }
          : {
              contentType: 'text/html',
              body: '<!doctype html><body><script type="module" src="/page.js"></script>',
            },
      ),
    );
    await page.goto('https://bench.test/');
    await page.waitForFunction(() => 'bench' in globalThis);
    return await measure(page);
  } finally {
    await browser.close();
  }
}

async function measure(page: Page): Promise<Row[]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const opened: Record<string, number[]> = { ours: [], agGrid: [] };
  const scripted: Record<string, number[]> = { ours: [], agGrid: [] };
  const frames = { blank: 0, stale: 0, elements: 0, agElements: 0 };
  const keys: number[] = [];
  const job = (name: 'ours' | 'agGrid') => async () => {
    opened[name]?.push(await call<number>(page, `open(${JSON.stringify(name)})`));
    const before = await workTime(cdp);
    await call(page, `scroll(${String(steps)}, false)`);
    scripted[name]?.push(((await workTime(cdp)) - before) / steps);
    const seen = await call<typeof frames>(page, `scroll(${String(steps)}, true)`);
    if (name === 'ours') {
      frames.blank += seen.blank;
      frames.stale += seen.stale;
      frames.elements = Math.max(frames.elements, seen.elements);
      keys.push(...(await call<number[]>(page, 'type(20)')));
    } else frames.agElements = Math.max(frames.agElements, seen.elements);
    await call(page, 'close()');
  };
  await interleave({ ours: job('ours'), agGrid: job('agGrid') }, { runs });
  // The first of each compiles the page's script.
  const middle = (times: number[] | undefined): number => median((times ?? []).slice(1));
  const sorted = keys.sort((left, right) => left - right);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  return [
    against(
      '10,000 variants: data → first painted rows',
      middle(opened['ours']),
      middle(opened['agGrid']),
      0.25,
    ),
    against(
      '10,000 variants: scripting and painting per scroll step',
      middle(scripted['ours']),
      middle(scripted['agGrid']),
      0.4,
    ),
    limit(
      '10,000 variants: frames without rows or with wrong ones',
      frames.blank + frames.stale,
      0,
      'frames',
    ),
    limit('10,000 variants: DOM elements', frames.elements, 400, 'elements'),
    limit('10,000 variants: key in a quantity → painted, p95', p95, 50, 'ms'),
  ];
}

const call = <Result>(page: Page, text: string): Promise<Result> => page.evaluate(`bench.${text}`);

/** Milliseconds of work on the main thread so far without layout and style: scripts with their microtasks, and what paints. */
async function workTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  return (of('TaskDuration') - of('LayoutDuration') - of('RecalcStyleDuration')) * 1000;
}

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL('table-page.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['kontor:source'],
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

function against(name: string, ours: number, reference: number, most: number): Row {
  const ratio = ours / reference;
  return {
    name,
    ours,
    unit: 'ms',
    reference,
    referenceName: 'ag-grid-community',
    ratio,
    goal: `≤ ${String(most)} ×`,
    pass: ratio <= most,
  };
}

function limit(name: string, ours: number, most: number, unit: string): Row {
  return {
    name,
    ours,
    unit,
    reference: most,
    referenceName: 'the bar',
    ratio: most === 0 ? ours : ours / most,
    goal: `≤ ${String(most)} ${unit}`,
    pass: ours <= most,
  };
}
