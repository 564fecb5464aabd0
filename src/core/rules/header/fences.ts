import { convertUnread } from '../../convert';
import { findIntendedFence, hasLoneReturns } from '../../frontMatter/fence';
import type { IntendedFence } from '../../frontMatter/fence';
import type { Format } from '../../frontMatter/tree';
import type { CauseCode, Generator } from '../../generators/generator';
import { say } from '../../message';
import type { Message } from '../../message';
import type { Report } from '../../report/report';
import { lineEndOf } from '../../text';
import type { TextEdit } from '../../text';
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule';
import { subject } from '../names';

/** The front matter that was meant where the generator does not read it; null where it does. */
function unreadFrontMatter({ report, site, forecast }: RuleContext): IntendedFence | null {
  const code = forecast.cause?.code;
  if (report.fence.kind === 'none' && forecast.title && site.generator.titleFromFile(report.path) === null) {
    // Older Hugos read it behind a second byte order mark, or a comment: how else would the title be known?
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

/** What may stand around a fence on its line. */
const BLANKS = /^[ \t]+|[ \t\r\f\v]+$/g;

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

/** What becomes of front matter that is not read, and why. */
function consequence({ site, forecast }: RuleContext, cause: Message): Message {
  switch (forecast.outcome) {
    case 'build-error':
      // Liquid is another matter: without it the front matter would be text.
      return forecast.cause?.code === 'liquid'
        ? asText(site.generator, cause)
        : site.generator.failure(cause, forecast.outcome);
    // gray-matter reads a header that does not end to the end of the file.
    case 'published':
      if (site.generator.isKnown) {
        return asText(site.generator, cause);
      }
      return say('{0} will take the whole file for front matter: {1}.', subject(site.generator), cause);
    default:
      return asText(site.generator, cause);
  }
}

function asText(generator: Generator, cause: Message): Message {
  return say('{0} will print the front matter as text: {1}.', subject(generator), cause);
}

/** A header that opens and never closes. */
export const unclosedFence: Rule = {
  code: 'unclosed-fence',
  severity: 'error',
  check(context): RuleFinding[] {
    const fence = unreadFrontMatter(context);
    const { text } = context.report;
    if (!fence) {
      return failure(context, 'unclosed-fence');
    }
    if (
      somethingBefore(context, fence) ||
      !isPlainOpening(context, fence) ||
      fence.format === 'json' ||
      hasLoneReturns(text)
    ) {
      return [];
    }
    const closing = fence.format === 'yaml' ? '---' : '+++';
    const lineEnd = lineEndOf(text);
    // A closing line of another length, `----`, is mended in place.
    const fix = fence.close
      ? { range: fence.close, newText: closing }
      : {
          range: { start: fence.header.end, end: fence.header.end },
          newText: (text[fence.header.end - 1] === '\n' ? '' : lineEnd) + closing + lineEnd,
        };
    const cause = say('the front matter is not closed by a line of `{0}`', closing);
    return [
      {
        message: consequence(context, cause),
        range: fence.close ?? fence.open,
        fixes: [{ title: say('Close the front matter with `{0}`', closing), preferred: true, edits: [fix] }],
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
    if (!fence || !somethingBefore(context, fence) || fence.format !== 'yaml') {
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
    return [
      {
        message: asText(context.site.generator, say('nothing may stand before its first line')),
        range: blank
          ? { start: fence.open.start, end: fence.open.end }
          : { start: before.start, end: before.start + removed.trimEnd().length },
        fixes: blank
          ? [{ title: say('Remove the blanks before the front matter'), preferred: true, edits: [remove] }]
          : moved
            ? [
                {
                  title: say('Move the text behind the front matter'),
                  preferred: true,
                  edits: [remove, moved],
                },
              ]
            : [],
      },
    ];
  },
};

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
    const cause = say('`{0}` does not open front matter', opening);
    if (generator.mayEvaluate && /^---\s*\w/.test(opening)) {
      const message = say('Some site generators run `{0}` as a program; here it is not read.', opening);
      return [{ severity: 'warning', message, range: fence.open, fixes: [] }];
    }
    const fixes = WRONG_LENGTH.test(opening)
      ? [
          {
            title: say('Open the front matter with `---`'),
            preferred: true,
            edits: mend(context.report, fence),
          },
        ]
      : [];
    return [{ message: consequence(context, cause), range: fence.open, fixes }];
  },
};

/** The front matter in the format that the generator reads. It is then read for the first time: that is for the writer to see. */
function converted({ report, site }: RuleContext, format: Format): Fix[] {
  const edit = convertUnread(report, site, format);
  const title = say('Convert the front matter to {0}', format.toUpperCase());
  return edit ? [{ title, preferred: false, edits: [edit] }] : [];
}

/** Too many hyphens, too few, dashes in their place, or a mark with a no-break space behind it. */
const WRONG_LENGTH = /^(?:-{2,}|[\u2013\u2014]{1,2}-?)[ \t]*$/;

/** Makes the opening line, and a closing one that is as wrong, `---`. */
function mend({ text }: Report, { open, close }: IntendedFence): TextEdit[] {
  const isWrong = (line: string) => WRONG_LENGTH.test(line) && line.trimEnd() !== '---';
  const lines = close && isWrong(text.slice(close.start, close.end)) ? [open, close] : [open];
  return lines.map((range) => ({ range, newText: '---' }));
}

/** Lines that end with a carriage return alone: Jekyll sees one long line. */
function loneReturns(context: RuleContext, fence: IntendedFence): RuleFinding {
  const edits = Array.from(context.report.text.matchAll(/\r(?!\n)/g), ({ index }) => ({
    range: { start: index, end: index + 1 },
    newText: '\n',
  }));
  return {
    message: consequence(context, say('a carriage return alone ends no line')),
    range: fence.open,
    fixes: [{ title: say('End the lines with line feeds'), preferred: true, edits }],
  };
}
