import { ConfigFields, configFormat, said } from '../configFields';
import type { SiteConfig } from '../generator';
import { goYaml12 } from '../goYaml';
import type { SiteLayout } from '../siteLayout';

/** How a Hugo site is laid out. */
export const hugoLayout: SiteLayout = {
  siteFiles: [
    'hugo.toml',
    'hugo.yaml',
    'hugo.yml',
    'hugo.json',
    'config/_default/hugo.toml',
    'config/_default/hugo.yaml',
    'config/_default/config.toml',
    'config/_default/config.yaml',
    'config.toml',
    'config.yaml',
    'config.yml',
    'config.json',
  ],
  // `config.*` is a name that many tools use: it makes a Hugo site only where it says something that is Hugo's.
  isSiteFile: (name, text) =>
    !/^config\.(?:toml|ya?ml|json)$/.test(name) ||
    /\b(?:baseURL|languageCode|theme|paginate|publishDir|contentDir)\b/i.test(text),
  versionFiles: [
    '.hugo-version',
    'netlify.toml',
    '.tool-versions',
    'mise.toml',
    '.github/workflows/hugo.yml',
    '.github/workflows/hugo.yaml',
    '.github/workflows/gh-pages.yml',
    '.github/workflows/deploy.yml',
    'vercel.json',
  ],
  versionIn: (name, text) =>
    name === '.hugo-version'
      ? /\d+\.\d+(?:\.\d+)?/.exec(text)?.[0]
      : /hugo[\w-]*(?:_|-)?(?:version)?["']?\s*[:= ]\s*["']?v?(\d+\.\d+(?:\.\d+)?)/i.exec(text)?.[1],
  placeFiles: ['_index.md'],
  readConfig: async (files, siteFile) => {
    const text = (await files.text(siteFile)) ?? '';
    return readHugoConfig(new ConfigFields(text, configFormat(siteFile), goYaml12, true));
  },
  readSurroundings: () => Promise.resolve({}),
  // Pages at the top and `_index.md` are no reports: they need neither date nor tags.
  isContentPath: (path) =>
    /^content(?:\.[\w-]+)?\/[^/]+\/./.test(path) && !/(?:^|\/)_index\.[\w.-]*md$/.test(path),
  rootLength: (path) => (/^(?:.*\/)?(?=content\/)/.exec(path) ?? /^(?:.*\/)?/.exec(path))?.[0].length ?? 0,
};

/** Reads the parts of Hugo's configuration that decide. What is missing or of the wrong type counts as not said. */
function readHugoConfig(fields: ConfigFields): SiteConfig {
  return said<SiteConfig>({
    timeZone: fields.string('timezone'),
    future: fields.boolean('buildfuture'),
    drafts: fields.boolean('builddrafts'),
    unpublished: fields.boolean('buildexpired'),
    summaryLength: fields.number('summarylength'),
  });
}
