#!/usr/bin/env bash
# Hugo 0.131.0 and 0.169.0 (Debian's packages): a mount of the content with `includeFiles = ["/**.md"]`, which is `files` since 0.153,
# publishes no page that lies in a folder, though the documentation says that ** matches down all folders. The pattern is asked of the folders on the way,
# too, and `posts` does not end in `.md`; `/posts/**.md` and `**` publish the page. No version says a word.
# Seen on 2026-12-01: for each version `/**.md` nothing, `/posts/**.md` and `**` the page /posts/a/.
# Needs curl, dpkg-deb and a Linux machine (amd64). Ends with 1 where Hugo does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
code=0
for version in 0.131.0 0.169.0; do
  field=includeFiles
  [ $version = 0.169.0 ] && field=files
  curl -sSfo hugo.deb "http://deb.debian.org/debian/pool/main/h/hugo/hugo_$version-1_amd64.deb"
  dpkg-deb -x hugo.deb "hugo-$version"
  for pattern in '/**.md' '/posts/**.md' '**'; do
    rm -rf site
    mkdir -p site/content/posts site/layouts/_default
    printf 'title = "Notes"\n[[module.mounts]]\nsource = "content"\ntarget = "content"\n%s = ["%s"]\n' "$field" "$pattern" >site/config.toml
    printf -- '---\ntitle: Harbour days\n---\nFirst words.\n' >site/content/posts/a.md
    printf 'pages: {{ range .Site.RegularPages }}{{ .RelPermalink }}{{ end }}' >site/layouts/index.html
    printf '{{ .Content }}' >site/layouts/_default/single.html
    cp site/layouts/_default/single.html site/layouts/_default/list.html
    "hugo-$version/usr/bin/hugo" --source "$PWD/site" --quiet
    pages=$(sed 's/^pages: *//' site/public/index.html)
    echo "Hugo $version, $field = [\"$pattern\"]: pages: ${pages:-none}"
    expected=/posts/a/
    [ "$pattern" = '/**.md' ] && expected=
    [ "$pages" = "$expected" ] || { echo "  changed: it was ${expected:-none}"; code=1; }
  done
done
exit $code
