import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Starts a real gateway with the small demo supplier in a folder of its own. */
export async function startGateway(root) {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-soak-'));
  const cli = join(root, 'packages/gateway/dist/node/cli.js');
  const child = spawn(
    process.execPath,
    [cli, 'start', '--demo', 'small', '--port', '0', '--folder', folder],
    {
      env: { ...process.env, KONTOR_LOG_LEVEL: 'error', KONTOR_REQUESTS_PER_MINUTE: '1000000' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /Kontor is at (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The gateway did not start: ${said}`)));
  });
  return {
    url,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    /** Resident bytes, and the longest time in seconds for which the event loop was late since the last look. */
    async look() {
      const text = await (await fetch(`${url}/metrics`)).text();
      const read = (name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? NaN);
      return { rss: read('process_resident_memory_bytes'), lag: read('nodejs_eventloop_lag_max_seconds') };
    },
    async stop() {
      if (child.exitCode === null)
        await new Promise((resolve) => {
          child.once('exit', resolve);
          child.kill('SIGTERM');
        });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
