import type { Entry, Node } from '../../frontMatter/tree';
import { typeOf } from '../../generators/scalars';
import { say } from '../../message';
import { quoteTag } from '../../write/quote';
import { lineEndOf, lineStart } from '../../text';
import type { TextEdit } from '../../text';
import { forecastAfter } from '../shared/after';
import { insertField, removeField } from '../../write/edits';
import { subject } from '../shared/names';
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule';
import { areValuesUsed, severityFor } from '../shared/fields';

/** The singular of each field of terms. */
const SINGULAR = { tags: 'tag', categories: 'category' } as const;

/** A field that the generator does not use, because another one beats it or because it reads none of that name. */
export const ignoredField: Rule = {
  code: 'ignored-field',
  severity: 'warning',
  asksOthers: true,
  check(context) {
    return areValuesUsed(context) && context.site.generator.isKnown
      ? [
          ...beatenTags(context),
          ...beatenPublished(context),
          ...unreadTerms(context, 'tags'),
          ...unreadTerms(context, 'categories'),
          ...beatenSummary(context),
          ...unreadDates(context),
        ]
      : [];
  },
};

/** Jekyll's `tag` beats `tags` (Utils.pluralized_array_from_hash). */
function beatenTags(context: RuleContext): RuleFinding[] {
  const { report, site } = context;
  const tag = report.field('tag');
  const tags = report.field('tags');
  if (!tag && site.generator.terms.singular === 'wins' && tags?.value) {
    return inheritedTag(context, tags);
  }
  if (site.generator.terms.singular !== 'wins' || !tag || !tags?.value || isNothing(context, tag)) {
    return [];
  }
  if (isNothing(context, tags) || (tags.value.kind === 'list' && tags.value.items.length === 0)) {
    return [];
  }
  const message = say('{0} will not use `tags`: `tag` takes its place.', subject(site.generator));
  return [
    {
      severity: severityFor(context, 'warning'),
      message,
      range: tags.key.range,
      // Beside a list that holds itself nothing but `tag` keeps the post readable.
      fixes: merge(context, tag, tags).filter((fix) => isStillBuilt(context, fix)),
    },
  ];
}

function isStillBuilt(context: RuleContext, fix: Fix): boolean {
  const { outcome } = forecastAfter(context, fix);
  return outcome === 'published' || outcome === 'hidden';
}

/** A `tag` that the defaults in the site's configuration give the post. */
function inheritedTag(context: RuleContext, tags: Entry): RuleFinding[] {
  const { report, site } = context;
  const value = report.options.inherited?.get('tag');
  if (!value || isNothing(context, { value })) {
    return [];
  }
  const message = say(
    '{0} will not use `tags`: the `tag` in the site’s configuration takes its place.',
    subject(site.generator),
  );
  return [{ severity: severityFor(context, 'warning'), message, range: tags.key.range, fixes: [] }];
}

/** `published: false` beside a `draft` that says no: of the two Hugo takes `draft` (pagemeta/page_frontmatter.go). */
function beatenPublished(context: RuleContext): RuleFinding[] {
  const { report, site, forecast } = context;
  const published = report.field('published');
  const draft = report.field('draft');
  if (site.generator.readsDraft !== true || forecast.outcome !== 'published' || !draft?.value) {
    return [];
  }
  const { value } = published ?? {};
  const isNo =
    value?.kind === 'scalar' && typeOf(value, site.generator.plainReader(site.version)).value === false;
  const message = say(
    '{0} will publish this page all the same: `draft` comes before `published`.',
    site.generator.title,
  );
  return published && isNo ? [{ message, range: published.key.range, fixes: [] }] : [];
}

/** Nothing, or `false`. */
function isNothing({ site }: RuleContext, { value }: Pick<Entry, 'value'>): boolean {
  if (value && value.kind !== 'scalar') {
    return false;
  }
  const data = typeOf(value, site.generator.plainReader(site.version)).value;
  return data === null || data === false;
}

/** Hugo reads the fields of its taxonomies, which mostly are plurals. */
function unreadTerms(context: RuleContext, plural: keyof typeof SINGULAR): RuleFinding[] {
  const { report, site, others } = context;
  const singular = SINGULAR[plural];
  const entry = report.field(singular);
  const taxonomies = site.generator.terms.taxonomiesOf(site.config);
  // A site that names its taxonomies, and not this one, reads neither field.
  const isRead = taxonomies !== undefined && (taxonomies.includes(singular) || !taxonomies.includes(plural));
  if (site.generator.terms.singular !== 'unread' || !entry?.value || isNothing(context, entry) || isRead) {
    return [];
  }
  const many = report.field(plural);
  if (!many && singular === 'tag') {
    // The rule on misspelt fields tells.
    return [];
  }
  const name = entry.key.name ?? singular;
  const message = say('{0} will not use `{1}`: it reads `{2}`.', subject(site.generator), name, plural);
  // Where no other report has the plural, a theme may well read the singular.
  const isCertain = many !== undefined || others.fieldUse(plural) > others.fieldUse(singular);
  const newText = entry.key.quoted ? JSON.stringify(plural) : plural;
  const rename: Fix = {
    title: say('Rename to `{0}`', plural),
    preferred: isCertain,
    edits: [{ range: entry.key.range, newText }],
  };
  return [
    {
      severity: severityFor(context, isCertain ? 'warning' : 'info'),
      message,
      range: entry.key.range,
      fixes: many ? merge(context, entry, many) : isText(context, entry.value) ? [rename] : [],
    },
  ];
}

