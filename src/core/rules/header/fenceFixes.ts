import { convertUnread } from '../../convert';
import { lineEnd as lineEndAt, nextLine } from '../../frontMatter/fence';
import type { IntendedFence } from '../../frontMatter/fence';
import type { Format } from '../../frontMatter/tree';
import type { Generator } from '../../generators/generator';
import { say } from '../../message';
import type { Message } from '../../message';
import type { Report } from '../../report/report';
import { lineEndOf } from '../../text';
import type { Range, TextEdit } from '../../text';
import type { Fix, RuleContext, RuleFinding } from '../rule';
import { subject } from '../shared/names';

/** What may stand around a fence on its line. */
export const BLANKS = /^[ \t]+|[ \t\r\f\v]+$/g;

/** What becomes of front matter that is not read, and why. */
export function consequence({ site, forecast }: RuleContext, cause: Message): Message {
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

export function asText(generator: Generator, cause: Message): Message {
  return say('{0} will print the front matter as text: {1}.', subject(generator), cause);
}

/** Where one field follows another on a line, as a formatter joins them. */
const NEXT_FIELD =
  /[ \t]+(?=(?:title|date|layout|tags|categories|draft|published|slug|author|description):[ \t])/g;

/** The closing fence became a heading's underline, and that a heading's mark: `## title: …`. */
export function heading(context: RuleContext, line: Range): RuleFinding {
  const { text } = context.report;
  const written = text.slice(line.start, line.end);
  const marks = /^#+[ \t]+/.exec(written)?.[0] ?? '';
  const lineEnd = lineEndOf(text);
  const fields = written.slice(marks.length).trimEnd().replace(NEXT_FIELD, lineEnd);
  const cause = say('its last line became a heading, and its closing fence is gone');
  return {
    message: consequence(context, cause),
    range: line,
    fixes: [
      {
        title: say('Take `{0}` away, and close the front matter with `---`', marks.trim()),
        preferred: true,
        edits: [{ range: line, newText: `${fields}${lineEnd}---` }],
      },
    ],
  };
}

/** The front matter in the format that the generator reads. It is then read for the first time: that is for the writer to see. */
export function converted({ report, site }: RuleContext, format: Format): Fix[] {
  const edit = convertUnread(report, site, format);
  const title = say('Convert the front matter to {0}', format.toUpperCase());
  return edit ? [{ title, preferred: false, edits: [edit] }] : [];
}

/** Makes the opening line, and a closing one that is as wrong, a fence. */
export function mend({ text }: Report, { open, close }: IntendedFence, mark: string): TextEdit[] {
  const isWrong = (range: Range) => text.slice(range.start, range.end).replace(BLANKS, '') !== mark;
  return [open, ...(close ? [close] : [])].filter(isWrong).map((range) => ({ range, newText: mark }));
}

/** Takes the lines of the code block around front matter out. */
export function unwrap({ text }: Report, { open, close }: IntendedFence): TextEdit[] {
  return [open, ...(close ? [close] : [])].map(({ start, end }) => ({
    range: { start, end: nextLine(text, end) },
    newText: '',
  }));
}

/** Fields at the very top, whose opening fence was forgotten. */
export function notOpened(context: RuleContext, fence: IntendedFence): RuleFinding {
  const { report, site } = context;
  const { text } = report;
  const mark = fence.format === 'yaml' ? '---' : '+++';
  const lineEnd = lineEndOf(text);
  const first = fence.open.end;
  const open = { range: fence.open, newText: mark + lineEnd };
  const at = fence.header.end;
  const gap = /(?:^|\n)$/.test(text.slice(0, at)) ? '' : lineEnd;
  const close = fence.close
    ? mend(report, { ...fence, open: fence.close }, mark).slice(0, 1)
    : [{ range: { start: at, end: at }, newText: gap + mark + lineEnd }];
  const isFormat = site.generator.formats.includes(fence.format);
  return {
    message: asText(site.generator, say('no line of `{0}` opens it', mark)),
    range: { start: first, end: lineEndAt(text, first) },
    fixes: isFormat
      ? [{ title: say('Open the front matter with `{0}`', mark), preferred: true, edits: [open, ...close] }]
      : [],
  };
}

/** Lines that end with a carriage return alone: Jekyll sees one long line. */
export function loneReturns(context: RuleContext, fence: IntendedFence): RuleFinding {
  const { text } = context.report;
  const newText = text.includes('\r\n') && !/(?:^|[^\r])\n/.test(text) ? '\r\n' : '\n';
  const edits = Array.from(text.matchAll(/\r(?!\n)/g), ({ index }) => ({
    range: { start: index, end: index + 1 },
    newText,
  }));
  return {
    message: consequence(context, say('a carriage return alone ends no line')),
    range: fence.open,
    fixes: [{ title: say('End the lines with line feeds'), preferred: true, edits }],
  };
}
