#!/usr/bin/env bash
# hexo-front-matter 4.2.1: a note with the line ends of Windows has no front matter: title and all become text of the page. (Hexo itself
# makes them plain when it reads a file; what uses the library alone does not.) With plain line ends, or with blanks behind the
# colon only, the same note is read.
# Seen on 2026-12-01: {"_content":"---\r\ntitle: Pier\r\n---\r\nText.\r\n"} beside {"title":"Pier","_content":"Text.\n"}.
# Needs Node and npm. Ends with 1 where it does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hexo-front-matter@4.2.1
cat >run.cjs <<'F'
const { parse } = require('hexo-front-matter');
const note = '---\ntitle: Pier\n---\nText.\n';
const seen = [note, note.replaceAll('\n', '\r\n')].map((text) => JSON.stringify(parse(text))).join('\n');
console.log(`hexo-front-matter ${require('hexo-front-matter/package.json').version}\n${seen}`);
const expected = ['{"title":"Pier","_content":"Text.\\n"}', '{"_content":"---\\r\\ntitle: Pier\\r\\n---\\r\\nText.\\r\\n"}'];
process.exitCode = seen === expected.join('\n') ? 0 : 1;
F
node run.cjs
