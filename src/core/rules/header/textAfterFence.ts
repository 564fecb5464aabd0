import { lineEnd, nextLine } from '../../frontMatter/fence';
import { duplicateField } from '../../frontMatter/tree';
import { say } from '../../message';
import { lineEndOf } from '../../text';
import type { Range } from '../../text';
import { forecastAfter, reportAfter } from '../shared/after';
import { subject } from '../shared/names';
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule';

/**
 * Text that a closing fence leaves in the body: what stands behind it on its line (Hugo's pagelexer_intro.go and gray-matter end
 * front matter at any line that starts with the fence), and front matter that goes on below it.
 */
export const textAfterFence: Rule = {
  code: 'text-after-fence',
  severity: 'warning',
  check(context): RuleFinding[] {
    const { report, forecast } = context;
    if (
      report.fence.kind !== 'closed' ||
      !report.fence.fence.close ||
      report.frontMatter?.problems.length !== 0 ||
      (forecast.outcome !== 'published' && forecast.cause?.code !== 'future')
    ) {
      return [];
    }
    const { close, format } = report.fence.fence;
    return [...restOfLine(context, close, format === 'json'), ...moreFields(context, close)];
  },
};

function restOfLine(context: RuleContext, close: Range, isJson: boolean): RuleFinding[] {
  const { report, site } = context;
  const { text } = report;
  const line = text.slice(close.end, lineEnd(text, close.end));
  const rest = line.trim();
  // The text may well start behind JSON's brace.
  if (rest === '' || (isJson && !/^[;,]$/.test(rest))) {
    return [];
  }
  const start = close.end + line.indexOf(rest);
  const range = { start, end: start + rest.length };
  const removed = { range: { start: close.end, end: range.end }, newText: '' };
  const isRubbish = /^[-+;,]+$/.test(rest);
  const moved = { range: { start: close.end, end: start }, newText: lineEndOf(text) };
  const fixes: Fix[] = [
    { title: say('Remove `{0}`', shortened(rest)), preferred: isRubbish, edits: [removed] },
    ...(isRubbish
      ? []
      : [{ title: say('Move it to the next line, as text'), preferred: false, edits: [moved] }]),
  ];
  const message = say(
    '{0} will print `{1}` as text: the front matter ends before it.',
    subject(site.generator),
    shortened(rest),
  );
  // What stood behind the mark may become a block of its own, which ends the build.
  return [
    { message, range, fixes: fixes.filter((fix) => forecastAfter(context, fix).outcome !== 'build-error') },
  ];
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** How many lines a second part of front matter has at most. */
const MAX_LINES = 60;

/** A field of nearly every report: other text may hold `Speaker: Ann` above a rule. */
const TYPICAL = /^["']?(?:title|date|layout|tags|categories|draft|published|slug|author)["']?[ \t]*:(?:\s|$)/;

/** A field, an item of a list, or what goes on with one. */
const HEADER_LINE = /^(?:["']?[\p{L}_][\p{L}\p{N}_-]*["']?[ \t]*:(?:\s|$)|#|[ \t]*-[ \t]|[ \t]+\S|[ \t]*$)/u;

/** Fields below the closing fence, up to a further one: the first fence was not meant to close. */
function moreFields(context: RuleContext, close: Range): RuleFinding[] {
  const { report, site } = context;
  const { text } = report;
  if (report.frontMatter?.format !== 'yaml') {
    return [];
  }
  const found = fieldsBelow(text, nextLine(text, lineEnd(text, close.end)));
  if (!found) {
    return [];
  }
  // All fences between the first and the last one are taken out.
  const edits = [close, ...(found.opening ? [found.opening] : [])].map(({ start }) => ({
    range: { start, end: nextLine(text, lineEnd(text, start)) },
    newText: '',
  }));
  const after = reportAfter(context, { edits });
  const outcome = site.generator.forecast(after, site, context.now).outcome;
  const isOne =
    (outcome !== 'build-error' || context.forecast.outcome === 'build-error') &&
    after.fence.kind === 'closed' &&
    after.fields.length > report.fields.length &&
    after.frontMatter?.problems.length === 0 &&
    !duplicateField(after.fields);
  return [
    {
      message: say(
        '{0} will print these fields as text: the front matter ends above them.',
        subject(site.generator),
      ),
      range: found.fields,
      fixes: isOne ? [{ title: say('Join them with the front matter above'), preferred: false, edits }] : [],
    },
  ];
}

function fieldsBelow(
  text: string,
  from: number,
): { readonly opening: Range | null; readonly fields: Range } | null {
  let at = from;
  let opening: Range | null = null;
  let start: number | null = null;
  let end = at;
  let isTypical = false;
  for (let line = 0; line < MAX_LINES && at < text.length; line++) {
    const lineStop = lineEnd(text, at);
    const words = text.slice(at, lineStop);
    if (/^---[ \t]*$/.test(words)) {
      if (start !== null) {
        return isTypical ? { opening, fields: { start, end } } : null;
      }
      if (opening) {
        return null;
      }
      opening = { start: at, end: lineStop };
    } else if (!HEADER_LINE.test(words) || (start === null && /^[ \t#-]/.test(words))) {
      return null;
    } else if (words.trim() !== '') {
      start ??= at;
      end = at + words.trimEnd().length;
      isTypical ||= TYPICAL.test(words);
    }
    at = nextLine(text, lineStop);
  }
  return null;
}
