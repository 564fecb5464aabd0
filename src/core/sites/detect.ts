import type { GeneratorName } from '../generators/generator';

/** The files that make a folder a site, most telling first. */
export const SITE_FILES: readonly { readonly name: string; readonly generator: GeneratorName }[] = [
  { name: '_config.yml', generator: 'jekyll' },
  { name: '_config.yaml', generator: 'jekyll' },
  { name: 'hugo.toml', generator: 'hugo' },
  { name: 'hugo.yaml', generator: 'hugo' },
  { name: 'hugo.yml', generator: 'hugo' },
  { name: 'hugo.json', generator: 'hugo' },
  { name: 'config/_default/hugo.toml', generator: 'hugo' },
  { name: 'config/_default/hugo.yaml', generator: 'hugo' },
  { name: 'config/_default/config.toml', generator: 'hugo' },
  { name: 'config/_default/config.yaml', generator: 'hugo' },
  { name: 'config.toml', generator: 'hugo' },
  { name: 'config.yaml', generator: 'hugo' },
  { name: 'config.yml', generator: 'hugo' },
  { name: 'config.json', generator: 'hugo' },
];

/** `config.*` is a name that many tools use: it makes a Hugo site only where it says something that is Hugo's. */
export function isSiteFile(name: string, text: string): boolean {
  return (
    !/^config\.(?:toml|ya?ml|json)$/.test(name) ||
    /\b(?:baseURL|languageCode|theme|paginate|publishDir|contentDir)\b/i.test(text)
  );
}

/** The files that tell a generator's version, nearest to the truth first. */
export const VERSION_FILES: Readonly<Record<GeneratorName, readonly string[]>> = {
  jekyll: ['Gemfile.lock', 'Gemfile'],
  hugo: [
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
  generic: [],
};

/**
 * Finds the generator's version in one of those files.
 * @returns undefined where the file does not tell
 */
export function versionIn(generator: GeneratorName, name: string, text: string): string | undefined {
  if (generator === 'jekyll') {
    const jekyll = /^\s*(?:gem\s+)?["']?jekyll["']?[\s,]*\(?["']?[=~>\s]*v?(\d+\.\d+(?:\.\d+)?)/m.exec(
      text,
    )?.[1];
    // The gem github-pages brings Jekyll 3.10.
    return jekyll ?? (/\bgithub-pages\b/.test(text) ? '3.10.0' : undefined);
  }
  if (generator === 'hugo') {
    if (name === '.hugo-version') {
      return /\d+\.\d+(?:\.\d+)?/.exec(text)?.[0];
    }
    return /hugo[\w-]*(?:_|-)?(?:version)?["']?\s*[:= ]\s*["']?v?(\d+\.\d+(?:\.\d+)?)/i.exec(text)?.[1];
  }
  return undefined;
}

/** Guesses the generator where no site was found, from where the file lies. */
export function generatorOfPath(path: string): GeneratorName {
  if (/(?:^|\/)_(?:posts|drafts)\//.test(path)) {
    return 'jekyll';
  }
  return 'generic';
}

/**
 * Tells whether a path from a site's root is in one of the folders where the site keeps its reports.
 */
export function isInContentFolder(generator: GeneratorName, path: string): boolean {
  switch (generator) {
    case 'jekyll':
      // Collections other than posts have folders of the same kind.
      return /(?:^|\/)_(?!site\/|layouts\/|includes\/|sass\/|data\/|plugins\/)[^/]+\//.test(path);
    case 'hugo':
      // Pages at the top and `_index.md` are no reports: they need neither date nor tags.
      return /^content(?:\.[\w-]+)?\/[^/]+\/./.test(path) && !/(?:^|\/)_index\.[\w.-]*md$/.test(path);
    case 'generic':
      return false;
  }
}
