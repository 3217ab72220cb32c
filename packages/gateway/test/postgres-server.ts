import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL of this test run alone, reached through a socket in its own folder. */
export interface PostgresServer {
  /** Connection string of a database. */
  url(database: string): string;
  create(database: string): Promise<void>;
  /** A database as a file of `pg_dump`. */
  dump(database: string): Promise<Uint8Array>;
  /** Creates a database from such a file. */
  restore(database: string, file: string): Promise<void>;
  /** Kills the server at once, as a power cut would, and starts it again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Folder of initdb and pg_ctl, or undefined when this machine has no PostgreSQL. */
export function findPostgres(): string | undefined {
  const given = process.env['KONTOR_TEST_POSTGRES_BIN'];
  if (given) return given;
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root)
    ? readdirSync(root).sort((left, right) => Number(right) - Number(left))
    : [];
  return versions
    .map((version) => join(root, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

/** Starts a private server. PostgreSQL refuses root, so root runs it as the user `postgres`. */
export async function startPostgres(bin: string): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const as = (command: string, args: readonly string[]) =>
    isRoot
      ? run('runuser', ['-u', 'postgres', '--', join(bin, command), ...args])
      : run(join(bin, command), [...args]);
  if (isRoot) {
    const { stdout } = await run('id', ['-u', 'postgres']);
    await chown(folder, Number(stdout), -1);
  }
  await chmod(folder, 0o755);
  const data = join(folder, 'data');
  await as('initdb', [
    '-D',
    data,
    '-U',
    'postgres',
    '--locale=C.UTF-8',
    '-E',
    'UTF8',
    '--auth=trust',
    '--no-sync',
  ]);
  const settings = `-c listen_addresses='' -c unix_socket_directories=${folder} -c fsync=off -c full_page_writes=off -c max_connections=200 -c max_wal_size=2GB`;
  const start = () => as('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  await start();
  return {
    url: (database) => `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`,
    async create(database) {
      await as('createdb', ['-h', folder, '-U', 'postgres', database]);
    },
    async dump(database) {
      const file = join(folder, `${database}.dump`);
      await as('pg_dump', ['-h', folder, '-U', 'postgres', '-Fc', '-Z1', '-f', file, database]);
      return readFile(file);
    },
    async restore(database, file) {
      await as('createdb', ['-h', folder, '-U', 'postgres', database]);
      // The server's user may not read folders of ours: the file goes through a copy in its own.
      const copy = join(folder, 'restore.dump');
      await copyFile(file, copy);
      await chmod(copy, 0o644);
      await as('pg_restore', ['-h', folder, '-U', 'postgres', '-j', '2', '-d', database, copy]);
      await as('psql', ['-h', folder, '-U', 'postgres', '-qc', 'analyze', database]);
    },
    async restart() {
      await as('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
      await start();
    },
    async stop() {
      await as('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
