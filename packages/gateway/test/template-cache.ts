import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../src');
/** What a filled template depends on. */
const ingredients = ['database', 'demo', 'modules/catalog/search', 'money', 'node/passwords.ts'];
const folder = join(import.meta.dirname, '../../../node_modules/.cache/kontor-templates');

/** Hash of every source that decides what is in a template. */
export function templateKey(): string {
  const hash = createHash('sha256').update(process.version);
  for (const ingredient of ingredients) {
    const path = join(source, ingredient);
    const files = path.endsWith('.ts')
      ? ['']
      : readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files) {
      if (file !== '' && (!file.endsWith('.ts') || file.endsWith('.test.ts'))) continue;
      hash.update(file).update(readFileSync(join(path, file)));
    }
  }
  return hash.digest('hex').slice(0, 24);
}

/** The file of a template of this key, made when it is not there; those that nobody used for a day are removed. */
export async function cachedTemplate(
  name: string,
  key: string,
  make: () => Promise<Uint8Array>,
): Promise<string> {
  const file = join(folder, `${name}-${key}`);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  const content = await make();
  const unfinished = `${file}.${String(process.pid)}`;
  await writeFile(unfinished, content);
  await rename(unfinished, file);
  for (const other of await readdir(folder)) {
    const path = join(folder, other);
    if (Date.now() - (await stat(path)).mtimeMs > 86_400_000) await rm(path, { force: true });
  }
  return file;
}
