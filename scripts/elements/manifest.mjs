import { cli } from '@custom-elements-manifest/analyzer/cli.js';

/** Describes all elements of a package folder, in the Custom Elements Manifest format. */
export function readManifest(folder) {
  return cli({
    argv: ['analyze', '--config', 'custom-elements-manifest.config.mjs'],
    cwd: folder,
    noWrite: true,
  });
}
