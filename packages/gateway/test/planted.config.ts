import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { defineConfig } from 'vitest/config';

import { plantedBugs } from './planted-bugs.js';

const folder = join(import.meta.dirname, '..');
const root = join(folder, '../..');
const engine = process.env['KONTOR_TEST_ENGINE'] === 'postgres' ? 'postgres' : 'embedded';
const name = process.env['KONTOR_PLANTED'] ?? '';
const bug = plantedBugs.find((each) => each.name === name);
if (name !== '' && !bug) throw new Error(`No planted bug is named ${name}`);
const conditions = ['kontor:source', 'module', 'node', 'development|production'];

/** The gateway's tests with at most one bug in its sources; no file on disk is touched. */
export default defineConfig({
  environments: { __vitest__: { resolve: { conditions, noExternal: [/^@kontor\//] } } },
  plugins: [
    {
      name: 'kontor:planted-bug',
      enforce: 'pre',
      transform(code, id) {
        if (!bug || id.split('?')[0] !== join(folder, 'src', bug.file)) return null;
        process.stdout.write(`\nplanted: ${bug.name}\n`);
        // What other plugins did before must not hide the place.
        const source = readFileSync(join(folder, 'src', bug.file), 'utf8');
        if (source.split(bug.find).length !== 2) throw new Error(`The place of ${bug.name} has gone`);
        return { code: (code === source ? code : source).replace(bug.find, () => bug.replace), map: null };
      },
    },
  ],
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['kontor:source'] }, noExternal: [/^@kontor\//] },
  root: folder,
  test: {
    globalSetup: [join(root, 'packages/gateway/test/global-setup.ts')],
    env: { KONTOR_TEST_ENGINE: engine },
    include: ['**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
