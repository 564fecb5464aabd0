import type { Settings } from './settings';
import type { DateFields } from './siteConfig';

/** What Hugo takes without a configuration (resources/page/pagemeta/page_frontmatter.go, newDefaultFrontmatterConfig). */
const DEFAULTS = {
  date: ['date', 'publishdate', 'lastmod'],
  lastmod: [':git', 'lastmod', 'date', 'publishdate'],
  publishdate: ['publishdate', 'date'],
  expirydate: ['expirydate'],
} as const;

const ALIASES: Readonly<Record<string, readonly string[]>> = {
  lastmod: ['modified'],
  publishdate: ['pubdate', 'published'],
  expirydate: ['unpublishdate'],
};

/** The fields that give each date, by the configuration's `frontmatter`. */
export function dateFieldsOf(configured: Settings | undefined): DateFields {
  const fields = (name: keyof typeof DEFAULTS): string[] => {
    const own = configured?.node(name) ? configured.strings(name) : DEFAULTS[name];
    const named = own.flatMap((field) =>
      field.toLowerCase() === ':default' ? DEFAULTS[name] : [field.toLowerCase()],
    );
    return [...new Set(named.flatMap((field) => [field, ...(ALIASES[field] ?? [])]))];
  };
  return {
    date: fields('date'),
    lastmod: fields('lastmod'),
    publishdate: fields('publishdate'),
    expirydate: fields('expirydate'),
  };
}

export const DEFAULT_DATES = dateFieldsOf(undefined);

/** The fields that hold dates, where the site says nothing of its own. */
export const DATE_FIELDS: readonly string[] = [...DEFAULT_DATES.date, ...DEFAULT_DATES.expirydate];
