import { ConfigFields, configFormat, said } from '../configFields';
import type { SiteConfig } from '../generator';
import { safeYaml } from '../scalars';
import type { SiteLayout } from '../siteLayout';

/** How a Jekyll site is laid out. */
export const jekyllLayout: SiteLayout = {
  siteFiles: ['_config.yml', '_config.yaml'],
  isSiteFile: () => true,
  versionFiles: ['Gemfile.lock', 'Gemfile'],
  versionIn: (_name, text) => {
    const jekyll = /^\s*(?:gem\s+)?["']?jekyll["']?[\s,]*\(?["']?[=~>\s]*v?(\d+\.\d+(?:\.\d+)?)/m.exec(
      text,
    )?.[1];
    // The gem github-pages brings Jekyll 3.10.
    return jekyll ?? (/\bgithub-pages\b/.test(text) ? '3.10.0' : undefined);
  },
  placeFiles: [],
  readConfig: async (files, siteFile) => {
    const text = (await files.text(siteFile)) ?? '';
    return readJekyllConfig(new ConfigFields(text, configFormat(siteFile), safeYaml, false));
  },
  readSurroundings: () => Promise.resolve({}),
  // Collections other than posts have folders of the same kind.
  isContentPath: (path) =>
    /(?:^|\/)_(?!site\/|layouts\/|includes\/|sass\/|data\/|plugins\/)[^/]+\//.test(path),
  rootLength: (path) => (/^(?:.*\/)?(?=_[^/]+\/)/.exec(path) ?? /^(?:.*\/)?/.exec(path))?.[0].length ?? 0,
};

/** Reads the parts of `_config.yml` that decide. What is missing or of the wrong type counts as not said. */
function readJekyllConfig(fields: ConfigFields): SiteConfig {
  return said<SiteConfig>({
    excerptSeparator: fields.string('excerpt_separator'),
    permalink: fields.string('permalink'),
    timeZone: fields.string('timezone'),
    future: fields.boolean('future'),
    unpublished: fields.boolean('unpublished'),
    drafts: fields.boolean('show_drafts'),
  });
}
