/**
 * `npm run new:element -- delivery-picker "Chooses a branch to collect from."` makes an empty element that passes every check:
 * component, styles, tests, stories, and its line in the index.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { newElementFiles } from './elements/new-element-files.mjs';

const [name = '', summary = 'Says in one sentence what it does.'] = process.argv.slice(2);
const source = join(import.meta.dirname, '../packages/elements/src');
const folder = join(source, 'components', name);

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (!/^[a-z]+(-[a-z]+)*$/.test(name))
  fail('Usage: npm run new:element -- <name-in-kebab-case> "<One sentence.>"');
if (!/^[A-Z].*\.$/.test(summary)) fail('The sentence begins with a capital and ends with a full stop.');
if (existsSync(folder)) fail(`There is a components/${name} already.`);

const { className, files } = newElementFiles(name, summary);
mkdirSync(folder, { recursive: true });
for (const [file, content] of Object.entries(files)) {
  const path = join(folder, file);
  writeFileSync(path, await format(content, { ...(await resolveConfig(path)), filepath: path }));
}

const index = join(source, 'index.ts');
const statements = readFileSync(index, 'utf8').split(/(?<=;\n)/);
const pathOf = (statement) => /from '([^']+)'/.exec(statement)?.[1] ?? '';
const own = `export { ${className} } from './components/${name}/${name}.js';\n`;
const after = statements.findIndex((statement) => pathOf(statement) > pathOf(own));
statements.splice(after < 0 ? statements.length : after, 0, own);
writeFileSync(index, statements.join(''));

console.log(`<kontor-${name}> is in packages/elements/src/components/${name}.`);
console.log(`Look at it:  npm run storybook`);
console.log(`Test it:     npx wtr --files 'packages/elements/src/components/${name}/*.test.ts'`);
