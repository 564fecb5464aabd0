#!/usr/bin/env bash
# gray-matter 4.0.3: two calls for the same text, without options, hand out the same `data`. What a caller adds to the tags of the first
# result is in the second one, as if the note said so. With options, even `{}`, each call has data of its own.
# Seen on 2026-12-01: ["pier","added"] without options, ["pier"] with {}.
# Needs Node and npm. Ends with 1 where it does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund gray-matter@4.0.3
cat >run.cjs <<'F'
const matter = require('gray-matter');
const note = '---\ntags: [pier]\n---\nText.\n';
const second = (...options) => {
  matter(note, ...options).data.tags.push('added');
  const { tags } = matter(note, ...options).data;
  return JSON.stringify(tags);
};
const seen = `without options: ${second()}\nwith {}: ${(matter.clearCache?.(), second({}))}`;
console.log(`gray-matter ${require('gray-matter/package.json').version}\n${seen}`);
process.exitCode = seen === 'without options: ["pier","added"]\nwith {}: ["pier"]' ? 0 : 1;
F
node run.cjs
