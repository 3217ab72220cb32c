/** Fails when package-lock.json names a registry host or leaves out a package that `npm ci` would ask for. */
import { readFileSync } from 'node:fs';

/** @typedef {{ resolved?: string, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} LockEntry */

/** @type {{ packages: Record<string, LockEntry> }} */
const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

/** Node's look-up: the folder's own node_modules first, then each parent's. */
function isInLock(from, name) {
  for (let folder = from; ;) {
    if (packages[`${folder && `${folder}/`}node_modules/${name}`]) return true;
    if (!folder) return false;
    const parent = folder.lastIndexOf('/node_modules/');
    folder = parent < 0 ? '' : folder.slice(0, parent);
  }
}

const problems = [];
for (const [folder, entry] of Object.entries(packages)) {
  if (/^[a-z+]+:\/\//.test(entry.resolved ?? '')) problems.push(`${folder}: resolved names a host`);
  for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
    if (!isInLock(folder, name)) problems.push(`${folder || '.'}: ${name} is not in the lock`);
  }
}

for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log('The lock is complete and names no host.');
process.exitCode = problems.length > 0 ? 1 : 0;
