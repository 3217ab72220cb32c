/**
 * `npm start`: the gateway with its demo supplier, and the supplier's website that shows it. With `--with-1c` a simulated 1C
 * stands beside them. Other options go to the gateway.
 */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { serveSite } from '../examples/supplier-site/server.mjs';
import { prepareOneC } from './start/one-c.mjs';

const root = join(import.meta.dirname, '..');
const usualPort = 4700;
const args = process.argv.slice(2).filter((argument) => argument !== '--with-1c');
const oneC = process.argv.includes('--with-1c') ? prepareOneC(root, args) : undefined;
let gatewayUrl;

const gateway = () => gatewayUrl;
const site = await serveSite({ gateway, port: usualPort }).catch(() => serveSite({ gateway }));

const { port } = new URL(site.url);
const origins = [process.env.KONTOR_ORIGINS, site.url, `http://localhost:${port}`].filter(Boolean).join(',');
const child = fork(join(root, 'packages/gateway/dist/node/cli.js'), ['start', ...args], {
  env: {
    KONTOR_INVITATION_URL: `${site.url}/invitation.html#token={token}`,
    KONTOR_PASSWORD_RESET_URL: `${site.url}/password-reset.html#token={token}`,
    ...process.env,
    ...oneC?.environment,
    KONTOR_ORIGINS: origins,
    KONTOR_DEMO_SITE: site.url,
  },
});
child.on('message', (message) => {
  if (typeof message?.listeningOn !== 'string') return;
  gatewayUrl = message.listeningOn;
  oneC?.start(gatewayUrl);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? 128 + (signal === 'SIGINT' ? 2 : 15);
  oneC?.stop();
  void site.close();
});
