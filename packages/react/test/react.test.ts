import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readManifest } from '../../../scripts/elements/manifest.mjs';
import { writeReactWrappers } from '../../../scripts/elements/react-wrappers.mjs';

const root = join(import.meta.dirname, '..');
// Inside the package, so that its dependencies are found.
const folder = join(root, 'node_modules/.cache/wrappers');
const manifest = await readManifest(join(root, '../elements'));
const elements = manifest.modules.flatMap(({ declarations }) => declarations);
const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';

beforeAll(() => writeReactWrappers(manifest, folder));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it.each(elements)('wraps <$tagName> with its events', ({ name, tagName, events }) => {
  const script = readFileSync(join(folder, `${tagName.replace('kontor-', '')}.js`), 'utf8');
  expect(readFileSync(join(folder, 'index.js'), 'utf8')).toContain(`{ ${name} }`);
  expect(events.filter((event) => !script.includes(`: '${event.name}',`))).toEqual([]);
});

/** What TypeScript has to say to a page that uses the wrappers. */
function complaintsAbout(jsx: string): string[] {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'page.tsx');
  writeFileSync(
    file,
    `import { KontorAddToCart, KontorPrice } from './index.js';\nexport const page = ${jsx};\n`,
  );
  const program = ts.createProgram([file], {
    jsx: ts.JsxEmit.ReactJSX,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    customConditions: ['kontor:source'],
    target: ts.ScriptTarget.ES2022,
    experimentalDecorators: true,
    useDefineForClassFields: false,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

it('types properties and details of events', () => {
  expect(
    complaintsAbout('<KontorAddToCart sku="A" onCartAdded={(event) => event.detail.quantity.length} />'),
  ).toEqual([]);
});

it('refuses what an element does not have', () => {
  expect(complaintsAbout('<KontorPrice sku={5} />').join()).toMatch(/number/);
  expect(complaintsAbout('<KontorPrice skew="A" />').join()).toMatch(/skew/);
});

describe.skipIf(!existsSync(executablePath))('in a page', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import { createElement } from 'react';
          import { createRoot } from 'react-dom/client';
          import { KontorAddToCart } from './index.js';
          globalThis.heard = [];
          createRoot(document.body.appendChild(document.createElement('main'))).render(
            createElement(KontorAddToCart, { sku: 'A-1', onCartAdd: (event) => heard.push(event.type) }));`,
        resolveDir: folder,
      },
      bundle: true,
      write: false,
      format: 'iife',
      conditions: ['kontor:source'],
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
    });
    page = await browser.newPage();
    await page.setContent('<!doctype html><body></body>');
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    await page.locator('kontor-add-to-cart').waitFor({ state: 'attached' });
  });

  afterAll(() => browser.close());

  it('sets properties and listens to events', async () => {
    const seen = await page.locator('kontor-add-to-cart').evaluate((element) => {
      element.dispatchEvent(new Event('kontor-cart-add'));
      return [(element as unknown as { sku: string }).sku, (globalThis as { heard?: string[] }).heard];
    });
    expect(seen).toEqual(['A-1', ['kontor-cart-add']]);
  });
});
