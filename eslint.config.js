import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { moduleBoundary } from './scripts/lint/module-boundary.js';

const tests = ['**/*.test.ts', '**/*.test-*.ts', '**/test/**/*.ts', '**/bench/**/*.ts'];
const scripts = ['scripts/**', '**/*.{js,mjs,cjs}'];
// Files whose tool asks for a default export.
const configs = [
  '*.config.{js,mjs,ts}',
  '**/*.config.{js,mjs,ts}',
  '**/test/global-setup.ts',
  '.storybook/*.ts',
  '**/*.stories.ts',
];

/** What ESLint itself recommends and TypeScript does not already see. */
const recommended = [
  'no-async-promise-executor',
  'no-case-declarations',
  'no-cond-assign',
  'no-constant-binary-expression',
  'no-control-regex',
  'no-debugger',
  'no-empty',
  'no-empty-character-class',
  'no-empty-pattern',
  'no-irregular-whitespace',
  'no-loss-of-precision',
  'no-misleading-character-class',
  'no-prototype-builtins',
  'no-regex-spaces',
  'no-self-assign',
  'no-sparse-arrays',
  'no-unsafe-finally',
  'no-unsafe-optional-chaining',
  'no-useless-backreference',
  'no-useless-catch',
  'no-useless-escape',
  'require-yield',
];

