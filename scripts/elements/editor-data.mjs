import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { readManifest } from './manifest.mjs';
import { writeReactWrappers } from './react-wrappers.mjs';

/**
 * Writes what tools know the elements by: the manifest, data of VS Code and JetBrains editors, types for JSX, and the React
 * components of `packages/react`.
 */
export async function writeEditorData(folder) {
  const manifest = await readManifest(folder);
  const outdir = join(folder, 'dist');
  await writeFile(join(outdir, 'custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const modules = new Map(
    manifest.modules.flatMap(({ path, declarations }) =>
      declarations.map(({ tagName }) => [tagName, path.replace(/^dist\//, './')]),
    ),
  );
  generateVsCodeCustomElementData(manifest, {
    outdir,
    htmlFileName: 'vscode.html-data.json',
    cssFileName: 'vscode.css-data.json',
    hideLogs: true,
  });
  generateJetBrainsWebTypes(manifest, {
    outdir,
    webTypesFileName: 'web-types.json',
    packageJson: false,
    hideLogs: true,
  });
  generateJsxTypes(manifest, {
    outdir,
    fileName: 'jsx.d.ts',
    componentTypePath: (_name, tag) => modules.get(tag),
    hideLogs: true,
  });
  await writeReactWrappers(manifest, join(folder, '../react/dist'));
}
