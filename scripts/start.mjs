/** `npm start`: the gateway with its demo supplier, and the supplier's website that shows it. Options go to the gateway. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { serveSite } from '../examples/supplier-site/server.mjs';

const root = join(import.meta.dirname, '..');
const usualPort = 4700;
let gatewayUrl;

const gateway = () => gatewayUrl;
const site = await serveSite({ gateway, port: usualPort }).catch(() => serveSite({ gateway }));

const { port } = new URL(site.url);
const origins = [process.env.KONTOR_ORIGINS, site.url, `http://localhost:${port}`].filter(Boolean).join(',');
const child = fork(join(root, 'packages/gateway/dist/node/cli.js'), ['start', ...process.argv.slice(2)], {
  env: { ...process.env, KONTOR_ORIGINS: origins, KONTOR_DEMO_SITE: site.url },
});
child.on('message', (message) => {
  if (typeof message?.listeningOn === 'string') gatewayUrl = message.listeningOn;
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? 128 + (signal === 'SIGINT' ? 2 : 15);
  void site.close();
});
