// Runs the case files beside this one with vscode-tmgrammar-test. A runner of our own, because its command line gives no
// counts, and warns about each of the fifty languages that Markdown's grammar may embed.
import { readFileSync, readdirSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { grammars as published } from 'tm-grammars';
import common from 'vscode-tmgrammar-test/dist/common/index.js';
import unit from 'vscode-tmgrammar-test/dist/unit/index.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

/** VS Code's own grammars that the cases need. Any other that these include is replaced by an empty one. */
const needed = [
  'text.html.markdown',
  'text.html.derivative',
  'text.html.basic',
  'source.yaml',
  'source.json',
];

const contributed = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).contributes.grammars;
const loaded = contributed.map((grammar) => ({
  grammar,
  content: readFileSync(`${root}${grammar.path}`, 'utf8'),
}));

/** @param {string} scopeName */
function isNeeded(scopeName) {
  return needed.some((scope) => scopeName === scope || scopeName.startsWith(`${scope}.`));
}

for (const { name, scopeName } of published) {
  if (isNeeded(scopeName)) {
    const path = fileURLToPath(import.meta.resolve(`tm-grammars/grammars/${name}.json`));
    loaded.push({ grammar: { path, scopeName }, content: readFileSync(path, 'utf8') });
  }
}

const known = new Set(loaded.map(({ grammar }) => grammar.scopeName));
for (const { content } of [...loaded]) {
  for (const [, scopeName] of content.matchAll(/"include":\s*"((?:source|text)\.[^"#]+)/g)) {
    if (!known.has(scopeName)) {
      known.add(scopeName);
      const content = JSON.stringify({ scopeName, patterns: [] });
      loaded.push({ grammar: { path: `${scopeName}.json`, scopeName }, content });
    }
  }
}

const registry = common.createRegistryFromGrammars(loaded);
let passed = 0;
let failed = 0;

for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
  const testCase = unit.parseGrammarTestCase(readFileSync(`${folder}${file}`, 'utf8'));
  const assertions = testCase.assertions.reduce((sum, line) => sum + line.scopeAssertions.length, 0);
  const failures = await unit.runGrammarTestCase(registry, testCase);
  // An assertion over several tokens may fail more than once.
  const wrong = new Set(failures.map(({ line, start, end }) => `${line}:${start}:${end}`)).size;
  const wrongHere = assertions === 0 ? 1 : Math.min(wrong, assertions);
  failed += wrongHere;
  passed += Math.max(assertions - wrongHere, 0);
  console.log(`${wrongHere === 0 ? '✓' : '✗'} ${file}: ${assertions} assertions`);
  for (const { line, srcLine, start, end, missing, unexpected, actual } of failures) {
    const text = testCase.source[srcLine].slice(start, end);
    console.log(`  ${file}:${line + 1} ${JSON.stringify(text)} has ${actual.join(' ')}`);
    if (missing.length > 0) {
      console.log(`    missing: ${missing.join(' ')}`);
    }
    if (unexpected.length > 0) {
      console.log(`    unexpected: ${unexpected.join(' ')}`);
    }
  }
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
