import { excerptOf } from '../../generators/excerptOf';
import { say } from '../../message';
import type { Range } from '../../text';
import { forecastAfter, reportAfter } from '../shared/after';
import { placeField } from '../../write/edits';
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule';
import { hasCutExcerpt } from '../shared/excerptFixes';
import { isInCode } from '../shared/inline';

/** As people write it; other programs read no other word. */
const MARKER = /<!--[ \t]*more[ \t]*-{2,3}>/gi;

/** How many in code are passed over: nobody writes more of them. */
const MAX_TRIES = 20;

/**
 * A separator in the text that Jekyll does not look for, as neither the report nor the site sets `excerpt_separator`
 * (Jekyll 4.4.1, lib/jekyll/document.rb, excerpt_separator).
 */
export const unreadSeparator: Rule = {
  code: 'unread-separator',
  severity: 'warning',
  asksOthers: true,
  check(context): RuleFinding[] {
    const range = findUnreadSeparator(context);
    if (!range) {
      return [];
    }
    const { report, site } = context;
    const literal = report.text.slice(range.start, range.end);
    const message = say(
      '{0} will not end the excerpt here: no `excerpt_separator` is set.',
      site.generator.title,
    );
    // An earlier one, in code, would end the excerpt there.
    const isFirst = report.text.indexOf(literal, report.body) === range.start;
    const edit =
      isFirst && !report.field('excerpt_separator')
        ? placeField(context, 'excerpt_separator', literal)
        : null;
    const title = say('Set `excerpt_separator` to `{0}`', literal);
    const fix = edit ? { title, preferred: false, edits: [edit] } : null;
    return [{ message, range, fixes: fix && isGood(context, range, fix) ? [fix] : [] }];
  },
};

/** Tells whether there is something to read before the separator; and an excerpt that ends within Liquid stops the build. */
function isGood(context: RuleContext, { start }: Range, fix: Fix): boolean {
  const { report, site, forecast } = context;
  const hasText = report.blocks.some(({ kind, range }) => kind !== 'heading' && range.start < start);
  return (
    hasText &&
    forecastAfter(context, fix).outcome === forecast.outcome &&
    excerptOf(reportAfter(context, fix), site).text !== ''
  );
}

/**
 * The separator that is not looked for though it would end the excerpt elsewhere; undefined where there is none, and where
 * the site's own templates look for it.
 */
export function findUnreadSeparator(context: RuleContext): Range | undefined {
  const { report, site } = context;
  const { text, body } = report;
  if (!text.includes('<!--', body) || !hasCutExcerpt(context)) {
    return undefined;
  }
  const separator = site.generator.separatorOf(report, site);
  const isUnset = separator?.declaredBy === null && site.config.excerptSeparator === undefined;
  if (!isUnset || separator.text === '' || separator.text.trim() !== '') {
    return undefined;
  }
  MARKER.lastIndex = body;
  let match = MARKER.exec(text);
  for (let tries = 0; match && isInCode(report, match.index); tries++) {
    match = tries < MAX_TRIES ? MARKER.exec(text) : null;
  }
  if (!match || site.config.postLists?.cuts.includes(match[0]) === true) {
    return undefined;
  }
  const wanted = text.slice(body, match.index).trim();
  const cut = text.indexOf(separator.text, body);
  const shown = text.slice(body, cut < 0 ? text.length : cut).trim();
  // With nothing before it, it would end the excerpt before it has begun.
  return wanted === '' || wanted === shown.replace(match[0], '').trim()
    ? undefined
    : { start: match.index, end: match.index + match[0].length };
}
