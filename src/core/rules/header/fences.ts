import { findIntendedFence, hasLoneReturns, isSlippedMark } from '../../frontMatter/fence';
import type { IntendedFence } from '../../frontMatter/fence';
import type { CauseCode } from '../../generators/forecast';
import { say } from '../../message';
import type { Report } from '../../report/report';
import { lineEndOf } from '../../text';
import type { TextEdit } from '../../text';
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule';
import { visible } from '../shared/names';
import {
  asText, BLANKS, consequence, converted, heading, loneReturns, mend, notOpened, unwrap,
} from './fenceFixes'; // prettier-ignore

/** The front matter that was meant where the generator does not read it; null where it does. */
function unreadFrontMatter({ report, site, forecast }: RuleContext): IntendedFence | null {
  const code = forecast.cause?.code;
  if (report.fence.kind === 'none' && forecast.title && site.generator.titleFromFile(report.path) === null) {
    // Older Hugos read it behind a second byte order mark, or a comment: how else would the title be known?
    return null;
  }
  const isRead = forecast.outcome === 'published' || forecast.outcome === 'hidden';
  if (report.fence.kind === 'closed' && isRead && site.generator.isKnown) {
    // More hyphens than three do open for Hugo.
    return null;
  }
  const unread = report.fence.kind !== 'closed' || code === 'no-front-matter' || hasTextBehindFence(report);
  return unread ? findIntendedFence(report.text) : null;
}

