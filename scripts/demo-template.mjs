/**
 * The small demo supplier as a dumped data folder, made once per state of the built gateway: pages and test servers start from a
 * copy of it in under a second.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const built = join(root, 'packages/gateway/dist');
const folder = join(root, 'node_modules/.cache/kontor-demo');

/** Path of the file; it is made when it is not there. */
export async function demoTemplate() {
  const file = join(folder, `${await keyOfBuild()}.tar`);
  if (existsSync(file)) return file;
  const { createInMemoryGateway } = await import('@kontor/gateway/in-memory');
  const gateway = await createInMemoryGateway({ demo: 'small' });
  const content = new Uint8Array(await (await gateway.dump()).arrayBuffer());
  await gateway.close();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
  return file;
}

async function keyOfBuild() {
  const hash = createHash('sha256').update(process.version).update(new Date().toISOString().slice(0, 10));
  const names = await readdir(built, { recursive: true });
  for (const name of names.filter((each) => each.endsWith('.js')).sort())
    hash.update(name).update(await readFile(join(built, name)));
  return hash.digest('hex').slice(0, 24);
}
