import { say } from '../../message';
import type { Generator } from '../generator';
import { typeOf } from '../scalars';
import { readHugoDate } from './date';
import { readHugoFence } from './fence';
import { fieldKnowledge } from './lazy';
import { targets } from './lazyTargets';
import { hugoFields } from './fields';
import { DATE_FIELDS } from './dateFields';
import { hugoTerms } from './terms';
import { forecastHugo } from './forecast';
import { hugoLayout } from './site';
import { readGoccyYaml } from './goccy';
import { goldmarkOf } from './markup';
import { hugoSeparator, hugoSummary } from './summary';
import { goText, isOnInHugo, plainReaderOf } from './values';

/** Hugo; what changed at 0.134, 0.135 and 0.152 goes by the site's version. */
export const hugo: Generator = {
  name: 'hugo',
  title: 'Hugo',
  isKnown: true,
  newest: '0.169.0',
  otherVersions: ['0.131.0', '0.111.3'],
  orderField: 'weight',
  foldsKeys: true,
  formats: ['yaml', 'toml', 'json'],
  dialect: 'goldmark',
  dialectOf: goldmarkOf,
  skipsBlanks: true,
  terms: hugoTerms,
  readsDraft: true,
  readsEpochs: true,
  keepsOffsets: true,
  mayEvaluate: false,
  excerptField: 'summary',
  knownFields: hugoFields,
  fieldKnowledge,
  isOn: isOnInHugo,
  layout: hugoLayout,
  readFence: readHugoFence,
  readYaml: readGoccyYaml,
  codeTags: {
    hint: 'highlight',
    open: /^\s*\{\{[<%]\s*highlight\s(?!.*\/\s*highlight\b)/,
    close: /\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}\s*$/,
  },
  plainReader: plainReaderOf,
  shownText: (node, version) =>
    node.kind === 'scalar' ? goText(typeOf(node, plainReaderOf(version)).value) : '',
  readDate: readHugoDate,
  titleFromFile: () => null,
  datesFromFile: () => false,
  fileNames: null,
  separatorOf: hugoSeparator,
  dateFields: DATE_FIELDS,
  targetTags: /\{\{[<%]\s*(?:rel)?ref\s/i,
  targets,
  failure: (cause) => say('Hugo will stop the build of the whole site: {0}.', cause),
  leftOut: (cause, until) =>
    until === null
      ? say('Hugo will leave this page out: {0}.', cause)
      : say('Hugo will leave this page out until {0}: {1}.', until, cause),
  hasHosts: ({ config }) =>
    [...(config.hugo?.languages?.values() ?? [])].some(({ address }) => address?.ownHost === true),
  forecast: forecastHugo,
  excerpt: hugoSummary,
};
