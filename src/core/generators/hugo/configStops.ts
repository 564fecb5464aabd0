import type { SiteFiles } from '../siteFiles';
import { isTimeZone } from './timeZones';
import type { Settings } from './settings';
import type { ConfigStop } from './siteConfig';
import { DEFAULT_LANGUAGE } from './siteConfig';
import { TYPED_CONFIG, WITHOUT_OLD_MOUNTS } from './versions';

/** What Go's strconv.ParseBool reads. */
const BOOLEANS = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False|)$/;

/** Settings that end every build, as recorded with 0.111, 0.131 and 0.169. */
export async function readConfigStops(config: Settings, files: SiteFiles): Promise<ConfigStop[]> {
  return [
    ...wrongValues(config),
    ...oldMounts(config),
    ...languages(config),
    ...(await missingThemes(config, files)),
  ];
}

function wrongValues(config: Settings): ConfigStop[] {
  const stops: ConfigStop[] = [];
  const language = (config.string('defaultcontentlanguage') ?? DEFAULT_LANGUAGE).toLowerCase();
  for (const zone of [config.data('languages', language, 'timezone') ?? config.data('timezone')]) {
    if (zone !== undefined && (typeof zone === 'string' ? !isTimeZone(zone) : typeof zone === 'number')) {
      stops.push({ setting: 'timeZone', since: null });
    }
  }
  for (const [name, setting] of SWITCHES) {
    const value = config.data(name);
    if (typeof value === 'string' ? !BOOLEANS.test(value) : typeof value === 'object' && value !== null) {
      stops.push({ setting, since: TYPED_CONFIG });
    }
  }
  const length = config.data('summarylength');
  if (typeof length === 'string' && !/^[-+]?(?:\d[\d_]*|0x[\da-f]+)$/i.test(length) && length !== '') {
    stops.push({ setting: 'summaryLength', since: TYPED_CONFIG });
  }
  if (typeof config.data('cascade') === 'string') {
    stops.push({ setting: 'cascade', since: TYPED_CONFIG });
  }
  if (config.string('markup', 'defaultmarkdownhandler')?.toLowerCase() === 'blackfriday') {
    stops.push({ setting: 'markup.defaultMarkdownHandler', since: null });
  }
  return stops;
}

const SWITCHES = [
  ['builddrafts', 'buildDrafts'],
  ['buildfuture', 'buildFuture'],
  ['buildexpired', 'buildExpired'],
] as const;

function oldMounts(config: Settings): ConfigStop[] {
  const mounts = config.data('module', 'mounts');
  const names = (Array.isArray(mounts) ? mounts : []).flatMap((mount) =>
    typeof mount === 'object' && mount !== null ? Object.keys(mount) : [],
  );
  return (
    [
      ['lang', 'module.mounts.lang'],
      ['includefiles', 'module.mounts.includeFiles'],
      ['excludefiles', 'module.mounts.excludeFiles'],
    ] as const
  )
    .filter(([name]) => names.includes(name))
    .map(([, setting]) => ({ setting, since: WITHOUT_OLD_MOUNTS }));
}

function languages(config: Settings): ConfigStop[] {
  const written = config.node('languages');
  if (written === undefined) {
    return [];
  }
  const names = config.map('languages')?.names ?? null;
  if (names === null) {
    return written.kind === 'scalar' ? [{ setting: 'languages', since: null }] : [];
  }
  const main = config.string('defaultcontentlanguage')?.toLowerCase();
  return main !== undefined && names.length > 0 && !names.includes(main)
    ? [{ setting: 'defaultContentLanguage', since: null }]
    : [];
}

/** Themes that are neither in their folder nor modules, nor fetched by git. */
async function missingThemes(config: Settings, files: SiteFiles): Promise<ConfigStop[]> {
  const themes = config.strings('theme');
  if (themes.includes('')) {
    return [{ setting: 'theme', since: null }];
  }
  const folder = config.string('themesdir') ?? 'themes';
  const stops: ConfigStop[] = [];
  for (const theme of themes.filter((name) => !/[./\\]/.test(name))) {
    if ((await files.names(`${folder}/${theme}`)) === null && !(await isFetched(theme, files))) {
      stops.push({ setting: 'theme', since: null });
    }
  }
  return stops;
}

/** What is not on this machine may be where the site is built. */
async function isFetched(theme: string, files: SiteFiles): Promise<boolean> {
  const told = await Promise.all(['.gitmodules', '.gitignore', 'go.mod'].map((name) => files.text(name)));
  const [modules, ignored, mod] = told;
  const names = [modules, ignored].some(
    (text) => text?.includes(theme) === true || text?.includes('themes') === true,
  );
  return names || (mod ?? null) !== null;
}
