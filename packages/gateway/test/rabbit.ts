import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

import { connect } from 'amqplib';

const program = '/usr/lib/rabbitmq/bin/rabbitmq-server';

/** Whether Debian's broker is installed here. */
export const hasRabbit = existsSync(program);

/** A broker of this test alone. */
export interface Rabbit {
  readonly url: string;
  /** Ends it without a word, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again with what it has stored. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Starts RabbitMQ on ports and a folder of its own; it listens on this machine only. */
export async function startRabbit(): Promise<Rabbit> {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-rabbit-'));
  const [port, distribution, epmd] = [await freePort(), await freePort(), await freePort()];
  writeFileSync(join(folder, 'rabbitmq.conf'), `listeners.tcp.local = 127.0.0.1:${String(port)}\n`);
  writeFileSync(join(folder, 'enabled_plugins'), '[].\n');
  const pidFile = join(folder, 'pid');
  const environment = {
    PATH: process.env['PATH'],
    HOME: folder,
    RABBITMQ_NODENAME: `kontor${String(port)}@localhost`,
    RABBITMQ_MNESIA_BASE: join(folder, 'mnesia'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'enabled_plugins'),
    RABBITMQ_PID_FILE: pidFile,
    RABBITMQ_DIST_PORT: String(distribution),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
    ERL_EPMD_PORT: String(epmd),
    ERL_EPMD_ADDRESS: '127.0.0.1',
  };
  const owner = accountOf('rabbitmq');
  const isRoot = userInfo().uid === 0;
  if (isRoot)
    for (const path of ['', 'rabbitmq.conf', 'enabled_plugins']) chownSync(join(folder, path), ...owner);
  let server: ChildProcess | undefined;
  const url = `amqp://127.0.0.1:${String(port)}`;

  async function start(): Promise<void> {
    rmSync(pidFile, { force: true });
    server = spawn(program, [], {
      env: environment,
      stdio: 'ignore',
      ...(isRoot ? { uid: owner[0], gid: owner[1] } : {}),
    });
    for (const end = Date.now() + 60_000; ;) {
      try {
        await (await connect(url)).close();
        return;
      } catch (error) {
        if (Date.now() > end) throw new Error('RabbitMQ did not start', { cause: error });
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }

  async function kill(): Promise<void> {
    if (!server) return;
    const ended = once(server, 'exit');
    process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGKILL');
    await ended;
    server = undefined;
  }

  await start();
  return {
    url,
    start,
    kill,
    async close() {
      await kill();
      // The name server of Erlang outlives what it was started for.
      killEpmd(epmd);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function killEpmd(port: number): void {
  const stop = spawn('epmd', ['-kill'], {
    env: { PATH: process.env['PATH'], ERL_EPMD_PORT: String(port) },
    stdio: 'ignore',
  });
  stop.on('error', () => undefined);
}

function accountOf(user: string): [uid: number, gid: number] {
  const [, , uid, gid] = (
    /^.*$/m.exec(
      readFileSync('/etc/passwd', 'utf8')
        .split('\n')
        .find((line) => line.startsWith(`${user}:`)) ?? '::0:0',
    )?.[0] ?? '::0:0'
  ).split(':');
  return [Number(uid), Number(gid)];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
