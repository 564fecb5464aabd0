// @ts-check
// Splits the Node bundle: what the source asks for with `require` stands in files of its own beside the main file.
import { build, transform } from 'esbuild';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

/** The module that the main file starts with. */
const MAIN = 'src/extension.ts';

/** Where the chunks are, seen from the main file, and the main file seen from them. */
const CHUNKS = './chunks/';
const FROM_CHUNK = '../extension.js';

/**
 * Which module goes where, by their paths from the repository's root.
 * @typedef {object} Plan
 * @property {Map<string, string>} chunks what is asked for with `require`, with the name of its file
 * @property {Map<string, string[]>} shared what chunks have from the main file, with the names that they ask for
 */

/**
 * A module goes to the one chunk that needs it, or else, where several do or the main file does, into the main file: there
 * is one of each, with one state.
 * @param {import('esbuild').BuildOptions} options of the Node bundle
 * @returns {Promise<Plan>}
 */
export async function planChunks(options) {
  const { inputs } = await analyse({ ...options, entryPoints: [MAIN], bundle: true });
  const isLate = (/** @type {string} */ from, /** @type {string} */ kind) =>
    kind === 'require-call' && from.startsWith('src/');
  /** @type {Map<string, string>} */
  const chunks = new Map();
  for (const [from, { imports }] of Object.entries(inputs)) {
    for (const { path, kind, external } of imports) {
      if (!external && isLate(from, kind)) {
        chunks.set(path, nameOf(path));
      }
    }
  }
  if (new Set(chunks.values()).size < chunks.size) {
    throw new Error(`Two of the chunks have one name: ${[...chunks.values()].sort().join(', ')}`);
  }

  /** What a module needs at once. */
  const needs = (/** @type {string} */ from) =>
    (inputs[from]?.imports ?? [])
      .filter(({ kind, external }) => !external && !isLate(from, kind))
      .map(({ path }) => path);
  const inMain = reachable(MAIN, needs);
  const inChunks = [...chunks.keys()].map((path) => reachable(path, needs));
  for (const path of inChunks.flatMap((modules) => [...modules])) {
    if (inChunks.filter((modules) => modules.has(path)).length > 1) {
      inMain.add(path);
    }
  }
  const atOnce = [...chunks.keys()].filter((path) => inMain.has(path));
  if (atOnce.length > 0) {
    throw new Error(`Asked for with require, and imported too: ${atOnce.join(', ')}`);
  }

  const late = [...new Set(inChunks.flatMap((modules) => [...modules]))].filter((path) => !inMain.has(path));
  return {
    chunks,
    shared: await namesIn(late, (from, path) => {
      const module = inputs[from]?.imports.find(({ original }) => original === path)?.path ?? '';
      return inMain.has(module) ? module : undefined;
    }),
  };
}

/**
 * The names that modules import.
 * @param {string[]} modules
 * @param {(from: string, path: string) => string | undefined} wanted the module that an import leads to; undefined for one
 *   that does not count
 * @returns {Promise<Map<string, string[]>>} by the modules that they are imported from
 */
async function namesIn(modules, wanted) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const from of modules.filter((path) => path.startsWith('src/'))) {
    // Without its types a module imports just what it uses, and esbuild writes all imports in one way.
    const { code } = await transform(readFileSync(from, 'utf8'), { loader: 'ts', target: 'esnext' });
    for (const [, list, path = ''] of code.matchAll(/^import (?:\{([^}]*)\}|[^{}]*?) from "([^"]+)";$/gm)) {
      const module = wanted(from, path);
      if (module !== undefined) {
        if (list === undefined) {
          throw new Error(`${from} is to import by name what it has from ${path}: that is in the main file`);
        }
        const names = found.get(module) ?? new Set();
        list.split(',').forEach((name) => names.add(name.trim().replace(/ as .*/, '')));
        found.set(module, names);
      }
    }
  }
  return new Map([...found].sort().map(([module, names]) => [module, [...names].filter(Boolean).sort()]));
}

/** @param {import('esbuild').BuildOptions} options */
async function analyse(options) {
  const { metafile } = await build({
    ...options,
    outdir: 'dist',
    sourcemap: false,
    logLevel: 'error',
    write: false,
    metafile: true,
  });
  return /** @type {import('esbuild').Metafile} */ (metafile);
}

/** A module, and all that it needs at once. */
function reachable(/** @type {string} */ from, /** @type {(path: string) => string[]} */ needs) {
  const found = new Set([from]);
  for (const path of found) {
    needs(path).forEach((other) => found.add(other));
  }
  return found;
}

/**
 * `core-frontMatter-yaml` for src/core/frontMatter/yaml.ts, `core-markdown-kramdown` for src/core/markdown/kramdown/index.ts; a
 * package has its own name.
 */
function nameOf(/** @type {string} */ path) {
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
  return (
    inPackage?.[1] ??
    path
      .replace(/^src\//, '')
      .replace(/\.\w+$/, '')
      .replace(/\/index$/, '')
      .replaceAll('/', '-')
  );
}

/**
 * Puts each module into its file.
 * @param {'main' | 'chunk'} file what is built
 * @param {Plan} plan
 * @param {() => Promise<Plan>} [replan] before each build, where more than one is made
 * @returns {import('esbuild').Plugin}
 */
export function separateChunks(file, { chunks, shared }, replan) {
  const namespace = 'in-main';
  const asked = Symbol('asked');
  return {
    name: 'separate-chunks',
    setup(build) {
      if (replan) {
        build.onStart(async () => {
          ({ chunks, shared } = await replan());
        });
      }
      build.onResolve({ filter: /.*/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (pluginData === asked || kind === 'entry-point' || path === FROM_CHUNK) {
          return path === FROM_CHUNK ? { path, external: true } : undefined;
        }
        const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: asked });
        const module = found.namespace === 'file' ? fromRoot(found.path) : '';
        const chunk = kind === 'require-call' ? chunks.get(module) : undefined;
        if (chunk !== undefined) {
          return { path: `${file === 'main' ? CHUNKS : './'}${chunk}.js`, external: true };
        }
        return file === 'chunk' && shared.has(module) ? { path: module, namespace } : undefined;
      });
      build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: `export const { ${shared.get(path)?.join(', ')} } = require('${FROM_CHUNK}').shared['${keyOf(path)}'];`,
      }));
      if (file === 'main') {
        build.onLoad({ filter: /[\\/]src[\\/]extension\.ts$/ }, ({ path }) => {
          const lines = [readFileSync(path, 'utf8')];
          const parts = [...shared].map(([module, names], at) => {
            const own = (/** @type {string} */ name) => `${name}_${at}`;
            const imports = names.map((name) => `${name} as ${own(name)}`).join(', ');
            lines.push(`import { ${imports} } from ${JSON.stringify(resolve(module))};`);
            return `'${keyOf(module)}': { ${names.map((name) => `${name}: ${own(name)}`).join(', ')} }`;
          });
          lines.push(`export const shared = { ${parts.join(', ')} };`);
          return { contents: lines.join('\n'), loader: 'ts' };
        });
      }
    },
  };
}

function fromRoot(/** @type {string} */ path) {
  return relative('.', path).replaceAll('\\', '/');
}

/** How the main file calls what it shares. */
function keyOf(/** @type {string} */ path) {
  return path.replace(/^.*node_modules\//, '').replace(/^src\/|\.\w+$/g, '');
}
