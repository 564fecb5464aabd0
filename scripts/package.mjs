// @ts-check
// `npm run package`: the VSIX, made by the official packager, with its files and their sizes.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';

/**
 * The largest VSIX that is let out, in bytes. The budget is 600 KB, as `npm run bench -- bundles` tells; all code is in it
 * twice, as the web host loads a single file.
 */
const BUDGET = 650 * 1024;

/** @type {{ name: string, version: string }} */
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const packagePath = `${name}-${version}.vsix`;

rmSync('dist', { recursive: true, force: true });
const build = spawnSync(process.execPath, ['esbuild.mjs', '--production'], { stdio: 'inherit' });
if (build.status !== 0) {
  process.exit(1);
}
writeFileSync('dist/licenses.txt', licenses());
// There is no repository yet that links of the README could lead to, and all code is in the bundles.
const options = { cwd: process.cwd(), dependencies: false };
await createVSIX({ ...options, packagePath, allowMissingRepository: true, rewriteRelativeLinks: false });

const files = await listFiles(options);
for (const file of files.sort()) {
  console.log(`${(statSync(file).size / 1024).toFixed(1).padStart(8)} KB  ${file}`);
}
const { size } = statSync(packagePath);
console.log(`${(size / 1024).toFixed(1).padStart(8)} KB  ${packagePath}, ${files.length} files`);
if (size > BUDGET) {
  console.error(`The package is larger than ${BUDGET / 1024} KB.`);
  process.exitCode = 1;
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
    const isHolder = (/** @type {string} */ line) => /^\s*Copyright\s/.test(line);
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
