// @ts-check
// Collects the English strings of `vscode.l10n.t('…')` and `say('…')` into l10n/bundle.l10n.json, which translators copy.
// With --check it only tells whether the file is up to date, and whether each language that is there says what the English does:
// `l10n/bundle.l10n.de.json` and `package.nls.de.json` are German. A string that a language lacks stays English.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import ts from 'typescript';

const bundleFile = 'l10n/bundle.l10n.json';
const manifestFile = 'package.nls.json';

/** @type {Set<string>} */
const strings = new Set();
/** @type {string[]} */
const problems = [];

for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.ts')) {
    const path = join('src', file);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    visit(source, source);
  }
}

const bundle = `${JSON.stringify(Object.fromEntries([...strings].sort().map((text) => [text, text])), null, 2)}\n`;
if (!argv.includes('--check')) {
  mkdirSync('l10n', { recursive: true });
  writeFileSync(bundleFile, bundle);
} else if (!existsSync(bundleFile) || readFileSync(bundleFile, 'utf8') !== bundle) {
  problems.push(`${bundleFile} is not up to date: run \`npm run l10n\`.`);
}
if (argv.includes('--check')) {
  checkLanguages('l10n', /^bundle\.l10n\.[\w-]+\.json$/, JSON.parse(bundle));
  checkLanguages('.', /^package\.nls\.[\w-]+\.json$/, JSON.parse(readFileSync(manifestFile, 'utf8')));
}
for (const problem of problems) {
  console.error(problem);
}
process.exitCode = problems.length > 0 ? 1 : 0;

/**
 * @param {string} folder
 * @param {RegExp} names of the languages' files in it
 * @param {Record<string, string>} english
 */
function checkLanguages(folder, names, english) {
  for (const name of readdirSync(folder).filter((file) => names.test(file))) {
    const file = join(folder, name);
    const translated = /** @type {Record<string, string>} */ (JSON.parse(readFileSync(file, 'utf8')));
    for (const [key, text] of Object.entries(translated)) {
      const original = english[key];
      if (original === undefined) {
        problems.push(`${file}: there is no such string any more: ${key}`);
      } else if (placeholders(original) !== placeholders(text)) {
        problems.push(`${file}: its {0}, {1}… and \`code\` are not those of the English: ${key}`);
      }
    }
  }
}

/** What a translation must keep: the places of values, and how often backticks stand around something. */
function placeholders(/** @type {string} */ text) {
  return [...(text.match(/\{\d\}/g) ?? []), String(text.split('`').length)].sort().join(' ');
}

/**
 * @param {import('typescript').Node} node
 * @param {import('typescript').SourceFile} source
 */
function visit(node, source) {
  if (ts.isCallExpression(node) && /^(?:say|(?:vscode\.)?l10n\.t|t)$/.test(node.expression.getText(source))) {
    const [first] = node.arguments;
    if (first && ts.isStringLiteralLike(first)) {
      strings.add(first.text);
    } else if (first && !/message\.template|^template$/.test(first.getText(source))) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      problems.push(
        `${source.fileName}:${line + 1}: the string must be a literal, so that it can be collected.`,
      );
    }
  }
  ts.forEachChild(node, (child) => {
    visit(child, source);
  });
}
