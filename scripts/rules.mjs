// @ts-check
// `npm run rules`: writes what is said of each rule in several places: its setting in package.json and the setting's words in
// package.nls.json, and its row in docs/rules/README.md. The rules themselves and the titles of their pages are what counts.
// With --check it only tells whether all of them are up to date.
import { build } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { packages } from './packages.mjs';

const isCheck = argv.includes('--check');
const rules = (await rulesOfSource()).map(({ code, severity }) => ({ code, severity, title: titleOf(code) }));

update('package.json', (text) => {
  const manifest = JSON.parse(text);
  const setting = manifest.contributes.configuration.properties['conferenceNotes.rules'];
  setting.properties = Object.fromEntries(
    rules.map(({ code }) => [
      code,
      {
        type: 'string',
        enum: ['default', 'error', 'warning', 'info', 'hint', 'off'],
        default: 'default',
        description: `%rule.${code}%`,
      },
    ]),
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
});

update('package.nls.json', (text) => {
  const all = Object.entries(/** @type {Record<string, string>} */ (JSON.parse(text)));
  const first = all.findIndex(([key]) => key.startsWith('rule.'));
  const others = all.filter(([key]) => !key.startsWith('rule.'));
  others.splice(
    first,
    0,
    ...rules.map(({ code, title }) => /** @type {[string, string]} */ ([`rule.${code}`, title])),
  );
  return `${JSON.stringify(Object.fromEntries(others), null, 2)}\n`;
});

update('docs/rules/README.md', (text) => {
  const row = /^\| \[([\w-]+)\].*\|([^|\n]*)\|\n/gm;
  // Whether there are fixes is said there alone.
  const fixes = new Map([...text.matchAll(row)].map(([, code, fix = '']) => [code, fix.trim()]));
  const rows = rules
    .map(
      ({ code, title, severity }) =>
        `| [${code}](${code}.md) | ${title} | ${severity} | ${fixes.get(code) ?? 'no'} |\n`,
    )
    .join('');
  const [head = '', ...rest] = text.split(/^\|---.*\n/m);
  const rule = /^\|---.*\n/m.exec(text)?.[0] ?? '';
  return head + rule + rows + rest.join('').replace(row, '');
});

/** @returns {Promise<{ code: string, severity: string }[]>} */
async function rulesOfSource() {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  try {
    const outfile = join(folder, 'rules.mjs');
    await build({
      entryPoints: ['src/core/rules/index.ts'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      mainFields: ['module', 'main'],
      logLevel: 'error',
      plugins: packages,
      outfile,
    });
    return (await import(pathToFileURL(outfile).href)).rules;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the rule's page is headed: `# date-shift: A time that moves the report to another day`. */
function titleOf(/** @type {string} */ code) {
  const page = `docs/rules/${code}.md`;
  const [line = ''] = readFileSync(page, 'utf8').split('\n');
  if (!line.startsWith(`# ${code}: `)) {
    throw new Error(`${page} must start with “# ${code}: ” and what the rule finds.`);
  }
  return line.slice(`# ${code}: `.length);
}

/**
 * @param {string} file
 * @param {(text: string) => string} change
 */
function update(file, change) {
  const text = readFileSync(file, 'utf8');
  const updated = change(text);
  if (updated === text) {
    return;
  }
  if (isCheck) {
    console.error(
      `${file} does not say of the rules what their source and pages say: run \`npm run rules\`.`,
    );
    process.exitCode = 1;
  } else {
    writeFileSync(file, updated);
  }
}
