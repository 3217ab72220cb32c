/**
 * `npm run docs` writes the documentation as a folder of files, `docs/api`: the guides, a page per element made of its header, and
 * the reference of every public package. A warning is an error: something would be missing.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Application } from 'typedoc';
import { elementPage, elementsPage } from './elements/element-page.mjs';
import { readManifest } from './elements/manifest.mjs';

const root = join(import.meta.dirname, '..');
// Outside the folder that is written: it is emptied first.
const pages = join(root, 'docs/elements');

rmSync(pages, { recursive: true, force: true });
mkdirSync(pages, { recursive: true });
const { modules } = await readManifest(join(root, 'packages/elements'));
const elements = modules.flatMap(({ declarations }) => declarations);
writeFileSync(join(pages, 'elements.md'), elementsPage(elements));
for (const element of elements) writeFileSync(join(pages, `${element.tagName}.md`), elementPage(element));

const app = await Application.bootstrapWithPlugins({ options: join(root, 'typedoc.json') });
const project = await app.convert();
if (project) await app.generateOutputs(project);
rmSync(pages, { recursive: true });
if (!project || app.logger.hasErrors() || app.logger.hasWarnings()) process.exitCode = 1;
else console.log(`Open ${relative(process.cwd(), join(root, 'docs/api/index.html'))}`);
