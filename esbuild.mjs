// Builds everything that runs: the Node and the web extension, the preview's browser script and, with --tests, the tests.
import { context } from 'esbuild';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

const minify = argv.includes('--production');
const watch = argv.includes('--watch');
const tests = argv.includes('--tests');

/**
 * markdown-it is published for engines without class fields: the helper that stands in for them takes a tenth of the time
 * that rendering takes, where an assignment does.
 * @type {import('esbuild').Plugin}
 */
const plainFields = {
  name: 'plain-fields',
  setup(build) {
    build.onLoad({ filter: /[\\/]markdown-it[\\/]dist[\\/]markdown-it\.(?:mjs|cjs\.js)$/ }, ({ path }) => {
      let fields = 0;
      const contents = readFileSync(path, 'utf8').replace(
        /_defineProperty\(\s*this,\s*(?:\/\*[^]*?\*\/\s*)?"(\w+)",\s*([^;]*?)\s*\);/g,
        (_whole, name, value) => {
          fields++;
          return `this.${name} = ${value};`;
        },
      );
      return fields > 0 ? { contents } : { errors: [{ text: 'The helper is gone: so should this be' }] };
    });
  },
};

/** What packages bring along and nothing here calls, by the path that it is asked for with. */
const unused = {
  // markdown-it makes links of mere addresses only where it is told to.
  'linkify-it': 'export class LinkifyIt {}',
  // markdown-it's classes of characters, which the engine knows itself.
  'uc.micro':
    'export const P = /\\p{P}/u, S = /\\p{S}/u, Z = /\\p{Z}/u, Cc = /\\p{Cc}/u, Cf = /\\p{Cf}/u, Any = /[^]/u;',
  // What says where in its tree there are nodes, to those who walk it.
  'eslint-visitor-keys': 'export const unionWith = () => ({});',
  // js-yaml's other half, which writes YAML.
  './js-yaml/dumper': 'exports.dump = exports.safeDump = () => { throw new Error("Not built in"); };',
};

/** yaml's other half, which writes YAML: nothing here calls it. */
const YAML_WRITER = /[\\/]yaml[\\/](?:browser[\\/])?dist[\\/]stringify[\\/]\w+\.js$/;

/** @type {import('esbuild').Plugin} */
const withoutUnused = {
  name: 'without-unused',
  setup(build) {
    build.onLoad({ filter: YAML_WRITER }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const names = [...source.matchAll(/^(?:export \{ (.+) \}|exports\.(\w+) = )/gm)].flatMap(
        ([, list, name]) => (list ? list.split(', ') : [name]),
      );
      const lines = names.map((name) => `exports.${name} = () => { throw new Error("Not built in"); };`);
      return names.length > 0
        ? { contents: lines.join('\n') }
        : { errors: [{ text: 'Nothing is exported here: the list of names must be found anew' }] };
    });
    build.onResolve({ filter: new RegExp(`^(?:${Object.keys(unused).join('|')})$`) }, ({ path }) => ({
      path,
      namespace: 'unused',
    }));
    build.onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({
      contents: unused[/** @type {keyof typeof unused} */ (path)],
    }));
  },
};

/** What all bundles do with packages. */
const packages = [plainFields, withoutUnused];

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

/**
 * What few files need, or not at once, stands in files of their own beside the Node bundle; the core asks for them with
 * `require`. The web host loads a single file, so there they are in the bundle, and only evaluated late.
 */
const chunks = {
  yaml: 'src/core/frontMatter/yaml.ts',
  toml: 'src/core/frontMatter/toml.ts',
  grayMatter: 'src/core/frontMatter/grayMatter.ts',
  fieldHover: 'src/core/fields/fieldHover.ts',
  jekyllFields: 'src/core/generators/jekyll/jekyllFields.ts',
  hugoFields: 'src/core/generators/hugo/hugoFields.ts',
  genericFields: 'src/core/generators/generic/genericFields.ts',
  kramdown: 'src/core/render/kramdown/index.ts',
  goldmark: 'src/core/render/goldmark/index.ts',
  contents: 'src/core/report/contents.ts',
  card: 'src/core/card/card.ts',
  compile: 'src/core/schema/compile.ts',
  convert: 'src/core/convert/convert.ts',
  'markdown-it': 'markdown-it',
};

/**
 * Leaves the chunks out of what asks for them.
 * @param {string} folder where they are from there
 * @returns {import('esbuild').Plugin}
 */
const separateChunks = (folder) => ({
  name: 'separate-chunks',
  setup(build) {
    build.onResolve(
      { filter: new RegExp(`^(?:\\./)?(?:${Object.keys(chunks).join('|')})$`) },
      ({ path, kind }) =>
        kind === 'require-call'
          ? { path: `${folder}${path.replace('./', '')}.js`, external: true }
          : undefined,
    );
  },
});

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
  { ...node, entryPoints: ['test/live/index.ts'], outdir: 'out/test/live' },
  { ...node, ...integration, entryPoints: { node: 'test/integration/node.ts' } },
  { ...web, ...integration, entryPoints: { web: 'test/integration/web.ts' } },
  {
    ...node,
    format: 'esm',
    splitting: true,
    packages: 'external',
    plugins: [...packages, sharedHost],
    outExtension: { '.js': '.mjs' },
    entryPoints: ['test/e2e/**/*.test.ts'],
    outdir: 'out/test/e2e',
  },
];

/** @type {import('esbuild').BuildOptions[]} */
const targets = [
  {
    ...node,
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist',
    plugins: [...packages, separateChunks('./chunks/')],
  },
  { ...node, entryPoints: chunks, outdir: 'dist/chunks', plugins: [...packages, separateChunks('./')] },
  { ...web, entryPoints: { extension: 'src/extension.ts' }, outdir: 'dist/web' },
  { ...node, entryPoints: { cli: 'src/cli/main.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
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

for (const target of targets) {
  const build = await context(target);
  if (watch) {
    await build.watch();
  } else {
    const { metafile } = await build.rebuild();
    await build.dispose();
    Object.keys(metafile?.outputs ?? {}).forEach((file) => written.add(file));
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
