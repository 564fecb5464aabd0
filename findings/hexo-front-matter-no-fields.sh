#!/usr/bin/env bash
# hexo-front-matter 4.2.1: front matter without a field, empty or with nothing but a comment, is no front matter: both fences and the
# comment are shown on the page. gray-matter 4.0.3 and front-matter 4.0.2 take it off, as Jekyll and Hugo do.
# Seen on 2026-12-01: Hexo's content "---\n# to do: title\n---\nText.\n", the others' "Text.\n".
# Needs Node and npm. Ends with 1 where one does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hexo-front-matter@4.2.1 gray-matter@4.0.3 front-matter@4.0.2
cat >run.cjs <<'F'
const readers = {
  'hexo-front-matter': (text) => require('hexo-front-matter').parse(text)._content,
  'gray-matter': (text) => require('gray-matter')(text, {}).content,
  'front-matter': (text) => require('front-matter')(text).body,
};
for (const note of ['---\n---\nText.\n', '---\n# to do: title\n---\nText.\n']) {
  for (const [name, read] of Object.entries(readers)) {
    const content = read(note);
    const { version } = require(`${name}/package.json`);
    console.log(`${JSON.stringify(note)} by ${name} ${version}: content ${JSON.stringify(content)}`);
    if (content !== (name === 'hexo-front-matter' ? note : 'Text.\n')) {
      process.exitCode = 1;
    }
  }
}
F
node run.cjs
