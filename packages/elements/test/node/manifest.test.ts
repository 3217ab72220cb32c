import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { elementPage, elementsPage } from '../../../../scripts/elements/element-page.mjs';
import { readManifest } from '../../../../scripts/elements/manifest.mjs';

const root = join(import.meta.dirname, '../..');
const components = join(root, 'src/components');
const manifest = await readManifest(root);
const elements = manifest.modules.flatMap(({ declarations }) => declarations);
/** What buyers load together, and what the supplier's staff does. */
const index = ['index', 'staff'].map((name) => readFileSync(join(root, `src/${name}.ts`), 'utf8')).join('');

/** Everything written for one element, its tests and stories aside. */
const sourceOf = (folder: string): string =>
  readdirSync(join(components, folder))
    .filter((file) => file.endsWith('.ts') && !/\.(test|stories)\.ts$/.test(file))
    .map((file) => readFileSync(join(components, folder, file), 'utf8'))
    .join('\n');
const folders = readdirSync(components).filter((folder) => sourceOf(folder).includes("define('kontor-"));
const allSources = readdirSync(components).map(sourceOf).join('\n');

describe.each(folders)('components/%s', (folder) => {
  const element = elements.find(({ tagName }) => tagName === `kontor-${folder}`);

  it(`defines <kontor-${folder}> in the file of that name`, () => {
    expect(element).toBeDefined();
  });
  if (!element) return;

  it('has a summary, a description and a status', () => {
    expect(element.summary, '@summary').toMatch(/^[A-Z].*\.$/);
    expect(element.description).toMatch(/\.$/);
    expect(element.status, '@status').toMatch(/^(experimental|stable|deprecated)$/);
  });

  it('describes every property and method that is public', () => {
    const silent = element.members.filter(({ description }) => !description);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('keeps what is private to itself', () => {
    const names = element.members.filter(
      ({ name, privacy }) => name.startsWith('#') || privacy !== undefined,
    );
    expect(names).toEqual([]);
  });

  it('describes its slots, parts and custom properties', () => {
    const { slots = [], cssParts = [], cssProperties = [] } = element;
    const silent = [...slots, ...cssParts, ...cssProperties].filter(({ description }) => !description);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('types and describes its events', () => {
    const vague = element.events.filter(({ type, description }) => !type || !description);
    expect(vague.map(({ name }) => name)).toEqual([]);
  });

  it('lists every event that it tells', () => {
    const told = [...sourceOf(folder).matchAll(/\btell\(\s*new (\w+)\(/g)].map(([, name]) => name);
    const listed = element.events.map(({ type }) => type?.text);
    expect(told.filter((name) => !listed.includes(name))).toEqual([]);
  });

  it('lists parts and slots that are in its templates', () => {
    const names = (attribute: string): string[] => [
      ...new Set(
        [...sourceOf(folder).matchAll(new RegExp(`\\s${attribute}="([\\w -]+)"`, 'g'))].flatMap(
          ([, value = '']) => value.split(' '),
        ),
      ),
    ];
    const { slots = [], cssParts = [] } = element;
    const slotNames = [...sourceOf(folder).matchAll(/<slot name="([\w-]+)"/g)].map(([, name]) => name);
    expect(names('part').filter((part) => !cssParts.some(({ name }) => name === part))).toEqual([]);
    expect(slotNames.filter((slot) => !slots.some(({ name }) => name === slot))).toEqual([]);
  });

  it('lists no part, slot or event that is not there', () => {
    const source = sourceOf(folder);
    const { slots = [], cssParts = [], events } = element;
    // In a template, or written by code that draws without one.
    const drawn = source.replaceAll(/^\/\*\*[^]*?\*\//gm, '');
    const words = [...drawn.matchAll(/["'`]([\w -]+)["'`]/g)].flatMap(([, names = '']) => names.split(' '));
    expect(cssParts.filter(({ name }) => !words.includes(name)).map(({ name }) => name)).toEqual([]);
    const isThere = (slot: string) => source.includes(slot === '' ? '<slot>' : `<slot name="${slot}"`);
    expect(slots.filter(({ name }) => !isThere(name)).map(({ name }) => name)).toEqual([]);
    const dead = events.filter(
      ({ name, type }) => name.startsWith('kontor-') && !allSources.includes(`new ${type?.text ?? ''}(`),
    );
    expect(dead.map(({ name }) => name)).toEqual([]);
  });

  it('lists its default slot and the custom properties that it reads', () => {
    const source = sourceOf(folder);
    const { slots = [], cssProperties = [] } = element;
    expect(slots.some(({ name }) => name === '')).toBe(source.includes('<slot>'));
    const read = [...source.matchAll(/var\((--kontor-[\w-]+)/g)].map(([, name]) => name);
    expect(read.filter((name) => !cssProperties.some((property) => property.name === name))).toEqual([]);
  });

  it('tells events of the elements inside as its own', () => {
    const parts = [...sourceOf(folder).matchAll(/^import '\.\.\/([\w-]+)\//gm)].map(([, part]) => part);
    const inside = elements.filter(({ tagName }) => parts.some((part) => tagName === `kontor-${part ?? ''}`));
    const heard = inside.flatMap(({ events }) => events.map(({ name }) => name));
    const missing = heard.filter(
      (name) => name.startsWith('kontor-') && !element.events.some((event) => event.name === name),
    );
    expect(missing).toEqual([]);
  });

  it('has a page with everything that its header says', () => {
    const page = elementPage(element);
    const { slots = [], cssParts = [], cssProperties = [], events, attributes, members } = element;
    const all = [...slots, ...cssParts, ...cssProperties, ...events, ...attributes, ...members];
    const missing = all.filter(
      ({ name, description = '' }) =>
        !page.includes(name) || !page.includes(description.split('\n')[0] ?? ''),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('is exported with its events, and known to the DOM by type', () => {
    const ours = element.events.map(({ type }) => type?.text ?? '').filter((type) => type.endsWith('Event'));
    const missing = [element.name, ...ours].filter(
      (name) => !index.match(new RegExp(`\\b${name}\\b`)) && !(name in globalThis),
    );
    expect(missing, 'add to src/index.ts or src/staff.ts').toEqual([]);
    expect(sourceOf(folder)).toContain(`'${element.tagName}': ${element.name};`);
  });

  it('types its events for listeners', () => {
    const names = element.events.map(({ name }) => name).filter((name) => name.startsWith('kontor-'));
    expect(names.filter((name) => !allSources.includes(`'${name}': `))).toEqual([]);
  });
});

it('has a page that leads to all pages', () => {
  const page = elementsPage(elements);
  expect(elements.filter(({ tagName }) => !page.includes(`(${tagName}.md)`))).toEqual([]);
});

it('has every element that is not internal in a folder of its own', () => {
  const inside = manifest.modules.filter(({ path }) => !/\/([\w-]+)\/\1\.js$/.test(path));
  expect(inside.map(({ path }) => path)).toEqual([]);
});

describe('in Node, without a window', () => {
  it.each(['index', 'staff', 'autoloader', ...folders.map((name) => `components/${name}/${name}`)])(
    'imports %s',
    async (entry) => {
      expect(existsSync(join(root, `src/${entry}.ts`))).toBe(true);
      const module = (await import(join(root, `src/${entry}.ts`))) as object;
      expect(Object.keys(module).length).toBeGreaterThan(0);
    },
  );
});
