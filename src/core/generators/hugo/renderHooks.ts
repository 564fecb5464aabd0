import type { SiteFiles } from '../siteFiles';

/** What a site has templates of its own for, and how it shows in HTML. */
const ELEMENTS: Readonly<Record<string, RegExp>> = {
  blockquote: /<blockquote/,
  codeblock: /<pre/,
  heading: /<h[1-6]/,
  image: /<img/,
  link: /<a /,
  table: /<table/,
};

const FOLDERS = ['layouts/_default/_markup', 'layouts/_markup'];

/**
 * Finds the templates by which a site and its themes write elements of Markdown (`render-link.html`).
 * @returns the kinds of elements; undefined for none
 */
export async function readRenderHooks(
  files: SiteFiles,
  themes: readonly string[],
): Promise<readonly string[] | undefined> {
  const kinds = new Set<string>();
  for (const root of ['', ...themes.map((theme) => `themes/${theme}/`)]) {
    for (const folder of FOLDERS) {
      for (const name of (await files.names(`${root}${folder}`)) ?? []) {
        const kind = /^render-([a-z]+)[^/]*\.html$/.exec(name)?.[1];
        if (kind !== undefined && kind in ELEMENTS) {
          kinds.add(kind);
        }
      }
    }
  }
  return kinds.size > 0 ? [...kinds].sort() : undefined;
}

/** Whether there is an element in HTML for which the site has a template of its own: what that makes is not known. */
export function isHooked(html: string, hooks: readonly string[] | undefined): boolean {
  return hooks?.some((kind) => ELEMENTS[kind]?.test(html)) === true;
}
