import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const groups = ['packages', 'examples'].filter((group) => existsSync(join(root, group)));
const workspaces = groups.flatMap((group) =>
  readdirSync(join(root, group))
    .map((name) => `${group}/${name}`)
    .filter((folder) => existsSync(join(root, folder, 'package.json'))),
);

const globalSetup = ['packages/gateway/test/global-setup.ts']
  .map((file) => join(root, file))
  .filter((file) => existsSync(file));

// Workspace packages answer with their sources, so that no test waits for a build.
const conditions = ['kontor:source', 'module', 'node', 'development|production'];

const sources = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['kontor:source'] }, noExternal: [/^@kontor\//] },
};

export default defineConfig(({ mode }) => ({
  // Vitest loads the global set-up in an environment of its own, outside the projects.
  environments: { __vitest__: { resolve: { conditions, noExternal: [/^@kontor\//] } } },
  test: {
    // Once for the whole run: a project that extended this configuration would run it again.
    globalSetup,
    passWithNoTests: true,
    pool: 'forks',
    maxWorkers: 2,
    projects: workspaces.map((folder) => ({
      ...sources,
      root: join(root, folder),
      test: {
        name: folder,
        include: [mode === 'nightly' ? '**/*.nightly.test.ts' : '**/*.test.ts'],
        exclude: [
          '**/node_modules/**',
          '**/dist/**',
          ...(mode === 'nightly' ? [] : ['**/*.nightly.test.ts']),
        ],
        testTimeout: 30_000,
        hookTimeout: 120_000,
      },
    })),
  },
}));