/** Everything but relative paths and the named packages is refused. */
const only = (names, message) => ({
  'no-restricted-imports': [
    'error',
    { patterns: [{ regex: `^(?!\\.{1,2}/|(?:${names.join('|')})$)`, message }] },
  ],
});
const never = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: the same thing then has one name everywhere.',
};
const syntax = [
  {
    selector: 'ExportAllDeclaration',
    message: 'List what is exported: `export *` hides the public surface.',
  },
  {
    selector: "MemberExpression[property.name='only'][object.name=/^(it|test|describe|suite)$/]",
    message: 'A left-over .only would switch all other tests off.',
  },
];
const rawSql = {
  selector: "MemberExpression[object.name='sql'][property.name='raw']",
  message: 'sql.raw is for migrations: a value inside it is an injection.',
};
const namedZod = {
  selector: 'ImportDeclaration[source.value=/^zod/] > :matches(ImportSpecifier, ImportDefaultSpecifier)',
  message: "Write `import * as z from 'zod/mini'`: a named z keeps every schema kind in the bundle.",
};
/** What breaks a strict content security policy, or lets a supplier's text become markup. */
const unsafeMarkup = [
  {
    selector: 'ImportDeclaration[source.value=/^lit\\/directives\\/(unsafe-(html|svg)|style-map)\\.js$/]',
    message: 'Text is rendered as text; a style that changes is set by `ref` and `style.setProperty`.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/(<style|\\sstyle=)/]',
    message: 'Inline styles are refused by a strict policy: use `static styles` or `style.setProperty`.',
  },
  {
    selector: 'AssignmentExpression > MemberExpression[property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Markup from a text is an injection.',
  },
];
const noProcess = {
  'no-restricted-globals': [
    'error',
    { name: 'process', message: 'Only src/node knows the process: pass the value in through a port.' },
  ],
};
const inBrowserToo = {
  'no-restricted-globals': [
    'error',
    ...['process', 'Buffer', 'window', 'document', 'localStorage', 'sessionStorage'].map((name) => ({
      name,
      message: 'This package runs in browsers, workers and Node alike.',
    })),
  ],
};
const zodMini = 'zod/mini';

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      'docs/api/**',
      'coverage/**',
      'data/**',
      '**/assets/**',
      'storybook-static/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.{js,mjs}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { kontor: { rules: { 'module-boundary': moduleBoundary } } },
    rules: {
      ...Object.fromEntries(recommended.map((rule) => [rule, 'error'])),
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/prefer-optional-chain': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/unified-signatures': 'off',
      eqeqeq: ['error', 'smart'],
      'max-lines': ['error', 500],
      'no-console': 'error',
      'no-restricted-syntax': ['error', defaultExport, rawSql, ...syntax],
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['packages/contract/src/**/*.ts'],
    ignores: tests,
    rules: {
      ...only([zodMini], 'The contract describes shapes and depends on zod/mini alone.'),
      ...inBrowserToo,
      'no-restricted-syntax': ['error', defaultExport, rawSql, namedZod, ...syntax],
    },
  },
  {
    files: ['packages/sdk/src/**/*.ts'],
    ignores: tests,
    rules: {
      ...only(
        ['@kontor/contract', '@kontor/contract/limits', 'ky', 'eventsource-parser'],
        'The SDK depends on the contract, ky and eventsource-parser alone.',
      ),
      ...inBrowserToo,
      'no-restricted-syntax': ['error', defaultExport, rawSql, namedZod, ...syntax],
    },
  },
  {
    files: ['packages/commerceml/src/**/*.ts'],
    ignores: tests,
    rules: {
      ...only([], 'CommerceML is read, written and spoken without any other package.'),
      ...inBrowserToo,
    },
  },
  {
    files: ['packages/state/src/**/*.ts'],
    ignores: tests,
    rules: {
      ...only(['@kontor/sdk', 'nanostores'], 'The state depends on the SDK and nanostores alone.'),
      ...inBrowserToo,
    },
  },
  {
    files: ['packages/elements/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  {
    files: ['packages/elements/**/*.ts'],
    ...wc.configs['flat/recommended'],
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    ignores: [...tests, '**/*.stories.ts', '**/lucide.d.ts'],
    rules: {
      ...only(
        [
          '@kontor/sdk',
          '@kontor/state',
          '@lit/context',
          'lit',
          'lit/(?:decorators|directive|directives/[\\w-]+)\\.js',
          'lucide',
          'lucide/dist/esm/icons/[\\w-]+\\.mjs',
          'nanostores',
        ],
        'Elements render what the state tells: no request, no rule and no other library here.',
      ),
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Elements ask the shop, not the network.' },
      ],
      'no-restricted-syntax': ['error', defaultExport, ...unsafeMarkup, ...syntax],
      'lit/no-template-map': 'off',
    },
  },
  {
    files: ['packages/gateway/src/**/*.ts'],
    ignores: [...tests, 'packages/gateway/src/node/**'],
    rules: {
      ...noProcess,
      ...never(
        {
          regex: '^@kontor/(?!contract(/openapi)?$|commerceml$)',
          message: 'The gateway knows the contract, not its clients.',
        },
        {
          regex: '^node:(process|net|tls|dgram|http|https|http2|cluster|child_process|worker_threads)$',
          message: 'Only src/node touches sockets and the process: the same gateway runs inside a page.',
        },
      ),
      'kontor/module-boundary': 'error',
    },
  },
  {
    files: ['packages/gateway/src/node/**/*.ts'],
    ignores: tests,
    rules: {
      ...never({
        regex: '^@kontor/(?!contract(/openapi)?$|commerceml$)',
        message: 'The gateway knows the contract, not its clients.',
      }),
      'kontor/module-boundary': 'error',
    },
  },
  {
    files: ['packages/gateway/src/demo/**/*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['**/migrations/**/*.ts', '**/database/migrate*.ts'],
    rules: { 'no-restricted-syntax': ['error', defaultExport, ...syntax] },
  },
  {
    files: ['examples/**'],
    rules: {
      'no-console': 'off',
      ...never({ regex: '^@kontor/[^/]+/(src|dist)/', message: 'Examples use public entry points only.' }),
    },
  },
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': 'off',
    },
  },
  {
    // Types of React components come from the build: they are checked by the example's own test.
    files: ['examples/**/*.tsx', 'examples/react/src/*.ts'],
    extends: [tseslint.configs.strict, tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: scripts,
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { 'no-console': 'off' },
  },
  {
    files: configs,
    rules: { 'no-restricted-syntax': ['error', ...syntax] },
  },
);
