import type { GeneratorName, Site } from '../generators/generator';
import { renderInline } from '../markdown/markdown';
import { Marks } from '../markdown/placeholders';

/*
 * Templates in a line of a report, a take-away for instance: what makes an address of it is known without running anything, of
 * all else only its place is shown.
 */

/** `{{ site.baseurl }}`, `{{ site.url }}`, and a text through one of the two filters that make addresses. */
const ADDRESS =
  /\{\{-?\s*(?:site\.(baseurl|url)|(?:"([^"{}]{0,500})"|'([^'{}]{0,500})')\s*\|\s*(relative|absolute)_url)\s*-?\}\}/g;

/** `{% post_url name %}` and `{% link path %}`. */
const PAGE = /\{%-?\s*(post_url|link)\s+([^\s{}%]{1,300})\s*-?%\}/g;

/** `{{< relref "path" >}}` and `ref`. */
const REFERENCE = /\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?["`]?([^\s"`{}<>%]{1,300})["`]?\s*[>%]\}\}/g;

const LIQUID = /\{\{[^{}]{0,1000}\}\}|\{%[^{}%]{0,1000}%\}/g;
const SHORTCODE = /\{\{(?:<[^<>]{0,1000}>|%[^%]{0,1000}%)\}\}/g;

/** A line of Markdown with what templates make of addresses in their places; all else stays as it is written. */
export function withAddresses(
  markdown: string,
  { generator, config }: Pick<Site, 'generator' | 'config'>,
): string {
  if (!markdown.includes('{')) {
    return markdown;
  }
  const { origin = '', basePath = '' } = config;
  switch (generator.name) {
    case 'jekyll':
      return markdown
        .replace(ADDRESS, (_whole, name?: string, double?: string, single?: string, filter?: string) => {
          if (name !== undefined) {
            return name === 'url' ? origin : basePath;
          }
          const path = double ?? single ?? '';
          return /^[a-z]+:/i.test(path)
            ? path
            : `${filter === 'absolute' ? origin : ''}${basePath}${path.startsWith('/') ? '' : '/'}${path}`;
        })
        .replace(PAGE, (_whole, tag: string, path: string) =>
          tag === 'link' ? `/${path.replace(/^\//, '')}` : `/_posts/${path.replace(/^\//, '')}`,
        );
    case 'hugo':
      return markdown.replace(REFERENCE, '$1');
    default:
      return markdown;
  }
}

/** What is a template to a generator; null where bodies are none. */
function templateOf(name: GeneratorName): RegExp | null {
  return name === 'jekyll' ? LIQUID : name === 'hugo' ? SHORTCODE : null;
}

/**
 * Renders one line of a report as its generator's Markdown does, with placeholders for what its templates would show.
 * @returns HTML that is safe to show
 */
export function renderLine(markdown: string, site: Pick<Site, 'generator' | 'config' | 'version'>): string {
  const { generator } = site;
  const { name } = generator;
  const dialect = generator.dialectOf?.(site) ?? generator.dialect;
  const template = markdown.includes('{') ? templateOf(name) : null;
  if (!template) {
    return renderInline(markdown, dialect);
  }
  const marks = new Marks(name === 'hugo' ? 'shortcode' : 'liquid');
  const marked = withAddresses(markdown, site).replace(template, (tag) =>
    /^\{%-?\s*(?:end)?raw\b/.test(tag) ? '' : marks.mark(tag),
  );
  return marks.expand(renderInline(marked, dialect));
}
