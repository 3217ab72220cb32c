import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { describe, expect, it } from 'vitest';

import { signWebhook } from '../../gateway/src/modules/orders/webhook-signature.js';
import { readEnvironment } from '../../gateway/src/node/environment.js';
import { scripted } from './scripted.js';
import { runScript, useServedGateway } from './run-script.js';

const root = join(import.meta.dirname, '../../..');
const examples = readdirSync(join(root, 'examples')).map((name) => `examples/${name}`);
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'packages/sdk/README.md',
  ...['docs', 'docs/recipes', 'docs/decisions', ...examples].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder))
          .filter((name) => name.endsWith('.md'))
          .map((name) => `${folder}/${name}`)
      : [],
  ),
];
const read = (page: string): string => readFileSync(join(root, page), 'utf8');
const code = (page: string, language: string, has: string): string =>
  [...read(page).matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))]
    .map(([, text = '']) => text)
    .find((text) => text.includes(has)) ?? '';

/** Anchors of a page, as GitHub makes them of its headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe.each(pages)('%s', (page) => {
  it('links to what is there', () => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
    const missing = links.filter(([, path = '', anchor]) => {
      const file = path === '' ? page : relative(root, join(root, dirname(page), path));
      return (
        !existsSync(join(root, file)) || (anchor !== undefined && !anchorsOf(read(file)).includes(anchor))
      );
    });
    expect(missing.map(([link]) => link)).toEqual([]);
  });

  it('names files that are there', () => {
    const named = [...read(page).matchAll(/`((?:packages|scripts|examples|docs)\/[^`\s*]+)`/g)].map(
      ([, path = '']) => path,
    );
    const built = /\/dist\/|NNNN/;
    const missing = named.filter(
      (path) => !built.test(path) && path !== 'docs/api' && !existsSync(join(root, path)),
    );
    expect(missing).toEqual([]);
  });
});

it('the table of the environment is the one that is read', () => {
  const source = read('packages/gateway/src/node/environment.ts');
  const known = [...source.matchAll(/^ {2}([A-Z\d_]+): z\./gm)].map(([, name = '']) => name);
  const rows = [...read('docs/operation.md').matchAll(/^\| (`.*?) \|/gm)].map(([, cell = '']) => cell);
  const told = rows.join(' ').match(/[A-Z][A-Z\d_]+/g) ?? [];
  expect(told.sort()).toEqual(known.sort());
  expect(readEnvironment({}).KONTOR_FOLDER).toBe('data');
});

it('the check of a webhook takes what the gateway signs, and nothing else', async () => {
  const text = code('docs/webhooks.md', 'js', 'isFromKontor');
  const { isFromKontor } = (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as {
    isFromKontor: (secret: string, signature: string, body: string, now?: number) => boolean;
  };
  const now = new Date('2026-11-16T06:00:00Z');
  const signature = await signWebhook('a secret', '{"topic":"order.placed"}', now);
  const check = (secret: string, body: string, later = 0) =>
    isFromKontor(secret, signature, body, now.getTime() + later);
  expect(check('a secret', '{"topic":"order.placed"}')).toBe(true);
  expect([
    check('another', '{"topic":"order.placed"}'),
    check('a secret', '{"topic":"order.canceled"}'),
    check('a secret', '{"topic":"order.placed"}', 301_000),
    isFromKontor('a secret', 'nonsense', '', now.getTime()),
  ]).toEqual([false, false, false, false]);
});

describe('the token of the host sign-in', () => {
  const secret = 'a shared secret of more than 32 bytes';
  const served = useServedGateway({
    deps: { clock: { now: () => new Date() } },
    settings: {
      hostSignIn: { issuer: 'https://www.supplier.example', audience: 'kontor', key: { secret } },
    },
  });

  it('made as the page says opens a session', async () => {
    const text = `process.env.HOST_SIGN_IN_SECRET = '${secret}';\n${code('docs/security.md', 'js', 'SignJWT')}`;
    const resolveDir = join(root, 'packages/gateway');
    const token = (await (await runScript({ text, resolveDir }, served())).finished()).trim();
    const { client } = scripted([(request) => served().gateway.gateway.fetch(request)]);
    const { session } = await client.session.exchange(token);
    expect(session.person?.email).toBe('owner@stroymaster.example.test');
  });
});
