import { say } from '../../message';
import type { Generator } from '../generator';
import { jekyllExcerpt, jekyllSeparator } from './excerpt';
import { readJekyllFence } from './fence';
import { fieldKnowledge, targets } from './lazy';
import { jekyllFields } from './fields';
import { jekyllFileNames } from './fileNames';
import { forecastJekyll } from './forecast';
import { readJekyllYaml, rubyValue } from './header';
import { lostOutputs } from './lostOutputs';
import { datedName, isPostPath, slugOfPath, titleOfSlug } from './paths';
import { safeYaml } from './plainReader';
import { isTruthy, rubyText } from './ruby/values';
import { readJekyllDate } from './values';
import { jekyllLayout } from './site';
import { jekyllTerms } from './terms';

/** Switches that plugins and themes compare with `false`: nothing is not the same. */
const ON_WITHOUT: ReadonlySet<string> = new Set(['render_with_liquid', 'sitemap', 'comments']);

/** Jekyll 3.10 (GitHub Pages) and 4.x. */
export const jekyll: Generator = {
  name: 'jekyll',
  title: 'Jekyll',
  isKnown: true,
  newest: '4.4.1',
  otherVersions: ['3.10.0'],
  foldsKeys: false,
  formats: ['yaml'],
  dialect: 'kramdown',
  skipsBlanks: false,
  terms: jekyllTerms,
  readsDraft: false,
  readsEpochs: false,
  keepsOffsets: false,
  mayEvaluate: false,
  excerptField: 'excerpt',
  knownFields: jekyllFields,
  fieldKnowledge,
  isOn: (name, node) => {
    const value = rubyValue(node);
    return isTruthy(value) || (value === null && ON_WITHOUT.has(name));
  },
  layout: jekyllLayout,
  readFence: readJekyllFence,
  readYaml: readJekyllYaml,
  codeTags: {
    hint: 'highlight',
    open: /^\s*\{%-?\s*highlight\s(?!.*\bendhighlight\b)/,
    close: /\{%-?\s*endhighlight\s*-?%\}\s*$/,
    raw: { open: /\{%-?\s*raw\s*-?%\}(?!.*\bendraw\b)/, close: /\{%-?\s*endraw\s*-?%\}/ },
  },
  plainReader: () => safeYaml,
  shownText: (node) => rubyText(rubyValue(node)),
  readDate: (node, site) => readJekyllDate(node, site),
  titleFromFile: (path) => titleOfSlug(slugOfPath(path, '4')),
  // Drafts and documents of other collections need no date.
  datesFromFile: (path) => datedName(path) !== null || !isPostPath(path),
  fileNames: jekyllFileNames,
  separatorOf: jekyllSeparator,
  dateFields: ['date'],
  failure: (cause, outcome) =>
    outcome === 'build-error'
      ? say('Jekyll will stop the build of the whole site: {0}.', cause)
      : say('Jekyll will publish this post without title or tags: {0}.', cause),
  lostOutputs,
  targetTags: /\{%-?\s*(?:post_url|link|include_relative)\s/,
  targets,
  leftOut: (cause, until) =>
    until === null
      ? say('Jekyll will leave this post out: {0}.', cause)
      : say('Jekyll will leave this post out until {0}: {1}.', until, cause),
  forecast: forecastJekyll,
  excerpt: jekyllExcerpt,
};