/** Tells whether a value is text, or a list of it, and would be as good under another name. */
function isText({ site }: RuleContext, value: Node): boolean {
  const { generator, version } = site;
  const items = value.kind === 'list' ? value.items : [value];
  const keys = items.map((item) =>
    item?.kind === 'scalar' &&
    item.tag === undefined &&
    typeOf(item, generator.plainReader(version)).type === 'string' &&
    !/^[-\s]|[,;]|\s$|\n/.test(item.text)
      ? generator.terms.keyOf(item.text, version)
      : '',
  );
  return !keys.includes('') && new Set(keys).size === keys.length;
}

/** Adds the one term to the list of the others; or takes it out. */
function merge(context: RuleContext, one: Entry, many: Entry): Fix[] {
  const { report } = context;
  const name = one.key.name ?? '';
  if (report.fields.some((field) => field !== one && field.key.name === name)) {
    // First the one of them that does not count has to go.
    return [];
  }
  const removal = removeField(report, one);
  const remove: Fix = { title: say('Remove `{0}`', name), preferred: false, edits: [removal] };
  const term = one.value?.kind === 'scalar' ? one.value.text.trim() : null;
  if (term === '') {
    return [{ ...remove, preferred: true }];
  }
  const added = term === null || /[\r\n]/.test(term) ? null : addition(context, many, term);
  return added
    ? [
        {
          title: say('Add it to `{0}`', many.key.name ?? ''),
          preferred: false,
          edits: added === 'there' ? [removal] : [removal, added],
        },
        remove,
      ]
    : [remove];
}

/** Writes a term behind the others of a list; `there` where it is one of them. */
function addition({ report }: RuleContext, { value }: Entry, term: string): TextEdit | 'there' | null {
  const last = value?.kind === 'list' ? value.items.at(-1) : undefined;
  if (value?.kind !== 'list' || !last || report.text[value.range.start] === '*') {
    return null;
  }
  if (value.items.some((item) => item?.kind === 'scalar' && item.text === term)) {
    return 'there';
  }
  const isDouble = last.kind === 'scalar' && last.style === 'double';
  const written = quoteTag(term, report.frontMatter?.format ?? 'yaml', isDouble ? 'double' : 'none');
  const at = last.range.end;
  if (value.flow) {
    return { range: { start: at, end: at }, newText: `, ${written}` };
  }
  const dash = report.text.slice(lineStart(report.text, last.range.start), last.range.start);
  const lineEnd = /\r?\n/g;
  lineEnd.lastIndex = at;
  const end = lineEnd.exec(report.text) ? lineEnd.lastIndex : report.text.length;
  return last.kind === 'scalar' && /^[ \t]*-[ \t]+$/.test(dash)
    ? { range: { start: end, end }, newText: dash + written + lineEndOf(report.text) }
    : null;
}

/** A summary of one's own that the text before a separator beats. */
function beatenSummary(context: RuleContext): RuleFinding[] {
  const { report, site } = context;
  const { excerptField } = site.generator;
  const entry = excerptField === null ? undefined : report.field(excerptField);
  if (entry?.value?.kind !== 'scalar' || entry.value.text.trim() === '') {
    return [];
  }
  const { from, separator } = context.excerpt();
  if (from !== 'separator' || !separator) {
    return [];
  }
  const message = say(
    '{0} will show the text before `{1}`, and not this: the separator comes first.',
    subject(site.generator),
    report.text.slice(separator.start, separator.end),
  );
  return [{ severity: 'info', message, range: entry.key.range, fixes: [] }];
}

/** Hugo's fields for when a page is to be seen. */
const HIDING = [
  ['publishDate', 'later'],
  ['publishdate', 'later'],
  ['publish_date', 'later'],
  ['expiryDate', 'earlier'],
  ['expirydate', 'earlier'],
] as const;

/** A post that Jekyll shows though a date says that it is not to be seen yet, or no longer. */
function unreadDates(context: RuleContext): RuleFinding[] {
  const { report, site, forecast, now } = context;
  if (site.generator.readsDraft !== false || forecast.outcome !== 'published') {
    return [];
  }
  return HIDING.flatMap(([name, hidden]): RuleFinding[] => {
    const entry = report.field(name);
    const reading = entry?.value?.kind === 'scalar' ? site.generator.readDate(entry.value, site) : null;
    if (!entry || reading?.kind !== 'date' || Date.parse(reading.instant) > now !== (hidden === 'later')) {
      return [];
    }
    const edit = report.field('published') ? null : insertField(report, 'published', 'false');
    const message = say(
      '{0} will publish this post all the same: it does not read `{1}`.',
      subject(site.generator),
      name,
    );
    return [
      {
        message,
        range: entry.key.range,
        fixes: edit
          ? [{ title: say('Hide the post with `published: false`'), preferred: false, edits: [edit] }]
          : [],
      },
    ];
  });
}
