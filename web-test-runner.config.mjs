import { existsSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { gatewayMiddleware } from './packages/elements/test/gateway-middleware.mjs';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';
const gateways = gatewayMiddleware();

/** Sums and failures for the run of all checks; a file that could not be loaded counts as a failed test. */
const sums = {
  onTestRunFinished({ sessions }) {
    const sum = { passed: 0, failed: 0, skipped: 0, failures: [] };
    const fail = (name, error) => {
      sum.failed += 1;
      sum.failures.push(`${name}\n${error?.message ?? 'It failed without a word'}`);
    };
    const walk = ({ name: suite, tests, suites }, path) => {
      const here = [path, suite].filter(Boolean).join(' > ');
      for (const { name, skipped, passed, error } of tests) {
        if (skipped || passed) sum[skipped ? 'skipped' : 'passed'] += 1;
        else fail(`${here} > ${name}`, error);
      }
      for (const each of suites) walk(each, here);
    };
    for (const { testFile, testResults, passed, errors } of sessions) {
      const file = relative(import.meta.dirname, testFile);
      if (testResults) walk(testResults, file);
      if (!passed && (!testResults || errors.length > 0)) fail(file, errors[0]);
    }
    if (process.env.KONTOR_BROWSER_REPORT)
      writeFileSync(process.env.KONTOR_BROWSER_REPORT, JSON.stringify(sum));
  },
};

/** Tests of elements in a real browser, each file against a real gateway of its own (`/gateway/<name>`). */
export default {
  files: 'packages/elements/src/**/*.test.ts',
  nodeResolve: { exportConditions: ['kontor:source', 'development'] },
  hostname: '127.0.0.1',
  concurrency: 2,
  reporters: [defaultReporter({ reportTestProgress: process.stdout.isTTY === true }), sums],
  // Lit says in development that it is in development.
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 60_000 } },
  middleware: [gateways.middleware],
  plugins: [
    gateways.plugin,
    {
      name: 'node-env',
      transform(context) {
        if (context.path.includes('/nanostores/'))
          return context.body.replaceAll('process.env.NODE_ENV', '"development"');
      },
    },
    esbuildPlugin({ ts: true, tsconfig: 'packages/elements/tsconfig.json', target: 'es2022' }),
  ],
  browsers: existsSync(executablePath)
    ? [
        chromeLauncher({
          launchOptions: { executablePath, headless: true, args },
          createPage: async ({ context }) => {
            const page = await context.newPage();
            // A page behind another gets no frames: nothing would scroll, grow or have the focus in it.
            const session = await page.createCDPSession();
            await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
            return page;
          },
        }),
      ]
    : [],
};
