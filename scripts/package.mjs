// @ts-check
// `npm run package`: the VSIX files, made by the official packager, with their files and sizes. One is for VS Code with its own Node,
// one for VS Code in the browser, which loads a single file: neither carries the other's code.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';

/** The largest VSIX that is let out, in bytes. */
const BUDGET = 600 * 1024;

/** Where the files of a package are put together. */
const STAGE = join('out', 'package');

/**
 * What a package leaves out: files, and the field of the manifest that names them.
 * @type {readonly { target: 'web' | undefined, without: RegExp, field: 'main' | 'browser' }[]}
 */
const PACKAGES = [
  { target: undefined, without: /^dist[\\/]web[\\/]/, field: 'browser' },
  { target: 'web', without: /^dist[\\/](?:extension\.js$|chunks[\\/])/, field: 'main' },
];

/** @type {Record<string, unknown> & { name: string, version: string }} */
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

rmSync('dist', { recursive: true, force: true });
const build = spawnSync(process.execPath, ['esbuild.mjs', '--production'], { stdio: 'inherit' });
if (build.status !== 0) {
  process.exit(1);
}
writeFileSync('dist/licenses.txt', licenses());

const all = (await listFiles({ cwd: process.cwd(), dependencies: false })).sort();
for (const { target, without, field } of PACKAGES) {
  rmSync(STAGE, { recursive: true, force: true });
  const files = all.filter((file) => !without.test(file));
  for (const file of [...files, '.vscodeignore']) {
    mkdirSync(join(STAGE, dirname(file)), { recursive: true });
    cpSync(file, join(STAGE, file));
  }
  // All code is in the bundles: nothing is to be installed or run.
  const left = [field, 'scripts', 'dependencies', 'devDependencies'];
  const kept = Object.entries(manifest).filter(([name]) => !left.includes(name));
  writeFileSync(join(STAGE, 'package.json'), JSON.stringify(Object.fromEntries(kept)));
  const packagePath = [manifest.name, target, `${manifest.version}.vsix`].filter(Boolean).join('-');
  await createVSIX({
    cwd: STAGE,
    packagePath: join(process.cwd(), packagePath),
    dependencies: false,
    // There is no repository yet that links of the README could lead to.
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    ...(target === undefined ? {} : { target }),
  });
  for (const file of files) {
    console.log(`${kilobytes(join(STAGE, file))}  ${file}`);
  }
  console.log(`${kilobytes(packagePath)}  ${packagePath}, ${files.length} files\n`);
  if (statSync(packagePath).size > BUDGET) {
    console.error(`The package is larger than ${BUDGET / 1024} KB.`);
    process.exitCode = 1;
  }
}
rmSync(STAGE, { recursive: true });

/** @param {string} file */
function kilobytes(file) {
  return `${(statSync(file).size / 1024).toFixed(1).padStart(8)} KB`;
}

/** The licences of what the bundles hold, as they ask for it; those that say the same are put together. */
function licenses() {
  /** @type {string[]} */
  const modules = JSON.parse(readFileSync('out/modules.json', 'utf8'));
  const folders = modules.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  /** @type {Map<string, { text: string, holders: string[] }>} */
  const licenses = new Map();
  for (const folder of [...new Set(folders)].sort()) {
    const { name, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : String(license);
    // Not the line that the Apache licence has for others to fill in.
    const isHolder = (/** @type {string} */ line) => /^\s*Copyright\s(?!\[)/.test(line);
    const lines = text.split(/\r?\n/);
    const holders = lines.filter(isHolder).map((line) => `${name}: ${line.trim()}`);
    const rest = lines.filter((line) => !isHolder(line)).join('\n');
    const key = rest.replace(/^[^]*?(?=Permission is hereby granted)/, '').replace(/\s+/g, ' ');
    const known = licenses.get(key) ?? { text: rest.trim(), holders: [] };
    known.holders.push(...(holders.length > 0 ? holders : [`${name}: ${author?.name ?? author ?? ''}`]));
    licenses.set(key, known);
  }
  return [...licenses.values()]
    .map(({ text, holders }) => `${holders.join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}
