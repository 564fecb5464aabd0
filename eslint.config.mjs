// @ts-check
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/**
 * The import walls. Arrows run one way: extension → features → workspace → core; features stand apart.
 * @param {string} message
 * @param {string} regex of import paths that are not allowed
 * @param {string[]} [names] of modules that are not allowed
 */
function wall(message, regex, names = []) {
  return {
    '@typescript-eslint/no-restricted-imports': /** @type {const} */ ([
      'error',
      {
        paths: names.map((name) => ({ name, message })),
        patterns: [{ regex, message }],
      },
    ]),
  };
}

export default defineConfig(
  { ignores: ['dist/', 'out/', '.vscode-test/', 'node_modules/', 'examples/', 'test/fixtures/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An index signature says that keys are not known; a record would say that they are.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      eqeqeq: 'error',
      curly: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: wall(
      'The core is pure: no editor, no Node, and nothing that stands above it.',
      '^node:|/(features|workspace|webview|cli)/',
      ['vscode', 'fs', 'path', 'os'],
    ),
  },
  {
    // Modules that are evaluated on first use; see src/core/require.d.ts.
    files: [
      'src/{core,features,workspace}/**/lazy*.ts',
      'src/core/markdown/markdown.ts',
      'src/core/{convert,schema}/index.ts',
    ],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['src/workspace/**/*.ts'],
    rules: wall(
      'The workspace side knows the core and the editor alone, and runs in the web host too.',
      '^node:|/(features|webview|cli)/',
    ),
  },
  {
    files: ['src/features/**/*.ts'],
    rules: wall(
      'Features stand apart, and run in the web host too. From the webview only what it is told is shared.',
      '^node:|^\\.\\./(?!\\.\\./)|/features/|/cli/|/webview/(?!(?:protocol|reportView)$)',
    ),
  },
  {
    files: ['src/cli/**/*.ts'],
    rules: wall('The command line knows the core alone.', '/(features|workspace|webview)/', ['vscode']),
  },
  {
    files: ['src/webview/**/*.ts'],
    rules: wall('The browser script knows its protocol alone.', '^node:|/(features|workspace|core|cli)/', [
      'vscode',
    ]),
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // `describe` and `it` may return promises to mocha, and assertions narrow nothing.
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['describe', 'it'] }],
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [ts.configs.base],
    languageOptions: {
      globals: {
        AbortController: 'readonly',
        AbortSignal: 'readonly',
        Buffer: 'readonly',
        clearTimeout: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
        clearInterval: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
      },
    },
    rules: { curly: 'error', eqeqeq: 'error' },
  },
);
