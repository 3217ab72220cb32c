import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `kontor-cart-add` → `onCartAdd`. */
const propOf = (event) =>
  `on${event
    .replace(/^kontor-/, '')
    .split('-')
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('')}`;

/** Types of events: ours come from the package, those of the platform are there. */
const isOurs = (type) => /^\w+Event$/.test(type) && !/^(Input|Mouse|Keyboard|Custom)Event$/.test(type);

function script({ name, tagName, events = [] }, module) {
  const listeners = events.map((event) => `    ${propOf(event.name)}: '${event.name}',\n`).join('');
  return `import { createComponent } from '@lit/react';
import * as React from 'react';
import { ${name} as Element } from '@kontor/elements/${module}';

export const ${name} = createComponent({
  tagName: '${tagName}',
  elementClass: Element,
  react: React,
  displayName: '${name}',
  events: {
${listeners}  },
});
`;
}

function declaration({ name, summary, events = [] }, module) {
  const types = [...new Set(events.map(({ type }) => type?.text ?? 'Event').filter(isOurs))];
  const listeners = events
    .map(
      (event) =>
        `    /** ${event.description} */\n    ${propOf(event.name)}: EventName<${event.type?.text ?? 'Event'}>;\n`,
    )
    .join('');
  return `import type { EventName, ReactWebComponent } from '@lit/react';
${types.length > 0 ? `import type { ${types.join(', ')} } from '@kontor/elements';\n` : ''}import type { ${name} as Element } from '@kontor/elements/${module}';

/** ${summary} */
export declare const ${name}: ReactWebComponent<
  Element,
  {
${listeners}  }
>;
`;
}

/** Writes a typed React component for every element of the manifest, one module each, and an index of all. */
export async function writeReactWrappers(manifest, folder) {
  const elements = manifest.modules.flatMap(({ declarations }) => declarations);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const write = (file, content) => writeFile(join(folder, file), content);
  const index = elements.map(({ name, tagName }) => `export { ${name} } from './${moduleOf(tagName)}.js';\n`);
  await write('index.js', index.join(''));
  await write('index.d.ts', index.join(''));
  for (const element of elements) {
    const module = moduleOf(element.tagName);
    await write(`${module}.js`, script(element, module));
    await write(`${module}.d.ts`, declaration(element, module));
  }
}

const moduleOf = (tagName) => tagName.replace(/^kontor-/, '');
