import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Made, MadePage } from '../sites';
import type { HugoOutput } from './hugo';

/** What each page says of itself; a page's file is told by its path on disk, since content may be mounted from anywhere. */
const PAGE = `{{ with .File }}{{ $page := $ }}{{ $terms := dict }}{{ range $name, $_ := $page.Site.Taxonomies -}}
{{ $own := slice }}{{ range ($page.GetTerms $name) }}{{ $own = $own | append .LinkTitle }}{{ end -}}
{{ if $own }}{{ $terms = merge $terms (dict $name $own) }}{{ end }}{{ end -}}
{{ dict "file" .Filename "title" $page.Title "date" ($page.Date.Format "2006-01-02T15:04:05.999Z07:00") "tags" $page.Params.tags
"section" $page.Section "taxonomies" $terms "summary" (printf "%s" $page.Summary) "truncated" $page.Truncated "url" $page.RelPermalink
| jsonify }}{{ end }}`;

/** As a page says it. */
interface Said {
  readonly file: string;
  readonly title: string;
  readonly date: string;
  readonly tags: unknown;
  readonly section: string;
  readonly taxonomies: Readonly<Record<string, readonly string[]>>;
  readonly summary: string;
  readonly truncated: boolean;
  readonly url: string;
}

/**
 * Has a site's pages tell of themselves.
 * @param folder where the site's files are
 * @param layouts where it has its layouts
 * @param run runs Hugo in its root
 */
export function hugoPages(
  folder: string,
  layouts: string,
  run: (flags: readonly string[]) => HugoOutput,
): Made {
  mkdirSync(join(layouts, '_default'), { recursive: true });
  writeFileSync(join(layouts, '_default/single.html'), PAGE);
  writeFileSync(join(layouts, '_default/list.html'), `{{ if .IsPage }}${PAGE}{{ end }}`);
  const published = join(folder, '.published');
  const build = (flags: readonly string[]): Said[] | string => {
    rmSync(published, { recursive: true, force: true });
    const { failure } = run(['--destination', published, ...flags]);
    return failure?.replaceAll(`${folder}/`, '').slice(0, 300) ?? pagesBelow(published);
  };
  const all = build(['--buildDrafts', '--buildFuture', '--buildExpired']);
  const shown = build([]);
  if (typeof all === 'string' || typeof shown === 'string') {
    // What only a draft brings about harms nobody yet.
    return typeof shown === 'string' ? { error: shown } : { pages: pagesOf(shown, shown, folder) };
  }
  return { pages: pagesOf(all, shown, folder) };
}

function pagesOf(all: readonly Said[], shown: readonly Said[], folder: string): MadePage[] {
  const urls = new Set(shown.map(({ url }) => url));
  const pages = all.map((page): MadePage => {
    const { file, title, date, tags, section, taxonomies, summary, truncated, url } = page;
    return {
      file: file.replace(`${folder}/`, ''),
      outcome: urls.has(url) ? 'published' : 'hidden',
      title,
      date,
      url,
      tags,
      ...(Object.keys(taxonomies).length > 0 ? { taxonomies } : {}),
      ...(section === '' ? { isTop: true } : {}),
      summary: { html: summary, truncated },
    };
  });
  return pages.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ file, url }: MadePage): string {
  return `${file} ${url ?? ''}`;
}

function pagesBelow(folder: string): Said[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.html?$/.test(entry.name))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8').trim())
    .filter((text) => text.startsWith('{'))
    .map((text) => JSON.parse(text) as Said);
}
