/** The simulated 1C of `npm start -- --with-1c`, and what the gateway has to know of it. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const seconds = 4;

/**
 * @param {string} root of the repository
 * @param {string[]} args what the gateway is started with
 */
export function prepareOneC(root, args) {
  const { values } = parseArgs({ args, strict: false, options: { folder: { type: 'string' } } });
  const state = join(values.folder ?? process.env.KONTOR_FOLDER ?? 'data', 'onec-simulator.json');
  if (values.fresh) rmSync(state, { force: true });
  const user = process.env.KONTOR_1C_USER ?? '1c';
  const password = process.env.KONTOR_1C_PASSWORD ?? randomBytes(24).toString('base64url');
  let child;
  return {
    environment: {
      KONTOR_1C_USER: user,
      KONTOR_1C_PASSWORD: password,
      // The demo's older orders were never meant for this 1C.
      KONTOR_1C_ORDERS_SINCE: process.env.KONTOR_1C_ORDERS_SINCE ?? beganOn(state),
    },
    start(url) {
      const script = join(root, 'examples/onec-simulator/bin.mjs');
      child = spawn(
        process.execPath,
        [script, '--demo', '--url', url, '--interval', String(seconds), '--state', state],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
          env: { ...process.env, ONEC_USER: user, ONEC_PASSWORD: password },
        },
      );
      let line = '';
      child.stdout.setEncoding('utf8').on('data', (text) => {
        const lines = (line + text).split('\n');
        line = lines.pop() ?? '';
        for (const each of lines) console.log(`  1С  ${each}`);
      });
    },
    stop() {
      child?.kill('SIGTERM');
    },
  };
}

/** The day on which this 1C was set up. */
function beganOn(state) {
  const kept = existsSync(state) ? JSON.parse(readFileSync(state, 'utf8')) : {};
  return kept.began ?? new Date().toISOString().slice(0, 10);
}