/** Hugo takes what stands behind the opening fence for the header's first line. */
export function hasTextBehindFence({ fence, text }: Report): boolean {
  return (
    fence.kind === 'closed' &&
    fence.fence.format !== 'json' &&
    /^[ \t]*[^\s#]/.test(text.slice(fence.fence.open.end, fence.fence.header.end)) &&
    fence.fence.header.start === fence.fence.open.end
  );
}

/** Where the opening fence is one that the generator knows, and stands first. */
function isPlainOpening(context: RuleContext, fence: IntendedFence): boolean {
  const opening = context.report.text.slice(fence.open.start, fence.open.end);
  const mark = { yaml: '---', toml: '+++', json: '' }[fence.format];
  // A no-break space behind the mark is no blank.
  return context.site.generator.formats.includes(fence.format) && opening.replace(BLANKS, '') === mark;
}

function somethingBefore(context: RuleContext, fence: IntendedFence): boolean {
  const before = context.report.text.slice(fence.before.start, fence.open.start);
  const indent = /^[ \t]/.test(context.report.text.slice(fence.open.start, fence.open.end));
  // A second byte order mark is no blank for anyone.
  return context.site.generator.skipsBlanks ? /[^ \t\r\n\f\v]/.test(before) : before !== '' || indent;
}

/** A header that opens and never closes. */
export const unclosedFence: Rule = {
  code: 'unclosed-fence',
  severity: 'error',
  check(context): RuleFinding[] {
    const fence = unreadFrontMatter(context);
    const { text } = context.report;
    // Braces that do not balance close nowhere.
    if (fence?.format === 'json' || !fence) {
      return failure(context, 'unclosed-fence');
    }
    if (somethingBefore(context, fence) || !isPlainOpening(context, fence) || hasLoneReturns(text)) {
      return [];
    }
    const closing = fence.format === 'yaml' ? '---' : '+++';
    const lineEnd = lineEndOf(text);
    if (fence.slip === 'heading' && fence.close) {
      return [heading(context, fence.close)];
    }
    // A closing line of another length, `----`, is mended in place.
    const fix = fence.close
      ? { range: fence.close, newText: closing }
      : {
          range: { start: fence.header.end, end: fence.header.end },
          newText: (text[fence.header.end - 1] === '\n' ? '' : lineEnd) + closing + lineEnd,
        };
    const cause = say('the front matter is not closed by a line of `{0}`', closing);
    const title = say('Close the front matter with `{0}`', closing);
    // Where such a line is there, it is the opening one that is not as it should be.
    const isThere = text.slice(fix.range.start, fix.range.end) === fix.newText;
    return [
      {
        message: consequence(context, cause),
        range: fence.close ?? fence.open,
        fixes: isThere ? [] : [{ title, preferred: true, edits: [fix] }],
      },
    ];
  },
};

/** Text, or for Jekyll as little as a blank line, before the header. */
export const textBeforeFence: Rule = {
  code: 'text-before-fence',
  severity: 'error',
  check(context): RuleFinding[] {
    const fence = unreadFrontMatter(context);
    if (
      !fence ||
      fence.slip === 'not-opened' ||
      !somethingBefore(context, fence) ||
      fence.format !== 'yaml'
    ) {
      return [];
    }
    const { text } = context.report;
    const indent = /^[ \t]*/.exec(text.slice(fence.open.start, fence.open.end))?.[0].length ?? 0;
    const before = { start: fence.before.start, end: fence.open.start + indent };
    const removed = text.slice(before.start, before.end);
    const blank = removed.trim() === '';
    const lineEnd = lineEndOf(text);
    const remove = { range: before, newText: '' };
    const close = fence.close;
    // Between the front matter and the body, with a blank line on either side.
    const gap = close && /^\r?\n\s*(?:\n|$)/.test(text.slice(close.end)) ? '' : lineEnd;
    const words = removed.trim();
    // A comment stands on the text itself: Jekyll ends the excerpt at the first empty line, with nothing to read before it.
    const isComment = words.startsWith('<!--') && words.indexOf('-->') === words.length - 3;
    const blanks =
      isComment && close ? (/^(?:[ \t]*\r?\n)+/.exec(text.slice(close.end))?.[0].length ?? 0) : 0;
    const moved = close && {
      range: { start: close.end, end: close.end + blanks },
      newText: lineEnd + lineEnd + words + (blanks > 0 ? lineEnd : gap),
    };
    const closing = close ? mend(context.report, { ...fence, open: close, close: null }, '---') : [];
    return [
      {
        message: asText(context.site.generator, say('nothing may stand before its first line')),
        range: blank
          ? { start: fence.open.start, end: fence.open.end }
          : { start: before.start, end: before.start + removed.trimEnd().length },
        fixes: blank
          ? withoutBlanks(context, fence, remove)
          : moved
            ? [
                {
                  title: say('Move the text behind the front matter'),
                  preferred: true,
                  edits: [remove, ...closing, moved],
                },
              ]
            : [],
      },
    ];
  },
};

/** Takes the blanks before a fence away; one that is none then either, as it is too long, is mended with it. */
function withoutBlanks(context: RuleContext, fence: IntendedFence, remove: TextEdit): Fix[] {
  if (isPlainOpening(context, fence)) {
    return [{ title: say('Remove the blanks before the front matter'), preferred: true, edits: [remove] }];
  }
  const mark = '---';
  const open = { start: remove.range.end, end: fence.open.end };
  return isSlippedMark(context.report.text.slice(open.start, open.end))
    ? [
        {
          title: say('Open the front matter with `{0}`', mark),
          preferred: true,
          edits: [remove, ...mend(context.report, { ...fence, open }, mark)],
        },
      ]
    : [];
}

/** What ends the build though nothing looks like front matter: Hugo takes any `---` at the top for a fence. */
function failure({ site, forecast }: RuleContext, code: CauseCode): RuleFinding[] {
  const { outcome, cause, reason } = forecast;
  return site.generator.isKnown && outcome === 'build-error' && cause?.code === code && cause.range && reason
    ? [{ message: reason, range: cause.range, fixes: [] }]
    : [];
}

/** A fence or a format that the generator does not know: `----`, `---json`, or TOML in Jekyll. */
export const unreadFence: Rule = {
  code: 'unread-fence',
  severity: 'error',
  check(context): RuleFinding[] {
    const fence = unreadFrontMatter(context);
    if (!fence) {
      return failure(context, 'invalid-fence');
    }
    if (fence.slip === 'not-opened') {
      return [notOpened(context, fence)];
    }
    const isPlain = isPlainOpening(context, fence);
    if (somethingBefore(context, fence) || (isPlain && !hasLoneReturns(context.report.text))) {
      return [];
    }
    if (isPlain) {
      return [loneReturns(context, fence)];
    }
    const { generator } = context.site;
    const opening = context.report.text.slice(fence.open.start, fence.open.end).trim();
    if (!generator.formats.includes(fence.format)) {
      const name = fence.format.toUpperCase();
      const range =
        fence.format === 'json' ? { start: fence.open.start, end: fence.open.start + 1 } : fence.open;
      return [
        {
          message: consequence(context, say('it reads YAML, not {0}', name)),
          range,
          fixes: converted(context, generator.formats[0] ?? 'yaml'),
        },
      ];
    }
    const cause = /^[`~]{3}/.test(opening)
      ? say('a block of code opens none')
      : say('`{0}` does not open front matter', visible(opening));
    if (generator.mayEvaluate && /^---\s*\w/.test(opening)) {
      const message = say('Some site generators run `{0}` as a program; here it is not read.', opening);
      return [{ severity: 'warning', message, range: fence.open, fixes: [] }];
    }
    const mark = fence.format === 'yaml' ? '---' : '+++';
    const fixes: Fix[] =
      fence.slip === 'in-code'
        ? [
            {
              title: say('Take the front matter out of the code block'),
              preferred: true,
              edits: unwrap(context.report, fence),
            },
          ]
        : isSlippedMark(opening)
          ? [
              {
                title: say('Open the front matter with `{0}`', mark),
                preferred: true,
                edits: mend(context.report, fence, mark),
              },
            ]
          : [];
    return [{ message: consequence(context, cause), range: fence.open, fixes }];
  },
};
