import { formatMessage } from '../../../src/core/message';
import type { Node } from '../../../src/core/frontMatter/tree';
import { readOldYaml } from '../../../src/core/generators/hugo/oldYaml';
import { atLeast } from '../../../src/core/generators/versions';
import { dayIn } from '../../../src/core/write/days';
import type { Finding, Fix } from '../../../src/core/rules/rule';
import { termUses } from '../../../src/core/terms/termUses';
import type { Mended, Reading } from './mended';
import { moveRange } from './mended';

/** What a fix's title promises: what is not so after it, as a sentence; null where the promise is kept. */
type Promised = (mended: Mended) => string | null;

/** The key of a fix's promise: its title, with the rule's code before it where that makes a difference. */
export function keyOf({ code }: Finding, { title: { template } }: Fix): string {
  const key = `${code}: ${template}`;
  return key in PROMISES ? key : template;
}

/** The first argument of a fix's title. */
function arg({ fix }: Mended, index = 0): string {
  const value = fix.title.args[index];
  return typeof value === 'object' ? formatMessage(value) : String(value ?? '');
}

/** The report is read: what its front matter says can be seen in the forecast. Of a draft in its folder it is not. */
function isRead({ forecast }: Reading): boolean {
  return forecast.outcome === 'published' || (forecast.outcome === 'hidden' && forecast.title !== null);
}

function hasProblems({ report }: Reading): boolean {
  return report.frontMatter === null || report.frontMatter.problems.length > 0;
}

function that(kept: boolean, broken: string): string | null {
  return kept ? null : broken;
}

function outcomeIs(outcome: 'hidden' | 'published'): Promised {
  return ({ after }) =>
    that(after.forecast.outcome === outcome, `the report is not ${outcome}, but ${after.forecast.outcome}`);
}

/** The front matter is recognised, unless it does not end either: then that is told next. */
const frontMatterIsRead: Promised = ({ after }) =>
  that(
    after.report.fence.kind === 'closed' || after.findings.some(({ code }) => code === 'unclosed-fence'),
    'the front matter is not recognised',
  );

/** The header can be read, or what cannot is less, or stands further down. */
const hasFewerProblems: Promised = ({ before, after, fix }) => {
  const count = ({ report }: Reading) => report.frontMatter?.problems.length ?? Infinity;
  const spot = ({ report, forecast }: Reading) =>
    report.frontMatter?.problems[0]?.range.start ??
    (['syntax', 'not-a-map'].includes(forecast.cause?.code ?? '') ? forecast.cause?.range?.start : undefined);
  const was = spot(before) ?? 0;
  const is = spot(after);
  const place = moveRange({ start: was, end: was }, fix.edits).start;
  return that(
    is === undefined || count(after) < count(before) || is > place,
    'the header is as broken as before',
  );
};

const hasText: Promised = (mended) => {
  const { after } = mended;
  const broken = hasFewerProblems(mended);
  const written = arg(mended);
  const text = written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written.slice(1, -1);
  const { report, site } = after;
  // The tree is that of the newest version's reader, the forecast that of the site's.
  const isOld = site.generator.name === 'hugo' && !atLeast(site.version, '0.152');
  const old = isOld ? readOldYaml(report.header, 0).root : null;
  const found = [report.frontMatter?.root ?? null, old].some((root) => scalars(root).includes(text));
  return broken ?? that(found || hasProblems(after), `no value is \`${text}\``);
};

const titleIs: Promised = (mended) => {
  const { after } = mended;
  return that(
    !isRead(after) || after.forecast.title === arg(mended),
    `it is “${String(after.forecast.title)}”`,
  );
};

const oneFieldLess: Promised = ({ before, after }) =>
  that(
    hasProblems(before) || after.report.fields.length === before.report.fields.length - 1,
    'the fields are not one less',
  );

