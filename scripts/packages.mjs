// @ts-check
// What is done with packages where they are built in: what nothing here calls is left out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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
  // Where gray-matter cuts the body into sections, which it does only where it is told to.
  'section-matter': 'module.exports = () => { throw new Error("Not built in"); };',
};

/** yaml's other half, which writes YAML: nothing here calls it. */
const YAML_WRITER = /[\\/]yaml[\\/]browser[\\/]dist[\\/]stringify[\\/]\w+\.js$/;

/** js-yaml's types that make programs of text; gray-matter only ever calls its safe reader. */
const UNSAFE_SCHEMA = /[\\/]js-yaml[\\/]schema[\\/]default_full\.js$/;

/**
 * Gives all that yaml's modules export one value.
 * @param {import('esbuild').PluginBuild} build
 * @param {RegExp} filter of the modules' paths
 * @param {string} value
 */
function replaceExports(build, filter, value) {
  build.onLoad({ filter }, ({ path }) => {
    const exported = [...readFileSync(path, 'utf8').matchAll(/^export \{ (.+) \}/gm)];
    const names = exported.flatMap(([, list = '']) => list.split(', '));
    return names.length > 0
      ? { contents: names.map((name) => `export const ${name} = ${value};`).join('\n') }
      : { errors: [{ text: 'Nothing is exported here: the list of names must be found anew' }] };
  });
}

/** @type {import('esbuild').Plugin} */
const withoutUnused = {
  name: 'without-unused',
  setup(build) {
    replaceExports(build, YAML_WRITER, '() => { throw new Error("Not built in"); }');
    build.onLoad({ filter: UNSAFE_SCHEMA }, () => ({
      contents: "module.exports = require('./default_safe');",
    }));
    build.onResolve({ filter: new RegExp(`^(?:${Object.keys(unused).join('|')})$`) }, ({ path }) => ({
      path,
      namespace: 'unused',
    }));
    build.onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({
      contents: unused[/** @type {keyof typeof unused} */ (path)],
    }));
  },
};

/**
 * The ES modules of packages that Node is given something else of: the bundler leaves out what nothing uses of them, and
 * both hosts run the same code.
 * @type {import('esbuild').Plugin}
 */
const esModules = {
  name: 'es-modules',
  setup(build) {
    const packages = join(import.meta.dirname, '..', 'node_modules');
    const yaml = join(packages, 'yaml', 'browser', 'index.js');
    // By its file: also a bundle that leaves packages out needs it as an ES module.
    const markdown = join(packages, 'markdown-it', 'dist', 'markdown-it.mjs');
    build.onResolve({ filter: /^(?:markdown-it|yaml)$/ }, ({ path, kind, resolveDir }) =>
      path === 'yaml'
        ? build.resolve(yaml, { kind, resolveDir })
        : kind === 'require-call'
          ? build.resolve(markdown, { kind: 'import-statement', resolveDir })
          : undefined,
    );
  },
};

/**
 * Leaves out how yaml types scalars: in what ships they stay text, by the schema that is always given. Tests type them.
 * @type {import('esbuild').Plugin}
 */
export const untypedYaml = {
  name: 'untyped-yaml',
  setup(build) {
    const types =
      /[\\/]yaml[\\/]browser[\\/]dist[\\/]schema[\\/](?:core|json|yaml-1\.1)[\\/](?:schema|bool|float|int)\.js$/;
    replaceExports(build, types, '[]');
  },
};

/** What all bundles do with packages. */
export const packages = [plainFields, withoutUnused, esModules];
