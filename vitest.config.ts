import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const gateway = 'packages/gateway';
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
    projects: [
      ...workspaces.map((folder) => project(folder, folder, mode)),
      // The same tests once more on PostgreSQL, those that touch a database.
      ...(process.env['KONTOR_TEST_ENGINE'] === 'embedded'
        ? []
        : [
            project(
              `${gateway} on PostgreSQL`,
              gateway,
              mode,
              { KONTOR_TEST_ENGINE: 'postgres' },
              databaseTests(mode),
            ),
          ]),
    ],
  },
}));

function project(
  name: string,
  folder: string,
  mode: string,
  env: Record<string, string> = { KONTOR_TEST_ENGINE: 'embedded' },
  include: string[] = [mode === 'nightly' ? '**/*.nightly.test.ts' : '**/*.test.ts'],
) {
  return {
    ...sources,
    root: join(root, folder),
    test: {
      name,
      env,
      // Its files share what they import, which takes longer to load than most of them to run.
      isolate: folder !== gateway,
      include,
      exclude: [
        '**/node_modules/**',
        '**/dist/**',
        // These run in a browser.
        ...(folder === 'packages/elements' ? ['src/**'] : []),
        ...(mode === 'nightly' ? [] : ['**/*.nightly.test.ts']),
        // On PostgreSQL only where the whole suite is asked for.
        ...(process.env['KONTOR_TEST_ENGINE'] === 'postgres' && env['KONTOR_TEST_ENGINE'] === 'embedded'
          ? databaseTests(mode)
          : []),
      ],
      testTimeout: 30_000,
      hookTimeout: 120_000,
    },
  };
}

/** Test files of the gateway that use a database, by what they import. */
function databaseTests(mode: string): string[] {
  const folder = join(root, gateway);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !/(^|\/)(node_modules|dist)\//.test(file))
    .filter((file) => file.endsWith('.nightly.test.ts') === (mode === 'nightly'))
    .filter((file) =>
      /from '(?:[./]+test\/|\.\/)(?:test-gateway|test-database|gateway-process)\.js'/.test(
        readFileSync(join(folder, file), 'utf8'),
      ),
    );
}
