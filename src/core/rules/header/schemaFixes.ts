import { editDistance } from '../../spelling/editDistance';
import type { Format, Node } from '../../frontMatter/tree';
import type { Generator } from '../../generators/generator';
import type { Data } from '../../generators/scalars';
import { say } from '../../message';
import type { Quote } from '../../write/quote';
import { quoteTag } from '../../write/quote';
import { insertField, replace } from '../../write/edits';
import type { Fix, RuleContext, SchemaProblem } from '../rule';

/** So few values are all offered, however far they are from the one that is written. */
const MAX_OFFERED = 6;

/** A value that is further off was not meant. */
const MAX_DISTANCE = 2;

/** What mends a problem, as far as the schema tells it. */
export function fixesOf(context: RuleContext, problem: SchemaProblem, node: Node | null): Fix[] {
  return problem.missing ? added(context, problem) : replaced(context, problem, node);
}

/** The missing field, with the value that the schema has for it. */
function added({ report, site }: RuleContext, { path, missing }: SchemaProblem): Fix[] {
  const format = report.frontMatter?.format ?? 'yaml';
  if (!missing || path.length > 0 || !/^[A-Za-z_][\w-]*$/.test(missing.name)) {
    return [];
  }
  const { name, value, only } = missing;
  const written = value === undefined ? null : writeValue(value, format, 'none');
  const edit = written === null ? null : insertField(report, name, written);
  return edit && written !== null
    ? [
        {
          title: say('Add `{0}` with the value `{1}`', name, written),
          // What the generator gives a meaning to changes the page.
          preferred: only && !isKnown(site.generator, name),
          edits: [edit],
        },
      ]
    : [];
}

/** The allowed values that come nearest. */
function replaced({ report, site }: RuleContext, { path, allowed }: SchemaProblem, node: Node | null): Fix[] {
  if (!allowed || node?.kind !== 'scalar' || node.style === 'block' || node.tag !== undefined) {
    return [];
  }
  const quote: Quote = node.style === 'single' || node.style === 'double' ? node.style : 'none';
  const format = report.frontMatter?.format ?? 'yaml';
  const candidates = allowed
    .flatMap((value) => {
      const written = writeValue(value, format, quote);
      return written === null || typeof value === 'object'
        ? []
        : [
            {
              written,
              distance: distanceOf(node.text, String(value)),
              same: isSame(node.text, String(value)),
            },
          ];
    })
    .sort((a, b) => a.distance - b.distance);
  const offered =
    allowed.length <= MAX_OFFERED
      ? candidates
      : candidates.filter(({ distance }) => distance <= MAX_DISTANCE);
  const certain = candidates.filter(({ same }) => same).length === 1;
  return offered.slice(0, MAX_OFFERED).map(({ written, same }) => ({
    title: say('Replace with `{0}`', written),
    preferred: same && certain && !isKnown(site.generator, path[0] ?? ''),
    edits: [replace(node.range, written)],
  }));
}

/** They differ in case and blanks alone. */
function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function distanceOf(a: string, b: string): number {
  return isSame(a, b) ? 0 : editDistance(a.toLowerCase(), b.toLowerCase(), MAX_DISTANCE);
}

function isKnown({ knownFields, dateFields }: Generator, name: string): boolean {
  const known = [...knownFields.map((field) => field.name), ...dateFields];
  return known.includes(name.toLowerCase());
}

/** @returns null for a value that has no short form in the format */
function writeValue(value: Data, format: Format, quote: Quote): string | null {
  if (typeof value === 'string') {
    return /[\r\n]/.test(value) ? null : quoteTag(value, format, quote);
  }
  if (typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'number') {
    const text = String(value);
    return /^-?\d{1,15}(?:\.\d+)?$/.test(text) ? text : null;
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => (typeof item === 'object' ? null : writeValue(item, format, quote)));
    return items.includes(null) ? null : `[${items.join(', ')}]`;
  }
  return null;
}