/** The field in which a finding is, as it was and as a fix makes it. */
function fieldsAt({ before, after, finding }: Mended): [was: Node | null, is: Node | null] {
  const { start } = finding.range;
  const at = before.report.fields.findIndex(({ range }) => range.start <= start && start <= range.end);
  return [before.report.fields[at]?.value ?? null, after.report.fields[at]?.value ?? null];
}

/** What is written in quotes is read to the letter. */
const isTextNow: Promised = ({ after, fix }) => {
  const written = fix.edits[0]?.newText ?? '';
  const text = written.startsWith('"')
    ? (JSON.parse(written.replaceAll('\t', '\\t')) as string)
    : written.slice(1, -1).replaceAll("''", "'");
  const found = scalars(after.report.frontMatter?.root ?? null).includes(text);
  return that(found || hasProblems(after), `no value is ${written}`);
};

function itemsOf(node: Node | null): readonly (Node | null)[] {
  return node?.kind === 'list' ? node.items : [];
}

/** The list in which a finding is has so many items more. */
function moreItems(difference: (mended: Mended) => number): Promised {
  return (mended) => {
    const [was, is] = fieldsAt(mended).map((node) => itemsOf(node).length);
    return that(
      (is ?? 0) - (was ?? 0) === difference(mended),
      `of ${String(was)} items it makes ${String(is)}`,
    );
  };
}

const isListNow: Promised = (mended) => that(fieldsAt(mended)[1]?.kind === 'list', 'it is no list');

/** The name that the title tells is what the generator reads in that place, and all other terms are what they were. */
const isTermNow: Promised = (mended) => {
  const { before, after, finding, fix } = mended;
  const uses = ({ report, site }: Reading) => termUses(report, site);
  const at = uses(before).findIndex(({ inner }) => inner.start === finding.range.start);
  const expected = uses(before).map(({ name }, index) => (index === at ? arg(mended) : name));
  const found = uses(after).map(({ name }) => name);
  return that(
    at >= 0 && fix.edits.length === 1 && found.join('\n') === expected.join('\n'),
    `the terms are ${String(found)}`,
  );
};

/** The excerpt ends at the separator that the title tells. */
const endsExcerpt: Promised = (mended) => {
  const { report, site } = mended.after;
  const { separator } = site.generator.excerpt(report, site);
  const cut = separator && report.text.slice(separator.start, separator.end);
  return that(cut === arg(mended), `the excerpt ends at ${String(cut)}`);
};

function isSameHeader(before: Reading, after: Reading): boolean {
  return before.report.header === after.report.header;
}

function scalars(node: Node | null): string[] {
  switch (node?.kind) {
    case 'scalar':
      return [node.text];
    case 'list':
      return node.items.flatMap(scalars);
    case 'map':
      return node.entries.flatMap(({ value }) => scalars(value));
    default:
      return [];
  }
}

/** The date is read as the day that is written. */
const dateIs: Promised = (mended) => {
  const { after, finding, fix } = mended;
  const written = arg(mended);
  const { start, end } = moveRange(finding.range, fix.edits);
  const fields = after.report.fields.filter(({ range }) => range.start <= end && start <= range.end);
  const names = after.site.generator.dateFields;
  const fold = (name: string) => (after.report.generator.foldsKeys ? name.toLowerCase() : name);
  const field = fields.find(({ key }) => key.name !== null && names.includes(fold(key.name)));
  const reading = after.site.generator.readDate(
    (field ?? after.report.field('date'))?.value ?? null,
    after.site,
  );
  if (reading.kind !== 'date' || reading.rolled) {
    return `${written} is not read as a date`;
  }
  const [, day = '', clock = '00:00', zone = 'Z'] =
    /^(\S{10})(?:[T ]([\d:.]+))? ?(Z|[-+]\d{2}:?\d{2})?$/.exec(written) ?? [];
  const form = `${day}T${clock}${zone}`;
  const offset =
    after.site.config.timeZone === undefined || after.site.config.timeZone === 'UTC' ? 0 : 14 * 3_600_000;
  const difference = Math.abs(Date.parse(reading.instant) - Date.parse(form));
  return that(difference <= offset, `it is read as ${reading.instant}`);
};

