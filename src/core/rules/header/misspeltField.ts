import { editDistance } from '../../spelling/editDistance';
import type { Entry } from '../../frontMatter/tree';
import type { Generator, KnownField } from '../../generators/generator';
import { say } from '../../message';
import type { Report } from '../../report/report';
import type { OtherReports } from '../../index/otherReports';
import { quoted } from '../../write/edits';
import type { Rule, RuleContext, RuleFinding } from '../rule';
import { subject, visible } from '../shared/names';
import { EVERYDAY_FIELDS, hasFellow } from './everydayFields';

/** The fields that decide whether a report is published, under which date and where, and how much of it lists show. */
const PUBLISHING: ReadonlySet<string> = new Set([
  'draft', 'excerpt_separator', 'expirydate', 'permalink', 'published', 'slug', 'unpublishdate', 'url',
]); // prettier-ignore

/** In how many of the site's other reports a field stands that is taken for the right one. */
const MIN_USE = 3;

/** In how many other reports a field stands that is no slip, though it is near a known one. */
const OWN_USE = 2;

/** A field whose name is nearly that of one that the generator knows, or that the site's other reports use. */
export const misspeltField: Rule = {
  code: 'misspelt-field',
  severity: 'warning',
  asksOthers: true,
  check(context): RuleFinding[] {
    const { report, site, others } = context;
    const { generator } = site;
    if (report.frontMatter?.problems.length !== 0) {
      // What cannot be read as a whole may mean anything.
      return [];
    }
    const learned = learnedFields(context);
    return report.fields.flatMap((entry): RuleFinding[] => {
      const { key } = entry;
      const known = meantBy(context, entry);
      const meant = known ?? learned(entry);
      if (!meant) {
        return [];
      }
      const written = visible(key.name ?? '');
      return [
        {
          ...(meant.weight === 'other' ? { severity: 'info' as const } : {}),
          message: known
            ? say('{0} does not know `{1}`: did you mean `{2}`?', subject(generator), written, meant.name)
            : say(
                '{0} other reports write `{1}`, but only this one `{2}`: did you mean `{1}`?',
                others.fieldUse(meant.name),
                meant.name,
                written,
              ),
          range: key.range,
          fixes: [
            {
              title: say('Rename to `{0}`', meant.name),
              // Whether and where the report is published is not to be decided without a look.
              preferred:
                known !== undefined &&
                !PUBLISHING.has(meant.name) &&
                !generator.dateFields.includes(meant.name) &&
                isCertain(written, meant),
              edits: [{ range: key.range, newText: key.quoted ? quoted(meant.name) : meant.name }],
            },
          ],
        },
      ];
    });
  },
};

/** Tells whether a known field is there under a name that is nearly its own: then it is not missing. */
export function isMisspelt(context: RuleContext, name: string): boolean {
  return context.report.fields.some((entry) => meantBy(context, entry)?.name === name);
}

/** The known field that a field was meant as; undefined where it is known itself, or one of people's own. */
function meantBy(
  { report, site, others, schema }: RuleContext,
  { key, value }: Entry,
): KnownField | undefined {
  const { generator } = site;
  const name = folded(key.name, generator);
  if (
    name === null ||
    generator.knownFields.some((field) => field.name === name) ||
    // Hugo reads the field of each taxonomy that the site has.
    site.generator.terms.taxonomiesOf(site.config)?.includes(name) === true ||
    // A field of the user's schema is no slip.
    schema?.names.has(key.name ?? '')
  ) {
    return undefined;
  }
  const meant = closest(name, generator.knownFields);
  // Where the right one stands too, the other is a field of its own; and a `draft` that hides nothing is told of elsewhere.
  const isElsewhere = meant?.name === 'draft' && generator.readsDraft === false;
  const isTaxonomy = meant?.name === 'tags' || meant?.name === 'categories';
  const isUnread =
    isTaxonomy && site.generator.terms.taxonomiesOf(site.config)?.includes(meant.name) === false;
  if (
    !meant ||
    report.field(meant.name) ||
    isElsewhere ||
    isUnread ||
    isOwn(name, meant, others) ||
    // Asked last: it looks at all the other fields.
    isOneOfPeoples(name, report)
  ) {
    return undefined;
  }
  // Hugo's `published` is a date: `publish: true` does not mean it.
  const isNoDate =
    generator.dateFields.includes(meant.name) && generator.readDate(value, site).kind === 'invalid';
  return isNoDate ? undefined : meant;
}

