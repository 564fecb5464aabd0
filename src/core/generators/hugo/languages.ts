import { said } from '../configFields';
import { addressSettingsOf, publishedAt } from './addressSettings';
import { readCascades } from './cascade';
import { dateFieldsOf } from './dateFields';
import type { Settings } from './settings';
import type { Language, TermSettings } from './siteConfig';

/** What the configuration says of each language, by its name in small letters. */
export function languagesOf(config: Settings): Map<string, Language> {
  const disabled = new Set(config.strings('disablelanguages').map((name) => name.toLowerCase()));
  return new Map(
    (config.map('languages')?.names ?? []).map((name): [string, Language] => {
      const own = config.map('languages', name);
      const cascades = readCascades(own?.node('cascade'));
      const dates = own?.map('frontmatter');
      return [
        name,
        {
          disabled: disabled.has(name) || own?.boolean('disabled') === true,
          ...said<Omit<Language, 'disabled'>>({
            timeZone: own?.string('timezone'),
            summaryLength: own?.number('summarylength'),
            findsCjk: own?.boolean('hascjklanguage'),
            drafts: own?.boolean('builddrafts'),
            future: own?.boolean('buildfuture'),
            unpublished: own?.boolean('buildexpired'),
            cascades: cascades.length > 0 ? cascades : undefined,
            dates: dates && dateFieldsOf(dates),
            terms: own?.node('taxonomies') && termSettingsOf(own),
            address: addressSettingsOf(own, true),
            published: publishedAt(own),
          }),
        },
      ];
    }),
  );
}

/** What a configuration, or a language's part of it, says of taxonomies. */
export function termSettingsOf(config: Settings): TermSettings {
  const isNone = config.strings('disablekinds').some((kind) => kind.toLowerCase() === 'term');
  if (config.node('taxonomies') === undefined) {
    return isNone ? { tagField: null } : {};
  }
  // What is no table makes none.
  const taxonomies = config.map('taxonomies');
  const fields = taxonomies?.names.flatMap((name) => taxonomies.string(name)?.toLowerCase() ?? []) ?? [];
  // The taxonomy of tags is known by its plural or its singular.
  const tags = fields.includes('tags') ? 'tags' : (taxonomies?.string('tag')?.toLowerCase() ?? null);
  return { taxonomies: fields, tagField: isNone ? null : tags };
}