const dateOfReportIs: Promised = (mended) => {
  const { after } = mended;
  return dateIs(mended) ?? that(!isRead(after) || after.forecast.date !== null, 'the report has no date');
};

/** The report is published under a day, where the site is. */
const dayIs: (mended: Mended, day: string) => string | null = ({ after }, day) => {
  const { date } = after.forecast;
  return that(date !== null && dayIn(date, after.site) === day, `it is dated ${String(date)}`);
};

/** The file has the name that the title tells, and the report the day that it starts with. */
const fileIsNamed: Promised = (mended) => {
  const { after, fix } = mended;
  const name = arg(mended);
  const isNamed = fix.rename === after.report.path && after.report.path.endsWith(`/${name}`);
  return that(isNamed, `it is called ${after.report.path}`) ?? dayIs(mended, name.slice(0, 10));
};

/**
 * What each fix promises, by its title. A fix that is new needs a line here: what of the forecast, or of the text as it is
 * read, is so after it.
 */
export const PROMISES: Readonly<Record<string, Promised>> = {
  'Remove the heading “{0}”': ({ before, after }) =>
    that(after.report.sections.length === before.report.sections.length - 1, 'the heading is still there'),

  'Write `{0}`': endsExcerpt,
  // What was looked up for the report as it was says nothing of what is named now: that it is there, targets.test.ts shows.
  'Name `{0}` instead': (mended) => that(mended.after.report.text.includes(arg(mended)), 'it is not named'),
  'Add `{0}` after the first paragraph': endsExcerpt,
  'Move `{0}` after the first paragraph': endsExcerpt,
  'Set `excerpt_separator` to `{0}`': endsExcerpt,
  'Make this heading one of level {0}': (mended) => {
    const { start } = mended.finding.range;
    const section = mended.after.report.sections.find(({ headingRange }) => headingRange.start === start);
    return that(section?.level === Number(arg(mended)), `it is one of level ${String(section?.level)}`);
  },
  'Raise this heading and the {0} that follow it': (mended) => {
    const level = ({ report }: Reading) => {
      const { start } = mended.finding.range;
      return report.sections.find(({ headingRange }) => headingRange.start === start)?.level ?? 0;
    };
    return that(level(mended.after) < level(mended.before), 'the heading is as low as before');
  },
  'Put `{0}` and `{1}` around it': (mended) => {
    const { before, after } = mended;
    const bare = after.text.replaceAll(arg(mended), '').replaceAll(arg(mended, 1), '');
    return that(bare.replace(/\s/g, '') === before.text.replace(/\s/g, ''), 'the text is another');
  },

  'Write a list of {0} tags': (mended) => {
    const { after, finding, fix } = mended;
    const { start, end } = moveRange(finding.range, fix.edits);
    const field = after.report.fields.find(({ range }) => range.start <= start && end <= range.end);
    const count = field?.value?.kind === 'list' ? field.value.items.length : 0;
    return that(count === Number(arg(mended)), `they are ${String(count)}`);
  },
  'Write a list': isListNow,
  'Make {0} tags of it': moreItems((mended) => Number(arg(mended)) - 1),
  'Write it without these quotes': (mended) => {
    const [was, is] = fieldsAt(mended).map(scalars);
    return that(
      (is ?? []).length === (was ?? []).length && (is ?? []).join('').length < (was ?? []).join('').length,
      `it is ${String(is)}`,
    );
  },
  'Write plain spaces': isListNow,
  'Align the dashes': moreItems(({ finding, before }) => {
    const { start, end } = finding.range;
    return before.text.slice(start, end).split('\n').length - 1;
  }),
  'Take it out of the inner list': (mended) =>
    that(
      itemsOf(fieldsAt(mended)[1]).filter((item) => item?.kind === 'list').length <
        itemsOf(fieldsAt(mended)[0]).filter((item) => item?.kind === 'list').length,
      'there are as many lists in it',
    ),
  'Remove it': moreItems(() => -1),
  'tag-spelling: Write `{0}`': isTermNow,
  'tag-vocabulary: Write `{0}`': isTermNow,
  'Remove the blanks': (mended) => {
    const [was, is] = fieldsAt(mended).map(scalars);
    return that(
      String(was?.map((text) => text.trim())) === String(is?.map((text) => text.trim())) &&
        (is ?? []).join('').length < (was ?? []).join('').length,
      `it is ${String(is)}`,
    );
  },
  'Add it to `{0}`': (mended) => {
    const { before, after } = mended;
    const many = scalars(after.report.field(arg(mended).toLowerCase())?.value ?? null);
    const singular = before.report.field(arg(mended).toLowerCase() === 'tags' ? 'tag' : 'category');
    const term = singular?.value?.kind === 'scalar' ? singular.value.text.trim() : '';
    return oneFieldLess(mended) ?? that(many.includes(term), `they are ${String(many)}`);
  },
  'ignored-field: Remove `{0}`': oneFieldLess,
  'Put it in quotes': isTextNow,
  'Use single quotes': isTextNow,
  'wrong-type: Write {0}': ({ after }) => {
    const { report, site } = after;
    const { separator } = site.generator.excerpt(report, site);
    return that(
      report.field('excerpt_separator')?.value?.kind === 'scalar' && separator !== null,
      'nothing ends the excerpt',
    );
  },
  'wrong-type: Write `{0}`': (mended) => {
    const isDraft = mended.before.site.generator.readsDraft === true;
    if (mended.after.report.path.startsWith('_drafts/')) {
      // Its folder hides it, whatever it says.
      return outcomeIs('hidden')(mended);
    }
    return outcomeIs((arg(mended) === 'true') === isDraft ? 'hidden' : 'published')(mended);
  },

  'Write {0}': dateIs,
  'Write the date {0} of the file name': dateOfReportIs,
  'Write the day {0} of the file name': (mended) => dayIs(mended, arg(mended)),
  'Write the day {0} of the file name, and have the post left out until then': (mended) =>
    outcomeIs('hidden')(mended) ?? dayIs(mended, arg(mended)),
  'Write {0}, the site’s own time': (mended) => dayIs(mended, /\d{4}-\d\d-\d\d/.exec(arg(mended))?.[0] ?? ''),
  'Write today’s date, {0}': dateOfReportIs,
  'Publish it now: write {0}': outcomeIs('published'),
  'Publish it now: write {0}, and rename the file to `{1}`': (mended) =>
    outcomeIs('published')(mended) ?? dayIs(mended, arg(mended)),
  'Rename the file to `{0}`': fileIsNamed,
  'Add the date {0} of the file name': dateOfReportIs,
  'Add today’s date, {0}': dateOfReportIs,

  'Add the title “{0}”': titleIs,
  'Write the title “{0}”': titleIs,
  'placeholder: Write `{0}`': (mended) => {
    const values = scalars(mended.after.report.frontMatter?.root ?? null);
    return that(
      values.some((value) => value.includes(arg(mended))),
      'no value has it',
    );
  },
  'Remove this `{0}`, keep the last one': (mended) => {
    const { before, after } = mended;
    const value = ({ report }: Reading) => JSON.stringify(scalars(report.field(arg(mended))?.value ?? null));
    return oneFieldLess(mended) ?? that(value(after) === value(before), 'the last one is not what it was');
  },
  'Remove this `{0}`, keep `{1}`': oneFieldLess,
  'Rename to `{0}`': (mended) => {
    const { before, after, finding } = mended;
    const was = before.report.fields.find(({ key }) => key.range.start === finding.range.start);
    const is = after.report.field(arg(mended));
    return that(
      is !== undefined && JSON.stringify(scalars(is.value)) === JSON.stringify(scalars(was?.value ?? null)),
      'there is no such field with that value',
    );
  },

  'Close the front matter with `{0}`': frontMatterIsRead,
  'Remove the blanks before the front matter': frontMatterIsRead,
  'Open the front matter with `{0}`': frontMatterIsRead,
  'Take the front matter out of the code block': frontMatterIsRead,
  'Take `{0}` away, and close the front matter with `---`': frontMatterIsRead,
  'Convert the front matter to {0}': (mended) => {
    const { fence } = mended.after.report;
    const format = fence.kind === 'closed' ? fence.fence.format : 'unread';
    return that(format.toUpperCase() === arg(mended), `it is ${format}`);
  },
  'End the lines with line feeds': frontMatterIsRead,
  'Move the text behind the front matter': (mended) => {
    const { before, after } = mended;
    const start = before.text.slice(mended.finding.range.start, mended.finding.range.end);
    return (
      frontMatterIsRead(mended) ??
      that(after.text.slice(after.report.body).includes(start), 'the text is gone')
    );
  },

  'Write `false`': outcomeIs('hidden'),
  'Write `true`': outcomeIs('hidden'),
  'Hide the post with `published: false`': outcomeIs('hidden'),
  'Move the file to `{0}`': (mended) =>
    outcomeIs('hidden')(mended) ??
    that(mended.after.report.path === arg(mended), 'it is elsewhere') ??
    oneFieldLess(mended),
  'Remove `{0}`: the post is to be published': (mended) =>
    outcomeIs('published')(mended) ?? oneFieldLess(mended),

  'Remove `{0}`': ({ before, after }) =>
    that(after.text.length < before.text.length && isSameHeader(before, after), 'the header is another'),
  'Move it to the next line, as text': ({ before, after }) =>
    that(isSameHeader(before, after), 'the header is another'),
  'Join them with the front matter above': ({ before, after }) =>
    that(
      after.report.fields.length > before.report.fields.length && !hasProblems(after),
      'there are no more fields',
    ),

  ...Object.fromEntries(
    [
      'Replace the tab with spaces',
      'Replace the tabs with spaces',
      'Remove the tab',
      'Put a space behind the colon',
      'Put a space behind {0} colons',
      'Replace it with a space',
      'Replace them with spaces',
      'Close the quote',
      'Close the quotes',
      'Close the list with `]`',
      'Close it with `{0}`',
      'Put a space behind each dash',
      'Put it below the others',
      'Move `{0}` to the start of the line',
      'Move {0} lines to the start of the line',
      'Make it the title',
      'Put a colon behind it',
      'Put a comma there',
      'Put commas between the values',
      'Remove the comma',
      'Remove the `{0}` at the end of the line',
      'Remove the `{0}` at the end of {1} lines',
      'Remove `{0}` before the fields',
      'syntax-error: Remove `{0}`',
      'Write it as JSON has it',
      'Write {0} places as JSON has them',
      'Write it as a comment: `#`',
      'Write `---` around the front matter',
      'Write `-`',
      'Write `:`',
      'Write `:` in {0} lines',
      'Write `{0}:`',
      'Write `=`',
      'Write `=` in {0} places',
      'syntax-error: Write {0}',
      'syntax-error: Write `{0}`',
      'Write an empty text',
      'Give it an empty value',
      'Indent it',
      'Join the lines',
      'Put each field on a line of its own',
      'Put the list in brackets',
      'Quote the name',
      'Quote the {0} values with `#`',
      'Quote these {0} values',
      'Remove this `{0}`',
      'Remove the empty `{0}`',
      'syntax-error: Use single quotes',
      'syntax-error: Put it in quotes',
    ].map((title) => [title, hasFewerProblems]),
  ),
  'Write plain quotes: {0}': hasText,
  'Quote the whole value: {0}': hasText,
  'Quote the value: {0}': hasText,
};
