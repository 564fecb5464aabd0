#!/usr/bin/env bash
# Hugo 0.131.0 and 0.169.0 (Debian's packages): where the summary divider stands inside another HTML comment, the summary of the page is
# empty, though a whole paragraph stands before it, and the page counts as truncated. Without that comment the paragraph is the
# summary, and a divider of its own line ends it.
# Seen on 2026-12-01: for each version "" and true with the comment, the paragraph and true with a divider of its own.
# Needs curl, dpkg-deb and a Linux machine (amd64). Ends with 1 where Hugo does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p site/content/posts site/layouts/_default
printf 'title = "Notes"\ndisableKinds = ["taxonomy", "term", "rss", "sitemap"]\n' >site/config.toml
printf -- '---\ntitle: In a comment\n---\nFirst words.\n\n<!-- a note to myself: <!--more--> goes here -->\n\nSecond words.\n' >site/content/posts/comment.md
printf -- '---\ntitle: On its own\n---\nFirst words.\n\n<!--more-->\n\nSecond words.\n' >site/content/posts/own.md
cat >site/layouts/index.html <<'F'
{{ range .Site.RegularPages.ByTitle }}{{ .Title }}: {{ printf "%q" (trim (plainify .Summary) "\n ") }} {{ .Truncated }}
{{ end }}
F
printf '{{ .Content }}' >site/layouts/_default/single.html
cp site/layouts/_default/single.html site/layouts/_default/list.html
expected=$(printf 'In a comment: "" true\nOn its own: "First words." true')
code=0
for version in 0.131.0 0.169.0; do
  curl -sSfo hugo.deb "http://deb.debian.org/debian/pool/main/h/hugo/hugo_$version-1_amd64.deb"
  dpkg-deb -x hugo.deb "hugo-$version"
  "hugo-$version/usr/bin/hugo" --source "$PWD/site" --quiet
  seen=$(sed '/^$/d; s/&#34;/"/g' site/public/index.html)
  printf 'Hugo %s\n%s\n' "$version" "$seen"
  [ "$seen" = "$expected" ] || { echo "  changed: it was"; echo "$expected"; code=1; }
done
exit $code
