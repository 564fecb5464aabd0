import type { Entry } from '../../core/frontMatter/tree';
import type { Outcome } from '../../core/generators/forecast';
import { say } from '../../core/message';
import type { Message } from '../../core/message';
import type { Range } from '../../core/text';
import type { ForecastView, State } from '../../webview/reportView';
import { ignoredDraft } from '../../core/rules/publishing/draftIgnored';
import { forecastFixes } from './findingsView';
import { targetOf } from './context';
import type { Speech, ViewInput } from './context';
import { dayOf } from './headerView';

const STATES: Readonly<Record<Outcome, State>> = {
  published: 'published',
  hidden: 'hidden',
  bare: 'warning',
  text: 'warning',
  skipped: 'warning',
  'build-error': 'error',
};

/** What the site's generator will do with the report, in one sentence. */
export function forecastView(input: ViewInput, speech: Speech): ForecastView {
  const { report, site, siteReason, forecast } = input;
  const { translate } = speech;
  const known = site.generator.isKnown;
  const ignored = known ? ignoredDraft(report, forecast) : undefined;
  const broken = brokenDraft(input);
  const range = forecast.cause?.range ?? ignored?.range ?? broken;
  return {
    heading: translate(say('What the site will do')),
    state:
      ignored || broken
        ? 'warning'
        : !known && forecast.outcome === 'published'
          ? 'unknown'
          : STATES[forecast.outcome],
    sentence: translate(
      forecast.reason ?? (ignored ? liveSentence(input, ignored) : publishedSentence(input, speech, known)),
    ),
    generator: known
      ? [site.generator.title, site.version].filter(Boolean).join(' ')
      : translate(say('Site generator not known')),
    detail: translate(siteReason),
    target: range ? targetOf(range, report, speech) : null,
    button: known ? null : { label: translate(say('Select site generator')), action: 'selectGenerator' },
    fixes: forecastFixes(input, range, speech),
  };
}

/** What cannot be read of a draft, which will be lost once it is published. */
function brokenDraft({ report, forecast }: ViewInput): Range | undefined {
  return forecast.outcome === 'hidden' && forecast.cause?.code === 'draft'
    ? report.frontMatter?.problems[0]?.range
    : undefined;
}

/** Published, though the writer meant to hide it. */
function liveSentence({ report, site }: ViewInput, { range }: Entry): Message {
  const written = report.text.slice(range.start, range.end);
  return say('{0} will publish this report, although it says `{1}`.', site.generator.title, written);
}

function publishedSentence(input: ViewInput, { language }: Speech, known: boolean): Message {
  if (!known) {
    return say('No site was found for this file. Select its generator to see what will become of it.');
  }
  const { title } = input.site.generator;
  const day = dayOf(input, language);
  const { url } = input.forecast;
  const hasAddress = url !== null && !url.includes('`');
  if (!day) {
    return hasAddress
      ? say('{0} will publish this report without a date, at `{1}`.', title, url)
      : say('{0} will publish this report without a date.', title);
  }
  // "dated", not "on": most reports are written after their date.
  return !hasAddress
    ? say('{0} will publish this report, dated {1}.', title, day)
    : say('{0} will publish this report, dated {1}, at `{2}`.', title, day, url);
}
