import { addressOf, said } from '../configFields';
import type { Data } from '../scalars';
import type { Settings } from './settings';

/** What a configuration, or its part for one language, says of addresses. Undefined where it says nothing. */
export interface AddressSettings {
  /** `permalinks`, with its keys in small letters; how it is read depends on the version. */
  readonly permalinks?: Data;
  /** Pages end in `.html` (`uglyURLs`), all of them or those of some sections. */
  readonly ugly?: boolean | ReadonlyMap<string, boolean>;
  /** What the whole site says of that, where a language may differ. */
  readonly siteUgly?: boolean | ReadonlyMap<string, boolean>;
  /** `disablePathToLower`. */
  readonly keepsCase?: boolean;
  /** `removePathAccents`. */
  readonly dropsAccents?: boolean;
  /** The default language has a folder of its own, too (`defaultContentLanguageInSubdir`). */
  readonly defaultInFolder?: boolean;
  /** A language is published at an address of its own. */
  readonly ownHost?: boolean;
  /** The formats that the site defines itself, in small letters; null where a theme may define more. */
  readonly outputs?: readonly string[] | null;
  /** The pages are written in a form that the site defines itself. */
  readonly isOther?: boolean;
  /** The site has `versions` or `roles`, which have folders of their own from 0.153 on. */
  readonly isMany?: boolean;
}

/**
 * Reads what a configuration says of addresses.
 * @returns undefined where it says nothing
 */
export function addressSettingsOf(
  config: Settings | undefined,
  isLanguage = false,
): AddressSettings | undefined {
  if (!config) {
    return undefined;
  }
  const settings = said<AddressSettings>({
    permalinks: config.data('permalinks'),
    ugly: uglyIn(config),
    keepsCase: config.boolean('disablepathtolower'),
    dropsAccents: config.boolean('removepathaccents'),
    defaultInFolder: config.boolean('defaultcontentlanguageinsubdir'),
    ownHost: (isLanguage && config.string('baseurl') !== undefined) || undefined,
    outputs: isLanguage ? undefined : customOutputs(config),
    isOther: isOther(config) || undefined,
    isMany: config.node('versions') !== undefined || config.node('roles') !== undefined || undefined,
  });
  return Object.keys(settings).length > 0 ? settings : undefined;
}

function customOutputs(config: Settings): readonly string[] | null | undefined {
  const mayHaveMore = config.node('theme') !== undefined || config.node('module', 'imports') !== undefined;
  return mayHaveMore ? null : config.map('outputformats')?.names;
}

function uglyIn(config: Settings): AddressSettings['ugly'] {
  const sections = config.map('uglyurls');
  if (!sections) {
    return config.boolean('uglyurls');
  }
  return new Map(sections.names.map((name) => [name, sections.boolean(name) === true]));
}

/** Whether pages are not written as HTML, or as HTML that the site defines itself. */
function isOther(config: Settings): boolean {
  const outputs = config.node('outputs', 'page') ? config.strings('outputs', 'page') : ['html'];
  return (
    !outputs.some((name) => name.toLowerCase() === 'html') ||
    config.node('outputformats', 'html') !== undefined
  );
}

/** Where a site, or one language of it, is published; `baseURL` may be a path alone. Undefined where nothing is said. */
export function publishedAt(config: Settings | undefined): ReturnType<typeof addressOf> | undefined {
  const url = config?.string('baseurl');
  return url === undefined ? undefined : addressOf(url, url.startsWith('/') ? url : undefined);
}
