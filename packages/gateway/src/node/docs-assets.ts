import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import type { DocsAssets } from '../ports.js';

const types: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/** Reads the renderer of the reference page: from this package when it is built, else from where it is installed. */
export const readDocsAsset: DocsAssets = async (name) => {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type === undefined) return undefined;
  const body = await readBundled(name);
  return body && { body, type };
};

async function readBundled(name: string): Promise<Uint8Array | undefined> {
  const { resolve } = createRequire(import.meta.url);
  const places = [
    () => new URL(`./assets/docs/${name}`, import.meta.url),
    () => resolve(`swagger-ui-dist/${name}`),
  ];
  for (const place of places) {
    try {
      return await readFile(place());
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
  return undefined;
}
