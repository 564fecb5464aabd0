import { say } from '../../message';
import type { KnownField } from '../../generators/generator';
import { quoted } from '../edits';
import type { Rule, RuleFinding } from '../rule';
import { subject } from '../names';

/** Fields of people's own that are near a known one and no slip: counted over the headers of 94 blogs. */
const OWN_FIELDS = new Set([
  'update', 'updated', 'cover', 'link', 'links', 'series', 'serie', 'topic', 'topics', 'style', 'state', 'hide', 'data', 'dates', 'time',
  'titles', 'taxonomies', 'publisher', 'public', 'talk', 'talks', 'page', 'post', 'type', 'types', 'name', 'log', 'logo', 'stage', 'stages', 'featuredimage',
]); // prettier-ignore

/** A field whose name is nearly that of one that the generator knows. */
export const misspeltField: Rule = {
  code: 'misspelt-field',
  severity: 'warning',
  check({ report, site, schema }): RuleFinding[] {
    const { generator } = site;
    const known = new Map(generator.knownFields.map((field) => [field.name, field]));
    return report.fields.flatMap(({ key, value }): RuleFinding[] => {
      const name = key.name === null || !generator.foldsKeys ? key.name : key.name.toLowerCase();
      // A field of the user's schema is no slip.
      const isOwn = schema?.names.has(key.name ?? '') ?? false;
      if (name === null || known.has(name) || OWN_FIELDS.has(name) || isOwn) {
        return [];
      }
      const meant = closest(name, generator.knownFields);
      // Where the right one stands too, the other is a field of its own.
      if (!meant || report.field(meant.name)) {
        return [];
      }
      // Hugo's `published` is a date: `publish: true` does not mean it.
      if (generator.dateFields.includes(meant.name) && generator.readDate(value, site).kind === 'invalid') {
        return [];
      }
      const newText = key.quoted ? quoted(meant.name) : meant.name;
      return [
        {
          ...(meant.weight === 'other' ? { severity: 'info' as const } : {}),
          message: say(
            '{0} does not know `{1}`: did you mean `{2}`?',
            subject(generator),
            key.name ?? '',
            meant.name,
          ),
          range: key.range,
          fixes: [
            {
              title: say('Rename to `{0}`', meant.name),
              preferred: true,
              edits: [{ range: key.range, newText }],
            },
          ],
        },
      ];
    });
  },
};

/** The known field that a name most likely means; the longer the name, the more letters may be wrong. */
function closest(name: string, fields: readonly KnownField[]): KnownField | undefined {
  const plain = name.toLowerCase().replace(/[-_ ]/g, '');
  let best: { field: KnownField; distance: number } | undefined;
  for (const field of fields) {
    const target = field.name.replace(/[-_ ]/g, '');
    const allowed = plain === target ? 0 : target.length < 5 ? 1 : target.length < 9 ? 1 : 2;
    // A plural of one's own (`images` beside `image`) is no slip where little hangs on it.
    if (
      target.length < 4 ||
      (field.weight === 'other' && (plain === `${target}s` || `${plain}s` === target))
    ) {
      continue;
    }
    const distance = editDistance(plain, target, allowed);
    if (distance <= allowed && (!best || distance < best.distance)) {
      best = { field, distance };
    }
  }
  return best?.field ?? PREFERRED.get(plain)?.(fields);
}

/** What people write for a known field, though it is further off. */
const PREFERRED = new Map<string, (fields: readonly KnownField[]) => KnownField | undefined>([
  ['publish', (fields) => fields.find((field) => field.name === 'published')],
]);

/** Damerau-Levenshtein distance (neighbours swapped count once), given up beyond `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) {
    return limit + 1;
  }
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      }
      row.push(value);
    }
    if (Math.min(...row) > limit) {
      return limit + 1;
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
}
