// Builds everything that runs: the Node and the web extension, the preview's browser script and, with --tests, the tests.
import { context } from 'esbuild';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { planChunks, separateChunks } from './scripts/chunks.mjs';
import { packages, untypedYaml } from './scripts/packages.mjs';

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
  // jsonc-parser's `main` is a UMD file that no bundler can follow.
  mainFields: ['module', 'main'],
  // @cfworker/json-schema makes an address of the script's, which in VS Code's web worker, a blob, is none.
  define: { 'self.location': 'undefined' },
  metafile: true,
  plugins: packages,
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', external: ['vscode', 'mocha'] };

const planned = () => planChunks(node);
const plan = await planned();

/** @type {import('esbuild').BuildOptions} */
const web = {
  ...common,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  mainFields: ['browser', ...(common.mainFields ?? [])],
  inject: ['src/shims/buffer.ts'],
};

/**
 * Gives the module `integration-tests`, which imports every test/integration/**\/*.test.ts: a test file is part of the
 * suite by being there.
 * @type {import('esbuild').Plugin}
 */
const integrationTests = {
  name: 'integration-tests',
  setup(build) {
    const folder = join(import.meta.dirname, 'test', 'integration');
    build.onResolve({ filter: /^integration-tests$/ }, ({ path }) => ({ path, namespace: 'generated' }));
    build.onLoad({ filter: /.*/, namespace: 'generated' }, () => {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      const imports = files
        .filter((file) => file.endsWith('.test.ts'))
        .sort()
        .map((file) => `import ${JSON.stringify(`./${file.replaceAll('\\', '/')}`)};`);
      return { contents: imports.join('\n'), resolveDir: folder, watchDirs: [folder] };
    });
  },
};

/**
 * Mocha's build for browsers takes the bundle's `module` and `exports` for its own and would replace what the bundle
 * exports; without them it only sets its globals, as it would in a page.
 * @type {import('esbuild').Plugin}
 */
const mochaForBrowsers = {
  name: 'mocha-for-browsers',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `var module, exports, define;\n${readFileSync(path, 'utf8')}`,
    }));
  },
};

/**
 * Leaves test/host where it is: the runner and the tests must share its modules, which know what to clean up.
 * @type {import('esbuild').Plugin}
 */
const sharedHost = {
  name: 'shared-host',
  setup(build) {
    build.onResolve({ filter: /\/host\/\w+\.mjs$/ }, ({ path, resolveDir }) => ({
      path: pathToFileURL(join(resolveDir, path)).href,
      external: true,
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const integration = {
  outdir: 'out/test/integration',
  plugins: [...packages, integrationTests, mochaForBrowsers],
};

/**
 * What runs without VS Code, over a stand-in for it.
 * @type {import('esbuild').BuildOptions}
 */
const withoutEditor = { ...node, external: ['mocha'], alias: { vscode: './test/standIn/vscode.ts' } };

/** @type {import('esbuild').BuildOptions[]} */
const testTargets = [
  { ...withoutEditor, entryPoints: ['test/unit/**/*.test.ts'], outdir: 'out/test/unit' },
  {
    ...withoutEditor,
    entryPoints: ['index', 'require', 'memory'].map((name) => `test/bench/${name}.ts`),
    outdir: 'out/test/bench',
  },
  { ...node, entryPoints: ['test/bench/hostIndex.ts'], outdir: 'out/test/bench' },
  { ...node, entryPoints: ['test/live/index.ts'], outdir: 'out/test/live' },
  { ...node, ...integration, entryPoints: { node: 'test/integration/node.ts' } },
  { ...web, ...integration, entryPoints: { web: 'test/integration/web.ts' } },
  {
    ...node,
    format: 'esm',
    splitting: true,
    external: ['mocha', 'playwright-core', 'axe-core'],
    plugins: [...packages, sharedHost],
    // Packages of the core ask for Node's own modules with `require`.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    outExtension: { '.js': '.mjs' },
    entryPoints: ['test/e2e/**/*.test.ts', 'test/e2e/*.bench.ts', 'test/e2e/previewTimes.ts'],
    outdir: 'out/test/e2e',
  },
];

/** @type {import('esbuild').BuildOptions[]} */
const targets = [
  {
    ...node,
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist',
    plugins: [separateChunks('main', plan, watch ? planned : undefined), ...packages, untypedYaml],
  },
  {
    ...node,
    entryPoints: Object.fromEntries([...plan.chunks].map(([path, name]) => [name, path])),
    outdir: 'dist/chunks',
    plugins: [separateChunks('chunk', plan, watch ? planned : undefined), ...packages, untypedYaml],
  },
  {
    ...web,
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist/web',
    plugins: [...packages, untypedYaml],
  },
  {
    ...node,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [...packages, untypedYaml],
  },
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    entryPoints: { preview: 'src/webview/preview/main.ts' },
    outdir: 'dist/webview',
  },
  ...(tests ? testTargets : []),
];

/** What this run has written, as paths relative to the repository. */
const written = new Set();

/** The modules that are in the extension's bundles, as paths relative to the repository. */
const built = new Set();

for (const target of targets) {
  const build = await context(target);
  if (watch) {
    await build.watch();
  } else {
    const { metafile } = await build.rebuild();
    await build.dispose();
    for (const [file, { inputs }] of Object.entries(metafile?.outputs ?? {})) {
      written.add(file);
      if (target.outdir?.startsWith('dist') && file !== 'dist/cli.js') {
        // Those of plugins have a namespace.
        Object.keys(inputs).forEach((input) => input.includes(':') || built.add(input));
      }
    }
  }
}

if (tests && !watch) {
  // A test that was built once and whose source is gone must not run any more.
  for (const entry of readdirSync('out/test', { recursive: true, withFileTypes: true })) {
    const file = relative('.', join(entry.parentPath, entry.name));
    if (entry.isFile() && !written.has(file.replaceAll('\\', '/'))) {
      rmSync(file);
    }
  }
}

if (minify && !watch) {
  // For the licences of what ships; see scripts/package.mjs.
  mkdirSync('out', { recursive: true });
  writeFileSync('out/modules.json', JSON.stringify([...built].sort()));
}
