import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { canInstallPackages, installPackages } from './debian.mjs';

const debianRoot = '/usr/lib/postgresql';

function fromDebian() {
  if (!existsSync(debianRoot)) return [];
  return readdirSync(debianRoot)
    .filter((version) => /^\d+$/.test(version))
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debianRoot, version, 'bin'));
}

function fromPath() {
  const { status, stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  return status === 0 ? [stdout.trim()] : [];
}

function hasServer(folder) {
  return folder && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'));
}

function look() {
  return [process.env.KONTOR_TEST_POSTGRES_BIN, ...fromDebian(), ...fromPath()].find(hasServer);
}

/**
 * The folder with initdb and pg_ctl that the tests start their own server from; installs it as root on Debian.
 * @returns the folder, or undefined after saying loudly that half of the database tests will be skipped.
 */
export function findPostgres() {
  const found =
    look() ??
    (canInstallPackages() && installPackages('postgresql', 'postgresql-contrib') ? look() : undefined);
  if (!found) {
    console.warn(
      [
        '',
        '!'.repeat(78),
        '!!  NO POSTGRESQL SERVER WAS FOUND: THE POSTGRESQL HALF OF THE TESTS IS SKIPPED.',
        '!!  Only the embedded database is tested. Install PostgreSQL 15 or newer, or set',
        '!!  KONTOR_TEST_POSTGRES_BIN to the folder that holds initdb and pg_ctl.',
        '!'.repeat(78),
        '',
      ].join('\n'),
    );
  }
  return found;
}
