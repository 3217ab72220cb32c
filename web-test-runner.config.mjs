import { existsSync, writeFileSync } from 'node:fs';
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

/** Sums for the run of all checks; a file that could not be loaded counts as a failed test. */
const sums = {
  onTestRunFinished({ sessions }) {
    const sum = { passed: 0, failed: 0, skipped: 0 };
    const walk = ({ tests, suites }) => {
      for (const { skipped, passed } of tests) sum[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
      suites.forEach(walk);
    };
    for (const { testResults, passed, errors } of sessions) {
      if (testResults) walk(testResults);
      if (!passed && (!testResults || errors.length > 0)) sum.failed += 1;
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
