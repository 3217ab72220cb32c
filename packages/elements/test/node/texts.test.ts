import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '../../src');
const areas = readdirSync(join(source, 'locale/en')).filter((name) => name !== 'texts.ts');
const areaOf = new Map(areas.flatMap((area) => keysOf(area).map((key) => [key, area] as const)));

function keysOf(area: string): string[] {
  const text = readFileSync(join(source, 'locale/en', area), 'utf8');
  return [...text.matchAll(/^ {2}'([\w.]+)':/gm)].map(([, key]) => key!);
}

/** Keys that a module speaks of: written out, or begun as in `status.${…}`. */
function keysIn(text: string): string[] {
  const begun = [...text.matchAll(/`([a-zA-Z]+\.)\$\{/g)].map(([, start]) => start!);
  return [...areaOf.keys()].filter(
    (key) => text.includes(`'${key}'`) || begun.some((start) => key.startsWith(start)),
  );
}

async function modulesOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    metafile: true,
    conditions: ['kontor:source'],
    // The other languages are loaded when they are needed.
    external: ['./ru.js', './uk.js', './de.js'],
    logLevel: 'error',
  });
  return Object.keys(metafile.inputs).map((path) => resolve(path));
}

describe('English texts', () => {
  it('stand in one area each', () => {
    expect(areas.flatMap(keysOf)).toHaveLength(areaOf.size);
  });

  it.each(readdirSync(join(source, 'components')))('come with what <kontor-%s> is made of', async (name) => {
    const modules = await modulesOf(join(source, 'components', name, `${name}.ts`));
    const wanted = modules
      .filter((path) => path.startsWith(source) && !path.includes('/locale/'))
      .flatMap((path) => keysIn(readFileSync(path, 'utf8')))
      .map((key) => areaOf.get(key)!);
    const missing = [...new Set(wanted)].filter((area) => !modules.includes(join(source, 'locale/en', area)));
    expect(missing).toEqual([]);
  });
});
