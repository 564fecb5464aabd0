import { say } from '../../message';
import type { Message } from '../../message';
import type { Report } from '../../report/report';
import type { Range } from '../../text';
import { yamlQuoted } from '../../write/edits';
import { subject } from '../shared/names';
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule';
import { areValuesUsed, findingAt, isTermRead, TERM_FIELDS, TEXT_FIELDS } from '../shared/fields';
import { writtenItems, writtenValue } from '../../write/written';
import type { Written } from '../../write/written';

/** The fields in which a `#` may be a part of the text. */
const FIELDS: readonly string[] = [...TEXT_FIELDS.filter((name) => name !== 'slug'), 'keywords'];

const TERMS: ReadonlySet<string> = new Set(TERM_FIELDS);

/** A hashtag or a number, no comment: those start with a blank, or with a word for what is to be done. */
const HASHTAG = /^#(?!(?:todo|fixme|xxx|tbd|note|optional|required)\b)[\p{L}\p{N}]/iu;

/** A value that a comment cuts short. */
export const cutValue: Rule = {
  code: 'cut-value',
  severity: 'warning',
  check(context) {
    const { report } = context;
    if (!areValuesUsed(context) || report.frontMatter?.format !== 'yaml' || !report.header.includes('#')) {
      return [];
    }
    const terms = TERM_FIELDS.filter((name) => isTermRead(context, name));
    return [
      ...[...FIELDS, ...terms].flatMap((name) => checkField(context, name)),
      ...checkSeparator(context),
    ];
  },
};

function checkField(context: RuleContext, name: string): RuleFinding[] {
  const { report } = context;
  const entry = report.field(name);
  const value = entry?.value;
  if (value?.kind === 'list') {
    return writtenItems(report, value).flatMap((item): RuleFinding[] => {
      const comment = cutOff(report, item);
      if (!comment) {
        return [];
      }
      // In brackets the comment may have taken more of the list with it; and a comma makes tags of a lone item.
      const text = report.text.slice(comment.start, comment.end);
      const fixes = /[,[\]{}]/.test(text) ? [] : quote(report, item, comment, false);
      return [findingAt(context, 'warning', messageOf(context, '', item), comment, fixes)];
    });
  }
  const written = entry && writtenValue(report, entry);
  const comment = written ? cutOff(report, written) : null;
  if (!written || !comment) {
    return [];
  }
  const isNeeded = name === 'title' || TERMS.has(name);
  const whole = report.text.slice(written.range.start, comment.end);
  const fixes =
    TERMS.has(name) && !isOneTag(context, whole)
      ? []
      : quote(report, written, comment, name === 'title' || (written.node !== null && !TERMS.has(name)));
  const found = findingAt(context, 'warning', messageOf(context, name, written), comment, fixes);
  return [written.node || isNeeded ? found : { ...found, severity: 'info' }];
}

/** Tells whether a string of tags is no more than that: one that is several gets another finding. */
function isOneTag({ site }: RuleContext, text: string): boolean {
  return !/[,;]/.test(text) && (site.generator.terms.splitsStrings || !/\s/.test(text));
}

/** The comment that was meant as text; null where there is none. */
export function cutOff({ text }: Report, { node, comment, mark }: Written): Range | null {
  const isPlain = node === null || (node.kind === 'scalar' && node.style === 'plain');
  return comment && isPlain && mark === '' && HASHTAG.test(text.slice(comment.start, comment.end))
    ? comment
    : null;
}

function messageOf({ site, forecast }: RuleContext, name: string, { node, source }: Written): Message {
  const generator = subject(site.generator);
  if (name === 'title') {
    return forecast.title === null || forecast.title === ''
      ? say('{0} will show this post without a title: `#` after a space starts a comment.', generator)
      : say('{0} will call this post “{1}”: `#` after a space starts a comment.', generator, forecast.title);
  }
  return node
    ? say('{0} will read `{1}` alone: `#` after a space starts a comment.', generator, source)
    : say('{0} will read nothing here: `#` after a space starts a comment.', generator);
}

/** Quotes the value together with the comment. */
function quote({ text }: Report, { range }: Written, comment: Range, preferred: boolean): Fix[] {
  const whole = { start: range.start, end: comment.end };
  // What is written on several lines is not one text to the letter.
  const written = text.slice(whole.start, whole.end);
  return /[\r\n]/.test(written)
    ? []
    : [
        {
          title: say('Put it in quotes'),
          preferred: preferred && !/\s#\s/.test(written),
          edits: [{ range: whole, newText: yamlQuoted(written) }],
        },
      ];
}

/** `excerpt_separator: #more`: whatever follows the `#`, a separator was meant. */
function checkSeparator(context: RuleContext): RuleFinding[] {
  const { report, site } = context;
  const entry = report.field('excerpt_separator');
  const isRead = site.generator.knownFields.some(({ name }) => name === 'excerpt_separator');
  if (!entry || entry.value || !isRead) {
    return [];
  }
  const written = writtenValue(report, entry);
  const { comment } = written;
  const separator = comment ? report.text.slice(comment.start, comment.end) : '';
  if (!comment || written.mark !== '' || !/^#\S/.test(separator)) {
    return [];
  }
  const message = say(
    '{0} will not look for `{1}`: `#` after a space starts a comment.',
    subject(site.generator),
    separator,
  );
  // One that is not in the text gets another finding.
  const fixes = report.text.includes(separator, report.body) ? quote(report, written, comment, true) : [];
  return [findingAt(context, 'warning', message, comment, fixes)];
}