/** The names of a report's fields in lower case: of many slips each asks for them. */
const lowerNames = new WeakMap<Report, readonly string[]>();

/** Tells whether a name is a word of its own, whatever known field it is near. */
function isOneOfPeoples(name: string, report: Report): boolean {
  if (EVERYDAY_FIELDS.has(name.toLowerCase())) {
    return true;
  }
  let names = lowerNames.get(report);
  if (!names) {
    names = [...new Set(report.fields.map(({ key }) => key.name?.toLowerCase() ?? ''))];
    lowerNames.set(report, names);
  }
  return hasFellow(name.toLowerCase(), names);
}

/** A field that decides less may be one of a theme's: where it is short, one letter makes another word of it. */
function isCertain(written: string, { name, weight }: KnownField): boolean {
  return weight === 'content' || plain(written) === plain(name) || name.length >= CERTAIN_LENGTH;
}

/** The shortest name (`description`) that no other word is near. */
const CERTAIN_LENGTH = 9;

/**
 * Tells whether a name is one of the site's own. A slip is copied from report to report, too: in the place of a field that
 * decides what the site shows, it is one unless most reports write it so.
 */
function isOwn(name: string, meant: KnownField, others: OtherReports): boolean {
  const use = others.fieldUse(name);
  return use >= OWN_USE && (meant.weight === 'other' || use > others.fieldUse(meant.name));
}

/** What fields are meant as by what the site's other reports write; they are looked at when that is first asked for. */
function learnedFields({ report, site, others }: RuleContext): (entry: Entry) => KnownField | undefined {
  const { generator } = site;
  let used: readonly KnownField[] | undefined;
  return ({ key }) => {
    const name = folded(key.name, generator);
    if (name === null || !generator.isKnown || others.fieldUse(name) > 0) {
      return undefined;
    }
    const known = new Set(generator.knownFields.map((field) => field.name));
    if (known.has(name)) {
      return undefined;
    }
    used ??= others
      .fields()
      .filter(({ value, count }) => count >= MIN_USE && !known.has(value))
      .map(({ value }) => ({ name: value, weight: 'other' }));
    const meant = closest(name, used);
    return meant && !report.field(meant.name) && !isOneOfPeoples(name, report) ? meant : undefined;
  };
}

function folded(name: string | null, { foldsKeys }: Generator): string | null {
  return foldsKeys ? (name?.toLowerCase() ?? null) : name;
}

/** The known field that a name most likely means; the longer the name, the more letters may be wrong. */
function closest(name: string, fields: readonly KnownField[]): KnownField | undefined {
  const letters = plain(name);
  let best: { field: KnownField; distance: number } | undefined;
  for (const field of fields) {
    const target = plain(field.name);
    const allowed = letters === target ? 0 : target.length < 5 ? 1 : target.length < 9 ? 1 : 2;
    // A plural of one's own (`images` beside `image`) is no slip where little hangs on it.
    if (
      target.length < 4 ||
      (field.weight === 'other' && (letters === `${target}s` || `${letters}s` === target))
    ) {
      continue;
    }
    const distance = editDistance(letters, target, allowed);
    if (distance <= allowed && (!best || distance < best.distance)) {
      best = { field, distance };
    }
  }
  return best?.field ?? PREFERRED.get(letters)?.(fields);
}

/** The letters of a name: `excerpt-separator` and `excerptSeparator` are spelt alike. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}

/** What people write for a known field, though it is further off. */
const PREFERRED = new Map<string, (fields: readonly KnownField[]) => KnownField | undefined>([
  ['publish', (fields) => fields.find((field) => field.name === 'published')],
]);
