import type { Entry, Node } from '../../frontMatter/tree';
import { withMerges } from '../../frontMatter/merge';
import { dataOf } from '../../generators/scalars';
import type { Data } from '../../generators/scalars';
import type { Report } from '../../report/report';
import type { Range } from '../../text';
import type { Rule, RuleContext, RuleFinding, SchemaProblem } from '../rule';
import { topOf } from '../shared/places';
import { isRead } from './missingFields';
import { fixesOf } from './schemaFixes';

/** A place in the front matter to which a path leads. */
export interface Place {
  /** Null at the top. */
  readonly entry: Entry | null;
  readonly node: Node | null;
}

/** A field that does not fit your JSON Schema. */
export const schema: Rule = {
  code: 'schema',
  severity: 'warning',
  check(context): RuleFinding[] {
    const { report, site, forecast, schema: own } = context;
    if (!own || !isRead(context) || forecast.cause?.code === 'syntax' || forecast.outcome === 'text') {
      return [];
    }
    const root = withMerges(report.frontMatter?.root ?? null);
    const fields = fieldsByName(context, root);
    const plain = site.generator.plainReader(site.version);
    const data = Object.create(null) as { [key: string]: Data };
    for (const [name, node] of inheritedFields(context, fields)) {
      data[name] = dataOf(node, plain);
    }
    for (const [name, { value }] of fields) {
      data[name] = dataOf(value, plain);
    }
    const isHidden = forecast.cause?.code === 'draft' || forecast.cause?.code === 'unpublished';
    return own.check(data).flatMap((problem): RuleFinding[] => {
      const place = placeOf(problem.path, root, fields);
      // What the site gives to the report is not for the report to mend.
      return place
        ? [
            {
              ...(isHidden ? { severity: 'info' as const } : {}),
              message: problem.message,
              range: rangeOf(report, problem, place),
              fixes: fixesOf(context, problem, place.node),
            },
          ]
        : [];
    });
  },
};

/** The fields under the names that the schema has for them, where the generator makes no difference of case. */
function fieldsByName({ site, schema: own }: RuleContext, root: Node | null): Map<string, Entry> {
  const spelt = new Map([...(own?.names ?? [])].map((name) => [name.toLowerCase(), name]));
  const fields = new Map<string, Entry>();
  for (const entry of root?.kind === 'map' ? root.entries : []) {
    const name = entry.key.name ?? '';
    const known = site.generator.foldsKeys && !own?.names.has(name) ? spelt.get(name.toLowerCase()) : name;
    fields.set(known ?? name, entry);
  }
  return fields;
}

/** What the report's place in the site gives it. */
function inheritedFields(
  { report, schema: own }: RuleContext,
  fields: ReadonlyMap<string, Entry>,
): [string, Node][] {
  const given = report.options.inherited ?? new Map<string, Node>();
  return [...given].flatMap(([name, node]): [string, Node][] => {
    const known = own?.names.has(name)
      ? name
      : [...(own?.names ?? [])].find((other) => other.toLowerCase() === name);
    // What the schema does not know is no field of the report's that it could forbid.
    return known === undefined || fields.has(known) ? [] : [[known, node]];
  });
}

/** @returns null where the path leads to what is not in the text */
function placeOf(
  path: readonly string[],
  root: Node | null,
  fields: ReadonlyMap<string, Entry>,
): Place | null {
  let place: Place = { entry: null, node: root };
  for (const [depth, step] of path.entries()) {
    const { node } = place;
    if (depth === 0 || node?.kind === 'map') {
      const entry: Entry | undefined =
        depth === 0
          ? fields.get(step)
          : node?.kind === 'map'
            ? node.entries.findLast(({ key }) => (key.name ?? '') === step)
            : undefined;
      if (!entry) {
        return null;
      }
      place = { entry, node: entry.value };
    } else if (node?.kind === 'list') {
      place = { entry: place.entry, node: node.items[Number(step)] ?? null };
    } else {
      return null;
    }
  }
  return place;
}

/** The name or the value; the opening fence for the fields as a whole. */
function rangeOf(report: Report, { path, ofName }: SchemaProblem, { entry, node }: Place): Range {
  if (!entry) {
    return topOf(report);
  }
  if (ofName || !node) {
    return entry.key.range;
  }
  if (node.kind === 'scalar' || !report.text.slice(node.range.start, node.range.end).includes('\n')) {
    return node.range;
  }
  // What holds many lines is named by the first of its words: its own name, or an item's first one.
  const first = node.kind === 'map' ? node.entries[0]?.key.range : undefined;
  return entry.value === node || path.length === 1 ? entry.key.range : (first ?? entry.key.range);
}
