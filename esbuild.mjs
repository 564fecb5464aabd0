// Builds everything that runs: the Node and the web extension, the preview's browser script and, with --tests, the tests.
import { context } from 'esbuild';
import { argv } from 'node:process';

const minify = argv.includes('--production');
const watch = argv.includes('--watch');
const tests = argv.includes('--tests');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify,
  sourcemap: minify ? false : 'linked',
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', external: ['vscode', 'mocha'] };

/** @type {import('esbuild').BuildOptions} */
const web = { ...common, platform: 'browser', format: 'cjs', external: ['vscode'] };

/** @type {import('esbuild').BuildOptions[]} */
const targets = [
  { ...node, entryPoints: { extension: 'src/extension.ts' }, outdir: 'dist' },
  { ...web, entryPoints: { extension: 'src/extension.ts' }, outdir: 'dist/web' },
  ...(tests ? [{ ...node, entryPoints: ['test/unit/**/*.test.ts'], outdir: 'out/test/unit' }] : []),
];

for (const target of targets) {
  const build = await context(target);
  if (watch) {
    await build.watch();
  } else {
    await build.rebuild();
    await build.dispose();
  }
}
