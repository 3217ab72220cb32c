/**
 * Opens every story of storybook-static in Chromium, light and dark, from left to right and from right to left. A story fails by
 * an error, by anything said to the console, or by a rule of accessibility that it breaks.
 *
 * `--only=price` opens those whose id contains the word, `--combination=light-ltr,dark-rtl` and `--combination=light` choose among the four,
 * `--screenshots=folder` keeps a picture of each.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serveFolder } from './stories/serve-folder.mjs';
import { openFrame } from './stories/story-frame.mjs';

const root = join(import.meta.dirname, '..');
const built = join(root, 'storybook-static');
const option = (name) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const [only, screenshots] = [option('only'), option('screenshots')];

const combinations = ['light', 'dark']
  .flatMap((theme) => ['ltr', 'rtl'].map((direction) => ({ theme, direction })))
  .filter(({ theme, direction }) =>
    (option('combination') ?? '').split(',').some((name) => `${theme}-${direction}`.includes(name)),
  );

function report(sum) {
  if (process.env.KONTOR_STORIES_REPORT)
    writeFileSync(process.env.KONTOR_STORIES_REPORT, JSON.stringify(sum));
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
  console.log(`${sum.passed} passed, ${sum.failed} failed${skipped}`);
  process.exitCode = sum.failed > 0 ? 1 : 0;
}

async function run(executablePath) {
  const { entries } = JSON.parse(readFileSync(join(built, 'index.json'), 'utf8'));
  const stories = Object.values(entries).filter(
    ({ type, id }) => type === 'story' && id.includes(only ?? ''),
  );
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [] };
  if (screenshots) mkdirSync(screenshots, { recursive: true });

  const site = await serveFolder(built);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  });

  async function runAll(combination) {
    const frame = await openFrame(browser, site.url, combination);
    for (const { id } of stories) {
      const complaints = await frame.show(id);
      const name = `${id} (${combination.theme}, ${combination.direction})`;
      if (screenshots) await frame.screenshot(join(screenshots, `${name.replace(/[^\w-]+/g, '-')}.png`));
      sum[complaints.length === 0 ? 'passed' : 'failed'] += 1;
      if (complaints.length === 0) continue;
      const failure = `${name}\n${complaints.map((text) => `    ${text}`).join('\n')}`;
      sum.failures.push(failure);
      console.error(`✗ ${failure}`);
    }
    await frame.close();
  }

  try {
    // Two at a time: each page has a gateway of its own.
    const waiting = [...combinations];
    const takeTurns = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await runAll(next);
    };
    await Promise.all([takeTurns(), takeTurns()]);
  } finally {
    await browser.close();
    await site.close();
  }
  return sum;
}

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';
if (!existsSync(join(built, 'index.json'))) throw new Error('Run `npm run build:storybook` first.');
if (existsSync(executablePath)) report(await run(executablePath));
else {
  console.warn('No Chrome was found: the stories are not opened.');
  report({ passed: 0, failed: 0, skipped: 1, failures: [] });
}
