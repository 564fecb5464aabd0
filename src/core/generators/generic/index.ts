import { say } from '../../message';
import type { DateReading, Generator } from '../generator';
import { parseIsoDate } from '../isoDate';
import { typeOf } from '../scalars';
import { NO_SURROUNDINGS } from '../siteLayout';
import type { SiteLayout } from '../siteLayout';
import { genericExcerpt, genericSeparator } from './excerpt';
import { readGenericFence } from './fence';
import { fieldKnowledge } from './lazy';
import { forecastGeneric } from './forecast';
import { jsYaml } from './jsYaml';
import { genericTerms } from './terms';

/** Nothing makes a folder such a site. */
const layout: SiteLayout = {
  siteFiles: [],
  isSiteFile: () => false,
  versionFiles: [],
  versionIn: () => undefined,
  placeFiles: [],
  decidesAboutFolder: () => false,
  baseOf: () => '',
  claims: () => false,
  readConfig: () => Promise.resolve({}),
  readSurroundings: () => Promise.resolve(() => NO_SURROUNDINGS),
  isContentPath: () => false,
  layoutFolders: [],
  layoutNames: () => Promise.resolve([]),
  rootLength: () => 0,
};

/**
 * For folders with no known site: what tools built on gray-matter read (Eleventy, Gatsby and others). They differ too
 * much in what they do with it for more to be said.
 */
export const generic: Generator = {
  name: 'generic',
  title: 'generic',
  isKnown: false,
  newest: '',
  otherVersions: [],
  foldsKeys: false,
  formats: ['yaml'],
  dialect: 'commonmark',
  skipsBlanks: false,
  terms: genericTerms,
  readsDraft: null,
  readsEpochs: false,
  keepsOffsets: false,
  mayEvaluate: true,
  excerptField: 'excerpt',
  knownFields: [],
  fieldKnowledge,
  isOn: (_name, node) => node?.kind === 'scalar' && jsYaml(node.text).value === true,
  layout,
  readFence: readGenericFence,
  plainReader: () => jsYaml,
  shownText: (node) => (node.kind === 'scalar' ? String(typeOf(node, jsYaml).value ?? '') : ''),
  readDate: (node): DateReading => {
    const text = node?.kind === 'scalar' ? node.text : '';
    const instant = parseIsoDate(text, undefined);
    if (instant !== null) {
      return { kind: 'date', instant, rolled: false };
    }
    // What other forms mean, each tool decides for itself; that the calendar has no such day holds for all.
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { kind: 'invalid', outcome: 'published' } : { kind: 'missing' };
  },
  titleFromFile: () => null,
  datesFromFile: () => true,
  fileNames: null,
  separatorOf: genericSeparator,
  dateFields: ['date'],
  failure: (cause) => say('The site generator cannot read the front matter: {0}.', cause),
  leftOut: (cause) => say('The site generator will leave this report out: {0}.', cause),
  forecast: forecastGeneric,
  excerpt: genericExcerpt,
};
